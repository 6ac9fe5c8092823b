#pragma once
/// \file
/// The answer as a workbook for Excel: first in words, then municipalities, weeks, groups, reasons, services and desks as
/// tables that can be sorted and filtered, then what they rest on and where they come from.
///
/// Form    one language; numbers are numbers, shares 0..1 shown in per cent, municipality numbers texts.
/// Range   what is not known, and rates of fewer than four needs, are left empty, as in summary.csv.
/// Order   sheets as a director reads them; the whole area first, then municipalities in their own order.
/// Memory  about 100 cells a municipality, and one a week.

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/spreadsheet/book.hpp"

namespace skranke {

Book summary_book(const Scenario& scenario, const Summary& summary, const Provenance& provenance, Lang lang = Lang::nb);

}  // namespace skranke
