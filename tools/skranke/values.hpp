#pragma once
/// \file
/// Values are numbers on their way into a table of a file, in the order of its axes; NaN says that there is none.

#include <limits>
#include <vector>

#include "engine/analysis/estimate.hpp"

namespace skranke {

using Values = std::vector<double>;

inline constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

/// Three places on the axis `bound`: the estimate and its 95 % interval.
inline void put(Values& values, const Estimate& estimate) {
    for (const double value : {estimate.value, estimate.low, estimate.high}) values.push_back(estimate.valid ? value : kNothing);
}

}  // namespace skranke
