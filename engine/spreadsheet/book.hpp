#pragma once
/// \file
/// A workbook as somebody means it: sheets of lines, a table and charts, before it is written (book_writer.hpp). A value
/// that knows nothing of files, so that what stands in it can be tested cell by cell.
///
/// Shape   a sheet: lines from the top, then its table, with an empty row between if there are both; charts beside it.
/// Units   widths in characters; shares 0..1, shown in per cent.
/// Range   names of sheets: at most 31 letters without []:*?/\ and different from one another, headers of a table
///         likewise different. Texts may hold anything; they are never formulas.

#include <cstddef>
#include <cstdint>
#include <ctime>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/scenario/timeline.hpp"

namespace skranke {

/// How a value looks, and what a spreadsheet takes it for.
enum class Look : std::uint8_t {
    text,
    long_text,  ///< several lines in one cell
    title,
    heading,
    column_name,  ///< above a few rows that are no table
    strong,
    soft,
    caveat,
    plain_number,  ///< numbers with the decimals they need
    whole,       ///< numbers without decimals
    tenths,      ///< with one
    hundredths,  ///< with two
    percent,     ///< with one decimal
    day,
    entry_text,   ///< to be filled in by the reader, as the next two
    entry_number,
    entry_day
};

/// Nothing, a text, a number or a day.
using CellValue = std::variant<std::monostate, std::string, double, Date>;

struct BookCell {
    CellValue value;
    Look look = Look::text;
    std::string sheet{};  ///< that a click leads to; "" = no link
};

/// What may be typed into a column; a spreadsheet program refuses the rest.
struct EntryRule {
    enum class Kind : std::uint8_t { choice, number, day };
    Kind kind = Kind::number;
    std::vector<std::string> choices{};  ///< together at most 255 letters
    double least = 0, most = 0;          ///< of a number
};

struct BookColumn {
    std::string header;
    Look look = Look::text;
    double width = 12;
    std::string hint{};                 ///< shown while a cell of the column is chosen; at most 255 letters
    std::optional<EntryRule> rule{};
};

/// Sorted and filtered by its header, which stays in sight.
struct BookTable {
    std::vector<BookColumn> columns;
    std::vector<std::vector<CellValue>> rows;  ///< as long as `columns`
    std::size_t fixed_columns = 0;             ///< from the left, that stay in sight as the header does
    std::size_t spare_rows = 0;                ///< empty ones below, to be filled in
};

/// A native chart of columns of the sheet's table.
struct BookChart {
    enum class Kind : std::uint8_t { lines, bars };
    Kind kind = Kind::lines;
    std::string title, description;   ///< the latter for who cannot see it
    std::string categories_name, values_name;
    std::size_t categories = 0;       ///< column of the table
    std::vector<std::size_t> series;  ///< columns; of three lines the second is drawn solid, the others as its band
    std::size_t beside = 0;           ///< column of the sheet where its left edge is
    std::size_t below = 0;            ///< rows of the sheet above it
};

struct BookSheet {
    std::string name;
    std::vector<std::vector<BookCell>> lines;
    std::optional<BookTable> table{};
    std::vector<BookChart> charts{};
    std::vector<double> widths{};  ///< of columns, where the table does not say
};

struct Book {
    std::string title, subject;
    std::string footer;   ///< printed on every page, beside its number
    std::time_t made = 0; ///< since 1970, UTC: what the file says, whenever it is written
    std::vector<BookSheet> sheets;
};

/// The row of a sheet, from 0, that the header of its table is in.
std::size_t header_row_of(const BookSheet& sheet);

}  // namespace skranke
