#pragma once
/// \file
/// The pile: a table of the cases that are open when a scenario begins, one a row.
///
/// Shape   columns received (date, or date and time), service, and office or municipality or both;
///         optional group, priority (0..7), urgent (yes or no), documents_missing (yes or no), case_id.
///         Services and groups by key or label. Columns of other names are left alone.
/// Order   as in the table. Where a row names only an office or only a municipality, the other is filled
///         in by the shares of residents, so that equal tables have equal places.
/// Errors  every row that cannot be right, with file and line, or sheet and cell.

#include <vector>

#include "engine/language/tables/csv_table.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// The columns of a pile.
const CsvColumns& pile_columns();

/// \param all       municipalities that the table may name; those not in the scenario are left out
/// \param scenario  with its places, services and groups
std::vector<OpenCase> read_pile(const CsvTable& table, const std::vector<Municipality>& all, const Scenario& scenario,
                                Problems& problems);

}  // namespace skranke
