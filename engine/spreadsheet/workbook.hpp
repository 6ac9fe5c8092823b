#pragma once
/// \file
/// An Excel workbook (.xlsx) in memory, and its sheets as rows of texts: shared and inline strings,
/// numbers in their shortest form, dates as 2020-03-16, truth as yes and no, formulas as the value
/// that was stored with them.
///
/// Range   at most 2,000,000 cells a sheet, 16,384 columns; archives as zip_archive.hpp. Nothing
///         outside the file is read: document types, and so entities, are refused.
/// Errors  problems with file, row, sheet and cell, all at once; nothing is thrown.
/// Source  ECMA-376-1 (2016), 18.3 (worksheets), 18.4 (shared strings), 18.8 (styles); pugixml.

#include <optional>
#include <string>
#include <vector>

#include "engine/language/tables/sheet.hpp"

namespace skranke {

/// One sheet of a workbook; fits ReadSheet.
/// \param name  of the sheet; "" = the first
std::optional<Sheet> read_sheet(const FileText& workbook, const std::string& name, Problems& problems);

/// The names of all sheets, in their order; none, and a problem, if it is no workbook.
std::vector<std::string> sheet_names(const FileText& workbook, Problems& problems);

}  // namespace skranke
