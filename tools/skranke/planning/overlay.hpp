#pragma once
/// \file
/// An overlay is a small scenario file that puts a plan of staff in force: it extends the scenario that the plan was made for
/// and adds its policies, or the positions of its desks, so that `skranke run` and `skranke compare` take it.
///
/// Shape   to be laid beside the scenario that it extends, since a scenario reads nothing above its own folder.

#include <string>
#include <vector>

#include "engine/planning/sizing/staffing.hpp"
#include "engine/planning/staff_change.hpp"

namespace skranke {

struct Overlay {
    std::string scenario_file;          ///< that it extends
    std::vector<std::string> settings;  ///< that the plan was made under
    std::string name;
    Label title;
    std::string command;  ///< that made it
};

std::string overlay_text(const Scenario& scenario, const StaffPlan& plan, const Overlay& overlay);
std::string overlay_text(const Scenario& scenario, const StaffingFrame& frame, const Staffing& staffing, const Overlay& overlay);

}  // namespace skranke
