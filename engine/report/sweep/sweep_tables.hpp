#pragma once
/// \file
/// A sweep as tables without pictures: what matters most, for a terminal, and every point, for a spreadsheet.
///
/// Order   the terminal's table by effect, largest first; the spreadsheet's by point.
/// Form    the spreadsheet as summary.csv (csv_table.hpp); a number that is as written is left empty.

#include <string>

#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"
#include "engine/sensitivity/sweep.hpp"

namespace skranke {

/// \param rows  at most so many factors of each place
std::string sweep_screen(const Scenario& scenario, const Sweep& sweep, Lang lang, std::size_t rows = 15);

std::string sweep_csv(const Scenario& scenario, const Sweep& sweep, const Provenance& provenance, Lang lang);

}  // namespace skranke
