#pragma once
/// \file
/// An agreement as tables without pictures: for a terminal, and for a spreadsheet.
///
/// Form    the spreadsheet as summary.csv (csv_table.hpp): a row a loan, an empty row, then a row an office; empty where
///         there is no agreement to tell of.

#include <string>

#include "engine/planning/lending/agreement.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string lend_screen(const Agreement& agreement, Lang lang);
std::string lend_csv(const Agreement& agreement, const Provenance& provenance, Lang lang);

}  // namespace skranke
