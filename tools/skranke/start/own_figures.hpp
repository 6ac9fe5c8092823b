#pragma once
/// \file
/// What a municipality says of its own offices, in place of what the base scenario has: staff, hours of the door, and the
/// cases that lie there.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "engine/scenario/opening_hours.hpp"
#include "engine/scenario/staff.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

struct OwnFigures {
    struct Office {
        std::array<std::vector<Timeline::Point>, kOfficeDesks> positions;  ///< ascending; empty = as in the base
        std::optional<OpeningHours> door;
    };
    std::string source;                 ///< file that says so; "" = nobody said anything
    std::map<std::size_t, Office> offices;  ///< by index in the scenario
    std::string pile;                   ///< open cases as a CSV table; "" = none were told
};

}  // namespace skranke
