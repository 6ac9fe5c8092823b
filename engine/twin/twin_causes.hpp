#pragma once
/// \file
/// What is present at a desk by the scenario's rules and in none of the formulas.

#include "engine/twin/desk_twin.hpp"

namespace skranke {

Causes causes_left_out(const Scenario& scenario, DeskKind kind, const DeskRules& rules);

}  // namespace skranke
