#pragma once
/// \file
/// What a search for the least staffing is to keep, and in which steps it may give positions.
///
/// Source  every field's meaning, unit, range and default: engine/language/fields/fields.cpp.

#include <array>

#include "engine/scenario/names.hpp"
#include "engine/scenario/staff.hpp"

namespace skranke {

struct SizingRules {
    double probability = 0.9;  ///< that all wanted rules hold at an office in a run
    std::array<bool, kVerdictRuleKeys.size()> rules{true, true, true, true, true, true};  ///< those wanted
    int period_weeks = 4;      ///< staffing stays the same for so long
    std::array<double, kOfficeDesks> unit{1, 1, 0.5};  ///< positions, by office desk
};

}  // namespace skranke
