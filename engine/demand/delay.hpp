#pragma once
/// \file
/// How needs that follow a cause are spread over the days after it.
///
/// Shape   shares by whole days between cause and need; they sum to 1 (exponential: all but e^-20).
/// Units   days; causes are taken as even over their day, so that the mean delay is exact for any
///         fraction of a day.

#include <cstdint>
#include <vector>

#include "engine/scenario/surge.hpp"

namespace skranke {

struct Delay {
    std::int64_t first = 0;     ///< days after the cause
    std::vector<double> share;  ///< from `first` on

    std::int64_t longest() const { return first + static_cast<std::int64_t>(share.size()) - 1; }
};

/// \param mean_days  >= 0
Delay delay_of(double mean_days, DelayLaw law);

}  // namespace skranke
