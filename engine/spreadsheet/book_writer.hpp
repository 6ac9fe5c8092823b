#pragma once
/// \file
/// Workbooks (.xlsx) as bytes: the same for the same book, wherever and whenever they are written.
///
/// Form    text cells hold text whatever it begins with; nothing leads outside the file.
/// Cost    about a microsecond a cell. \note the library keeps its parts in temporary files (TMPDIR, else /tmp).
/// Errors  a sentence; a workbook that cannot be read again is not handed out.
/// Source  libxlsxwriter.

#include <string>
#include <variant>

#include "engine/spreadsheet/book.hpp"

namespace skranke {

struct NotWritten {
    std::string why;  ///< e.g. "no space left for temporary files"
};

std::variant<std::string, NotWritten> workbook_bytes(const Book& book);

}  // namespace skranke
