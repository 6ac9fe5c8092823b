#pragma once
/// \file
/// A price list as tables without pictures: for a terminal, and for a spreadsheet.
///
/// Order   on the terminal the whole area, then the office whose cheapest measure is the cheapest; the spreadsheet has the
///         scenario's order of places, each with its measures cheapest first, then its sequence.
/// Form    the spreadsheet as summary.csv (csv_table.hpp), a row a dose; numbers unrounded, empty where not known.

#include <string>

#include "engine/planning/price_list/priced_area.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string price_screen(const PricedArea& area, Lang lang);
std::string price_csv(const PricedArea& area, const Provenance& provenance, Lang lang);

}  // namespace skranke
