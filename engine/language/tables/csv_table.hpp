#pragma once
/// \file
/// A table as read from CSV or from a sheet: named columns, rows of texts, and the line of each row.
///
/// Range   UTF-8, up to 50 MB. Comma or, as Norwegian Excel writes it, semicolon between fields;
///         with semicolons numbers may have a decimal comma. BOM and CRLF are accepted.
/// Errors  problems with file and line, of a sheet with sheet and cell; rows with a wrong number of fields are
///         left out.
/// Source  RFC 4180 (Y. Shafranovich, 2005).

#include <optional>
#include <string>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/input_file.hpp"
#include "engine/language/tables/sheet.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

/// Columns that a table must and may have. Others are left alone, unless they look like a
/// misspelt one of these.
struct CsvColumns {
    std::vector<std::string> required;
    std::vector<std::string> optional;
};

/// Whether a cell has digits, and nothing else.
bool all_digits(const std::string& text);

class CsvTable {
  public:
    /// Reads a table; without its required columns it is empty.
    CsvTable(const FileText& file, const CsvColumns& columns, Problems& problems);

    /// The same of a sheet. Its names stand in the first row that has a required one; above it may be titles.
    /// \param file_name  of the workbook, for messages
    CsvTable(const std::string& file_name, const Sheet& sheet, const CsvColumns& columns, Problems& problems);

    std::size_t size() const { return rows_.size(); }
    int line(std::size_t row) const { return rows_[row].line; }
    bool has(const std::string& column) const { return column_of(column) >= 0; }

    /// The text of a cell; "" if the column is not there.
    const std::string& text(std::size_t row, const std::string& column) const;

    /// A number from `low` to `high`; nothing, and a problem, if the cell holds anything else.
    std::optional<double> number(std::size_t row, const std::string& column, double low, double high,
                                 Problems& problems) const;
    /// A date like 2020-03-16; same.
    std::optional<Date> date(std::size_t row, const std::string& column, Problems& problems) const;

    /// Reports what is wrong with a cell.
    void report(std::size_t row, const std::string& column, const std::string& message, Problems& problems) const;

    /// Reports what is wrong with the names of the columns.
    void report_header(const std::string& column, const std::string& message, Problems& problems) const;

  private:
    struct Row {
        int line;
        std::vector<std::string> cells;
    };

    void read(const FileText& file, const CsvColumns& columns, Problems& problems);
    int column_of(const std::string& column) const;
    bool take_header(Row header, const CsvColumns& columns, Problems& problems);
    std::string cell_name(const std::string& column, int line) const;

    std::string name_;
    std::string sheet_;  // "" for a CSV table
    int header_line_ = 1;
    char separator_ = ',';
    std::vector<std::string> header_;
    std::vector<Row> rows_;
};

/// A date like 2020-03-16, or nothing.
std::optional<Date> parse_date(const std::string& text);

}  // namespace skranke
