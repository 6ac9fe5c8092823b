#pragma once
/// \file
/// A sheet of a spreadsheet as the core sees it: texts in rows. Whoever calls the core hands over a
/// function that makes one of a workbook; the core opens no workbooks itself.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/input_file.hpp"

namespace skranke {

struct Sheet {
    struct Row {
        int number;                      ///< as the spreadsheet counts, from 1
        std::vector<std::string> cells;  ///< from column A; dates as 2020-03-16 or 2020-03-16 09:30
    };
    std::string name;
    std::vector<Row> rows;  ///< those that are not empty, ascending
};

/// Makes a sheet of a workbook's bytes, or nothing and problems that name the file.
/// \param name  of the sheet; "" = the first
using ReadSheet = std::function<std::optional<Sheet>(const FileText& workbook, const std::string& name, Problems& problems)>;

/// "A" for 0, "AA" for 26: what a spreadsheet calls a column.
std::string column_letters(std::size_t column);

}  // namespace skranke
