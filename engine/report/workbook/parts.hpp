#pragma once
/// \file
/// The sheets that the answer's workbook is put together from.

#include <string>
#include <vector>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/text/summary_columns.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/spreadsheet/book.hpp"

namespace skranke::workbook {

struct Input {
    const Scenario& scenario;
    const Summary& summary;
    const Provenance& provenance;
    Lang lang;
};

/// A sheet and what a reader finds in it.
struct Described {
    BookSheet sheet;
    Phrase about;
};

/// Question, verdict under the three heads, caveats, and the way to the other sheets.
BookSheet answer_sheet(const Input& in, const std::vector<Described>& others);

Described places_sheet(const Input& in);         ///< a row a place: the columns of summary.csv
Described weeks_sheet(const Input& in);          ///< open cases of the whole area, with its picture
Described place_weeks_sheet(const Input& in);    ///< open local cases, a row a municipality
Described groups_sheet(const Input& in);         ///< a row a place and group
Described reasons_sheet(const Input& in);        ///< unmet needs of the whole area by reason, with its picture
Described place_reasons_sheet(const Input& in);  ///< the same, a row a municipality
Described services_sheet(const Input& in);       ///< a row a place and service
Described desks_sheet(const Input& in);          ///< a row a desk
Described policies_sheet(const Input& in);       ///< a row a measure of the scenario
Described assumptions_sheet(const Input& in);
Described definitions_sheet(const Input& in);
Described provenance_sheet(const Input& in);

CellValue cell_of(SummaryValue value);
/// Nothing for what is not known.
CellValue known(const Estimate& estimate, double number);

inline constexpr Phrase kPlaceNumber{"Kommunenummer", "Kommunenummer", "Municipality number"};
inline constexpr Phrase kLowEnd{"lav", "låg", "low"};
inline constexpr Phrase kHighEnd{"høy", "høg", "high"};
}  // namespace skranke::workbook
