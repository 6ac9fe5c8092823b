#pragma once
/// \file
/// Staff changes are positions that offices have more or fewer at a desk for a time: a plan that becomes policies of a
/// scenario.
///
/// Order   offices with the same change share one policy; policies from the largest reduction to the largest addition.
/// Units   full-time positions.
/// Range   no more different changes than a scenario may have policies.

#include <string>
#include <vector>

#include "engine/planning/place.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

struct StaffChange {
    std::size_t office = 0;  ///< index into Scenario::offices
    double positions = 0;    ///< more, or fewer if below 0; 0 changes nothing
};

struct StaffPlan {
    std::string key;  ///< the policies' keys begin with it
    DeskKind desk = DeskKind::casework;
    std::vector<StaffChange> changes;
    Date from{}, to{};  ///< first day, and first day after; Date{} = the run's own
};

/// Units of staff for the offices of a place, one after another to the office with most residents for each that it has.
std::vector<StaffChange> spread(const Scenario& scenario, const PlanningPlace& place, int units, double unit);

/// The plan as policies.
std::vector<Policy> policies_of(const StaffPlan& plan);

/// The scenario with the plan in force, among the same people.
Scenario with_staff(Scenario scenario, const StaffPlan& plan);

/// What tells the plan from all others of the scenario.
std::string text_of(const StaffPlan& plan);

}  // namespace skranke
