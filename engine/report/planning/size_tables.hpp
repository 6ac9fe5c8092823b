#pragma once
/// \file
/// The least staffing on a screen and as a table for Excel.
///
/// Shape   screen: a row a place, most change first; CSV: a row for each office, desk and period, then rows that begin with
///         "# " and say where the numbers come from.
/// Form    CSV as csv_table.hpp.

#include <string>

#include "engine/planning/sizing/sizing.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string size_screen(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, Lang lang);
std::string size_csv(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance, Lang lang);

}  // namespace skranke
