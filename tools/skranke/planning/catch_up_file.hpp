#pragma once
/// \file
/// What a catch-up leaves for programs: catch-up.h5.
///
/// Shape   axes place, week, quantile and bound; of every place when it is back (`back_count`, `back_share`, `back_week`), its
///         open and overdue cases by week, and with a goal the plan and how it fared among new people (`with_plan_...`).
/// Units   weeks counted from 0, each at its end; NaN where the run does not show it.
/// Errors  StoreError, with the file's name.

#include <string>

#include "engine/planning/catch_up/catch_up.hpp"
#include "engine/record/provenance.hpp"

namespace skranke {

void write_catch_up_file(const std::string& path, const Scenario& scenario, const CatchUp& study, const Provenance& provenance);

}  // namespace skranke
