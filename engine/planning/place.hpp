#pragma once
/// \file
/// A place of planning is an office with the municipalities that it serves: the least unit whose staffing can be
/// decided and judged by itself. Offices that share a municipality are one place together, since nobody knows which
/// of them its people went to.
///
/// Order   places by their first office, offices and municipalities ascending.

#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"

namespace skranke {

struct PlanningPlace {
    std::string key;   ///< ids of its offices, "5701+5702"
    std::string name;  ///< of its offices, "NAV Falkenborg, NAV Lerkendal"
    std::vector<std::size_t> offices;         ///< indices into Scenario::offices
    std::vector<std::size_t> municipalities;  ///< indices into Scenario::municipalities
    double residents = 0;
};

std::vector<PlanningPlace> planning_places(const Scenario& scenario);

}  // namespace skranke
