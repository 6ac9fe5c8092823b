#pragma once
/// \file
/// A catch-up as tables without pictures: for a terminal, and for a spreadsheet.
///
/// Order   who is back last comes first on the terminal; the spreadsheet has the scenario's order.
/// Form    the spreadsheet as summary.csv (csv_table.hpp), a row a place; dates as 2020-04-26, empty where the run does not
///         show them.

#include <string>
#include <vector>

#include "engine/planning/catch_up/catch_up.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// Indices into the places: the latest middle first, then the latest nine tenths.
std::vector<std::size_t> latest_first(const CatchUp& study);

std::string catch_up_screen(const CatchUp& study, Lang lang);
std::string catch_up_csv(const CatchUp& study, const Provenance& provenance, Lang lang);

}  // namespace skranke
