#include "engine/language/tables/csv_table.hpp"

#include <fast_float/fast_float.h>

#include <algorithm>
#include <cmath>

#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

constexpr std::size_t kMostTableBytes = 50'000'000;

// Cuts a text into rows of cells. An unclosed quote is reported where it opens.
class RowCutter {
  public:
    RowCutter(const std::string& text, std::size_t begin) : text_{text}, at_{begin} {}

    bool done() const { return at_ >= text_.size(); }
    int line() const { return line_; }
    int unclosed_line() const { return unclosed_line_; }

    std::vector<std::string> next(char separator) {
        std::vector<std::string> cells(1);
        while (!done()) {
            const char c = text_[at_];
            if (c == '"' && cells.back().empty()) {
                take_quoted(cells.back());
            } else if (c == '\n' || c == '\r') {
                at_ += text_.compare(at_, 2, "\r\n") == 0 ? 2 : 1;
                ++line_;
                return cells;
            } else {
                if (c == separator) {
                    cells.emplace_back();
                } else {
                    cells.back() += c;
                }
                ++at_;
            }
        }
        return cells;
    }

  private:
    void take_quoted(std::string& cell) {
        const int opened = line_;
        for (++at_; !done(); ++at_) {
            if (text_[at_] == '\n') ++line_;
            if (text_[at_] != '"') {
                cell += text_[at_];
            } else if (text_.compare(at_, 2, "\"\"") == 0) {
                cell += '"';
                ++at_;
            } else {
                ++at_;
                return;
            }
        }
        unclosed_line_ = opened;
    }

    const std::string& text_;
    std::size_t at_;
    int line_ = 1;
    int unclosed_line_ = 0;
};

std::string shown(const std::string& text) {
    Node node;
    node.kind = Node::Kind::text;
    node.text = text;
    return in_short(node);
}

bool blank(const std::vector<std::string>& cells) { return cells.size() == 1 && cells.front().empty(); }

}  // namespace

bool all_digits(const std::string& text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<Date> parse_date(const std::string& text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return {};
    int parts[3] = {0, 0, 0};
    int part = 0;
    for (const char c : text) {
        if (c == '-') {
            ++part;
        } else if (c < '0' || c > '9' || part > 2) {
            return {};
        } else {
            parts[part] = parts[part] * 10 + (c - '0');
        }
    }
    const std::chrono::year_month_day day{std::chrono::year{parts[0]},
                                          std::chrono::month{static_cast<unsigned>(parts[1])},
                                          std::chrono::day{static_cast<unsigned>(parts[2])}};
    if (!day.ok() || parts[0] < 1900 || parts[0] >= 2200) return {};
    return Date{day};
}

CsvTable::CsvTable(const FileText& file, const CsvColumns& columns, Problems& problems) : name_{file.name} {
    read(file, columns, problems);
}

void CsvTable::read(const FileText& file, const CsvColumns& columns, Problems& problems) {
    const auto refuse = [&](int line, const std::string& why) { problems.push_back({name_, line, "", why}); };
    const bool bom = file.text.compare(0, 3, "\xef\xbb\xbf") == 0;
    if (file.text.size() > kMostTableBytes) return refuse(0, "is larger than 50 MB");
    if (!is_utf8(file.text)) return refuse(0, "is not UTF-8 text (in Excel: save as \"CSV UTF-8\")");
    const std::string first_line = file.text.substr(0, file.text.find('\n'));
    if (std::count(first_line.begin(), first_line.end(), ';') > std::count(first_line.begin(), first_line.end(), ','))
        separator_ = ';';

    RowCutter cutter{file.text, bom ? 3U : 0U};
    if (cutter.done()) return refuse(0, "is empty (needs a line of column names)");
    if (!take_header({1, cutter.next(separator_)}, columns, problems)) return;
    while (!cutter.done()) {
        Row row{cutter.line(), cutter.next(separator_)};
        if (blank(row.cells)) continue;
        if (row.cells.size() != header_.size()) {
            refuse(row.line, "has " + std::to_string(row.cells.size()) + " fields, the first line has " +
                                 std::to_string(header_.size()));
        } else {
            rows_.push_back(std::move(row));
        }
    }
    if (cutter.unclosed_line() > 0) refuse(cutter.unclosed_line(), "opens a quote that is never closed");
}

CsvTable::CsvTable(const std::string& file_name, const Sheet& sheet, const CsvColumns& columns, Problems& problems)
    : name_{file_name}, sheet_{sheet.name} {
    const auto names_columns = [&](const Sheet::Row& row) {
        return std::any_of(columns.required.begin(), columns.required.end(), [&](const std::string& name) {
            return std::find(row.cells.begin(), row.cells.end(), name) != row.cells.end();
        });
    };
    auto row = std::find_if(sheet.rows.begin(), sheet.rows.end(), names_columns);
    if (row == sheet.rows.end()) row = sheet.rows.begin();
    if (row == sheet.rows.end()) {
        problems.push_back({name_, 0, sheet_, "is an empty sheet (needs a row of column names)"});
        return;
    }
    if (!take_header({row->number, row->cells}, columns, problems)) return;
    for (++row; row != sheet.rows.end(); ++row) {
        rows_.push_back({row->number, row->cells});
        rows_.back().cells.resize(header_.size());
    }
}

bool CsvTable::take_header(Row header, const CsvColumns& columns, Problems& problems) {
    header_ = std::move(header.cells);
    header_line_ = header.line;
    std::vector<std::string> absent;  // columns that a misspelt one may have meant
    std::vector<std::string> others;  // columns that nobody asked for
    const auto wanted = [&](const std::vector<std::string>& all, const std::string& name) {
        return std::find(all.begin(), all.end(), name) != all.end();
    };
    for (const std::string& name : header_)
        if (!wanted(columns.required, name) && !wanted(columns.optional, name)) others.push_back(name);
    bool complete = true;
    for (const std::string& name : columns.required) {
        if (has(name)) continue;
        const std::string nearest = nearest_name(name, others);
        problems.push_back({name_, header.line, key_text(name),
                            "missing column" + (nearest.empty() ? "" : " (nearest: " + key_text(nearest) + ")")});
        complete = false;
    }
    for (const std::string& name : columns.optional)
        if (!has(name)) absent.push_back(name);
    for (const std::string& name : others) {
        const std::string nearest = nearest_name(name, absent);
        if (!nearest.empty())
            problems.push_back({name_, header.line, key_text(name), "unknown column (nearest: " + nearest + ")",
                                Problem::Severity::warning});
    }
    for (std::size_t i = 0; i < header_.size(); ++i) {
        if (header_[i].empty() || column_of(header_[i]) == static_cast<int>(i)) continue;
        problems.push_back({name_, header.line, key_text(header_[i]), "names two columns"});
        complete = false;
    }
    return complete;
}

int CsvTable::column_of(const std::string& column) const {
    const auto found = std::find(header_.begin(), header_.end(), column);
    return found == header_.end() ? -1 : static_cast<int>(found - header_.begin());
}

const std::string& CsvTable::text(std::size_t row, const std::string& column) const {
    static const std::string kNothing;
    const int at = column_of(column);
    return at < 0 ? kNothing : rows_[row].cells[static_cast<std::size_t>(at)];
}

std::optional<double> CsvTable::number(std::size_t row, const std::string& column, double low, double high,
                                       Problems& problems) const {
    std::string digits = text(row, column);
    if (separator_ == ';') std::replace(digits.begin(), digits.end(), ',', '.');
    double value = 0;
    const auto end = fast_float::from_chars(digits.data(), digits.data() + digits.size(), value);
    const bool whole_cell = end.ec == std::errc{} && end.ptr == digits.data() + digits.size();
    if (whole_cell && value >= low && value <= high) return value;  // false for NaN
    report(row, column, "needs a number from " + number_text(low) + " to " + number_text(high), problems);
    return {};
}

std::optional<Date> CsvTable::date(std::size_t row, const std::string& column, Problems& problems) const {
    const auto date = parse_date(text(row, column));
    if (!date) report(row, column, "needs a date like 2020-03-16", problems);
    return date;
}

void CsvTable::report(std::size_t row, const std::string& column, const std::string& message,
                      Problems& problems) const {
    problems.push_back({name_, rows_[row].line, cell_name(column, rows_[row].line) + column + " = " + shown(text(row, column)),
                        message});
}

void CsvTable::report_header(const std::string& column, const std::string& message, Problems& problems) const {
    problems.push_back({name_, header_line_, (sheet_.empty() ? "" : sheet_ + ": ") + column, message});
}

/// "Cases!B7: " in a sheet, "" in a file whose line says it all.
std::string CsvTable::cell_name(const std::string& column, int line) const {
    const int at = column_of(column);
    if (sheet_.empty()) return "";
    return sheet_ + (at < 0 ? "" : "!" + column_letters(static_cast<std::size_t>(at)) + std::to_string(line)) + ": ";
}

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26)
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    return letters;
}

}  // namespace skranke
