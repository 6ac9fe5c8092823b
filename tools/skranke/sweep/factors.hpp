#pragma once
/// \file
/// Which numbers a sweep varies, and between which ends: the assumptions that the scenario marks, and what the command
/// line asks for.
///
/// Form    `all`, the default: every marked number with a range; `KEY`: those at or below a key; `KEY=LOW:HIGH`: any
///         number; `KEY=A,B,C`: these values of it, for grids.
/// Errors  all at once, with the nearest key; CommandError with status 2.

#include <string>
#include <vector>

#include "engine/sensitivity/sweep.hpp"
#include "tools/skranke/sweep/swept_scenario.hpp"

namespace skranke {

struct FactorChoice {
    std::vector<Factor> factors;     ///< in the scenario's order, those it does not mark last
    std::vector<LeftOut> left_out;
};

/// \param vary  as typed; none = all
FactorChoice choose_factors(const SweptScenario& scenario, const std::vector<std::string>& vary);

/// What a point of the design changes in the scenario.
std::vector<NumberChange> changes_at(const std::vector<Factor>& factors, std::span<const double> point);

}  // namespace skranke
