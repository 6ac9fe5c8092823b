#include "engine/spreadsheet/book_writer.hpp"

#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <chrono>
#include <cmath>
#include <map>
#include <optional>
#include <pugixml.hpp>
#include <system_error>

#include "engine/base/contract.hpp"
#include "engine/spreadsheet/zip_archive.hpp"

namespace skranke {

namespace {

constexpr std::size_t kLongestText = 32'767, kLongestFooter = 200;  // Excel's limit; a little less than Excel's 255
constexpr double kNarrowest = 4, kUsualWidth = 8.43;   // of columns, in letters
constexpr double kLineHeight = 15, kTitleLines = 1.7, kMostLines = 27;  // points; Excel's highest row is 409
constexpr std::uint8_t kShortDate = 14;  // built in: as the reader's language writes dates
constexpr std::uint32_t kInk = 0x16202A, kHeadFill = 0xDCE6EE, kEntryFill = 0xFFF8DC, kCaveatFill = 0xFFF1D6, kSoftInk = 0x4A5560,
                        kLineInk = 0x1F5F8B, kBandInk = 0x8AA9BF;

/// A file in memory, which the library is told as if it lay on a disk.
class MemoryFile {
  public:
    MemoryFile() : handle_(memfd_create("workbook", MFD_CLOEXEC)) {}
    ~MemoryFile() {
        if (handle_ >= 0) close(handle_);
    }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    bool is_open() const { return handle_ >= 0; }
    std::string name() const { return "/proc/self/fd/" + std::to_string(handle_); }
    std::string content() const {
        std::string all;
        std::array<char, 1 << 16> part{};
        ssize_t got = 0;
        while ((got = pread(handle_, part.data(), part.size(), static_cast<off_t>(all.size()))) > 0)
            all.append(part.data(), static_cast<std::size_t>(got));
        return all;
    }

  private:
    int handle_;
};

/// No longer than `most` bytes, and no letter cut in two.
std::string cut(const std::string& text, std::size_t most) {
    if (text.size() <= most) return text;
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

lxw_row_t row_number(std::size_t row) { return static_cast<lxw_row_t>(row); }
lxw_col_t column_number(std::size_t column) { return static_cast<lxw_col_t>(column); }

lxw_datetime date_of(Date day) {
    const std::chrono::year_month_day d(day);
    return {static_cast<int>(d.year()), static_cast<int>(static_cast<unsigned>(d.month())),
            static_cast<int>(static_cast<unsigned>(d.day())), 0, 0, 0};
}

/// A cell to be filled in looks like the value that it begins with.
Look fitting(Look look, const CellValue& value) {
    if (look < Look::entry_text) return look;
    if (std::holds_alternative<std::string>(value)) return Look::entry_text;
    if (std::holds_alternative<double>(value)) return Look::entry_number;
    return std::holds_alternative<Date>(value) ? Look::entry_day : look;
}

/// The library's formats, each made when it is first wanted.
class Formats {
  public:
    explicit Formats(lxw_workbook* book) : book_(book) {}

    lxw_format* of(Look look) {
        lxw_format*& format = made_[look];
        if (format == nullptr) format = make(look);
        return format;
    }

    lxw_format* header() {
        if (header_ != nullptr) return header_;
        header_ = workbook_add_format(book_);
        format_set_bold(header_);
        format_set_text_wrap(header_);
        format_set_align(header_, LXW_ALIGN_VERTICAL_TOP);
        format_set_bg_color(header_, kHeadFill);
        format_set_font_color(header_, kInk);
        format_set_bottom(header_, LXW_BORDER_THIN);
        return header_;
    }

  private:
    lxw_format* make(Look look) {
        lxw_format* format = workbook_add_format(book_);
        format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        set_kind(format, look);
        set_ink(format, look);
        return format;
    }

    static void set_kind(lxw_format* format, Look look) {
        switch (look) {
            case Look::whole: format_set_num_format(format, "#,##0"); break;
            case Look::tenths: format_set_num_format(format, "#,##0.0"); break;
            case Look::hundredths: format_set_num_format(format, "#,##0.00"); break;
            case Look::percent: format_set_num_format(format, "0.0%"); break;
            case Look::day:
            case Look::entry_day: format_set_num_format_index(format, kShortDate); break;
            case Look::plain_number:
            case Look::entry_number: break;
            default: format_set_num_format(format, "@"); break;  // stays a text when somebody edits it
        }
        if (look >= Look::whole && look <= Look::percent) format_set_align(format, LXW_ALIGN_RIGHT);
        if (look == Look::long_text) format_set_text_wrap(format);
    }

    static void set_ink(lxw_format* format, Look look) {
        if (look == Look::title) format_set_font_size(format, 18);
        if (look == Look::heading) format_set_font_size(format, 13);
        if (look >= Look::title && look <= Look::strong) format_set_bold(format);
        if (look == Look::column_name) {
            format_set_bg_color(format, kHeadFill);
            format_set_text_wrap(format);
        }
        if (look == Look::soft) format_set_font_color(format, kSoftInk);
        if (look == Look::caveat) format_set_bg_color(format, kCaveatFill);
        if (look >= Look::entry_text) {
            format_set_bg_color(format, kEntryFill);
            format_set_border(format, LXW_BORDER_HAIR);
        }
    }

    lxw_workbook* book_;
    std::map<Look, lxw_format*> made_;
    lxw_format* header_ = nullptr;
};

/// One sheet on its way into the library's.
class SheetWriter {
  public:
    SheetWriter(lxw_workbook* book, Formats& formats, const BookSheet& sheet)
        : book_(book), formats_(formats), sheet_(sheet), to_(workbook_add_worksheet(book, sheet.name.c_str())) {
        SKRANKE_EXPECT(to_ != nullptr);  // a name that Excel does not allow
    }

    void write(const std::string& footer, std::size_t index) {
        for (std::size_t row = 0; row < sheet_.lines.size(); ++row) write_line(row);
        if (sheet_.table) write_table(*sheet_.table, index);
        write_widths();
        for (const BookChart& chart : sheet_.charts) insert(chart);
        set_up_page(footer);
    }

  private:
    void put(std::size_t row, std::size_t column, const CellValue& value, Look look) {
        lxw_format* format = formats_.of(fitting(look, value));
        const lxw_row_t r = row_number(row);
        const lxw_col_t c = column_number(column);
        if (const auto* text = std::get_if<std::string>(&value)) {
            worksheet_write_string(to_, r, c, cut(*text, kLongestText).c_str(), format);
        } else if (const auto* number = std::get_if<double>(&value)) {
            worksheet_write_number(to_, r, c, *number, format);
        } else if (const auto* day = std::get_if<Date>(&value)) {
            lxw_datetime date = date_of(*day);
            worksheet_write_datetime(to_, r, c, &date, format);
        } else if (look >= Look::entry_text) {
            worksheet_write_blank(to_, r, c, format);
        }
    }

    double width_of(std::size_t column) const {
        if (column < sheet_.widths.size()) return sheet_.widths[column];
        return sheet_.table && column < sheet_.table->columns.size() ? sheet_.table->columns[column].width : kUsualWidth;
    }

    /// Rows that a text takes in a column where it is broken into lines.
    double lines_of(const CellValue& value, Look look, std::size_t column) const {
        const auto* text = std::get_if<std::string>(&value);
        const bool is_broken = look == Look::long_text || look == Look::column_name;
        if (text == nullptr || !is_broken) return 1;
        const auto is_letter = [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; };
        const auto letters = static_cast<double>(std::count_if(text->begin(), text->end(), is_letter));
        return std::max(1.0, std::ceil(1.15 * letters / std::max(width_of(column), kNarrowest)));
    }

    /// Programs differ in whether they fit heights themselves.
    void set_height(std::size_t row, double lines) {
        if (lines > 1) worksheet_set_row(to_, row_number(row), kLineHeight * std::min(lines, kMostLines), nullptr);
    }

    void write_line(std::size_t row) {
        double lines = 1;
        for (std::size_t column = 0; column < sheet_.lines[row].size(); ++column) {
            const BookCell& cell = sheet_.lines[row][column];
            lines = std::max(lines, cell.look == Look::title ? kTitleLines : lines_of(cell.value, cell.look, column));
        }
        set_height(row, lines);
        for (std::size_t column = 0; column < sheet_.lines[row].size(); ++column) {
            const BookCell& cell = sheet_.lines[row][column];
            const auto* text = std::get_if<std::string>(&cell.value);
            if (cell.sheet.empty() || text == nullptr) {
                put(row, column, cell.value, cell.look);
                continue;
            }
            worksheet_write_url_opt(to_, row_number(row), column_number(column), ("internal:'" + cell.sheet + "'!A1").c_str(),
                                    nullptr, text->c_str(), nullptr);
        }
    }

    void write_rows(const BookTable& table, std::size_t head, std::size_t rows) {
        double header_lines = 1;
        for (std::size_t c = 0; c < table.columns.size(); ++c)
            header_lines = std::max(header_lines, lines_of(table.columns[c].header, Look::column_name, c));
        set_height(head, header_lines);
        for (std::size_t row = 0; row < rows; ++row) {
            double lines = 1;
            for (std::size_t c = 0; c < table.columns.size(); ++c) {
                const CellValue value = row < table.rows.size() ? table.rows[row][c] : CellValue{};
                put(head + 1 + row, c, value, table.columns[c].look);
                lines = std::max(lines, lines_of(value, table.columns[c].look, c));
            }
            set_height(head + 1 + row, lines);
        }
    }

    void write_table(const BookTable& table, std::size_t index) {
        const std::size_t head = header_row_of(sheet_), rows = table.rows.size() + table.spare_rows;
        write_rows(table, head, rows);
        std::vector<lxw_table_column> columns(table.columns.size());
        std::vector<lxw_table_column*> pointers;
        std::vector<std::string> headers;
        for (const BookColumn& column : table.columns) headers.push_back(column.header);
        for (std::size_t c = 0; c < columns.size(); ++c) {
            columns[c].header = headers[c].data();
            columns[c].header_format = formats_.header();
            pointers.push_back(&columns[c]);
            if (table.columns[c].rule || !table.columns[c].hint.empty()) add_rule(table.columns[c], c, head + 1, rows);
        }
        pointers.push_back(nullptr);
        std::string name = "table_" + std::to_string(index + 1);
        lxw_table_options options{};
        options.name = name.data();
        options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
        options.style_type_number = 1;
        options.columns = pointers.data();
        worksheet_add_table(to_, row_number(head), 0, row_number(head + std::max<std::size_t>(rows, 1)),
                            column_number(table.columns.size() - 1), &options);
        worksheet_freeze_panes(to_, row_number(head + 1), column_number(table.fixed_columns));
        worksheet_repeat_rows(to_, row_number(head), row_number(head));
    }

    void add_rule(const BookColumn& column, std::size_t c, std::size_t first, std::size_t rows) {
        lxw_data_validation rule{};
        std::string title = cut(column.header, 32), hint = cut(column.hint, 255);
        std::vector<std::string> choices;
        std::vector<char*> list;
        rule.validate = LXW_VALIDATION_TYPE_ANY;
        rule.input_title = title.data();
        if (!hint.empty()) rule.input_message = hint.data();
        if (column.rule) {
            choices = column.rule->choices;
            for (std::string& choice : choices) list.push_back(choice.data());
            list.push_back(nullptr);
            set_rule(rule, *column.rule, list);
            rule.error_title = title.data();
            if (!hint.empty()) rule.error_message = hint.data();
        }
        worksheet_data_validation_range(to_, row_number(first), column_number(c), row_number(first + std::max<std::size_t>(rows, 1) - 1),
                                        column_number(c), &rule);
    }

    static void set_rule(lxw_data_validation& rule, const EntryRule& of, std::vector<char*>& list) {
        switch (of.kind) {
            case EntryRule::Kind::choice:
                rule.validate = LXW_VALIDATION_TYPE_LIST;
                rule.value_list = list.data();
                break;
            case EntryRule::Kind::number:
                rule.validate = LXW_VALIDATION_TYPE_DECIMAL;
                rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
                rule.minimum_number = of.least;
                rule.maximum_number = of.most;
                break;
            case EntryRule::Kind::day:
                rule.validate = LXW_VALIDATION_TYPE_DATE;
                rule.criteria = LXW_VALIDATION_CRITERIA_BETWEEN;
                rule.minimum_datetime = {1990, 1, 1, 0, 0, 0};
                rule.maximum_datetime = {2099, 12, 31, 0, 0, 0};
                break;
        }
    }

    void write_widths() {
        const auto set = [&](std::size_t c, double width) {
            worksheet_set_column(to_, column_number(c), column_number(c), std::max(width, kNarrowest), nullptr);
        };
        for (std::size_t c = 0; c < sheet_.widths.size(); ++c) set(c, sheet_.widths[c]);
        if (!sheet_.table) return;
        for (std::size_t c = sheet_.widths.size(); c < sheet_.table->columns.size(); ++c) set(c, sheet_.table->columns[c].width);
    }

    void insert(const BookChart& chart) {
        const bool lines = chart.kind == BookChart::Kind::lines;
        lxw_chart* made = workbook_add_chart(book_, lines ? LXW_CHART_LINE : LXW_CHART_BAR);
        const lxw_row_t head = row_number(header_row_of(sheet_));
        const lxw_row_t last = head + row_number(sheet_.table->rows.size());
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            const lxw_col_t values = column_number(chart.series[s]), categories = column_number(chart.categories);
            lxw_chart_series* series = chart_add_series(made, nullptr, nullptr);
            chart_series_set_categories(series, sheet_.name.c_str(), head + 1, categories, last, categories);
            chart_series_set_values(series, sheet_.name.c_str(), head + 1, values, last, values);
            chart_series_set_name_range(series, sheet_.name.c_str(), head, values);
            draw(series, lines, chart.series.size() == 3 && s != 1);
        }
        chart_title_set_name(made, chart.title.c_str());
        chart_axis_set_name(made->x_axis, chart.categories_name.c_str());
        chart_axis_set_name(made->y_axis, chart.values_name.c_str());
        if (!lines) chart_axis_set_reverse(made->x_axis);  // first row on top
        if (chart.series.size() == 1) chart_legend_set_position(made, LXW_CHART_LEGEND_NONE);
        else chart_legend_set_position(made, LXW_CHART_LEGEND_BOTTOM);
        std::string description = chart.description;
        lxw_chart_options options{};
        options.x_scale = 1.5;
        options.y_scale = 1.3;
        options.description = description.data();
        worksheet_insert_chart_opt(to_, row_number(chart.below), column_number(chart.beside), made, &options);
    }

    static void draw(lxw_chart_series* series, bool is_line, bool is_edge) {
        if (!is_line) {
            lxw_chart_fill fill{};
            fill.color = kLineInk;
            chart_series_set_fill(series, &fill);
            return;
        }
        lxw_chart_line line{};
        line.color = is_edge ? kBandInk : kLineInk;
        line.width = is_edge ? 1.25F : 2.5F;
        line.dash_type = is_edge ? LXW_CHART_LINE_DASH_DASH : LXW_CHART_LINE_DASH_SOLID;
        chart_series_set_line(series, &line);
    }

    void set_up_page(const std::string& footer) {
        constexpr std::uint8_t kA4 = 9;
        worksheet_set_paper(to_, kA4);
        worksheet_set_landscape(to_);
        worksheet_fit_to_pages(to_, 1, 0);
        worksheet_set_footer(to_, ("&L&8" + footer + "&R&P / &N").c_str());
        if (!sheet_.table) worksheet_gridlines(to_, LXW_HIDE_ALL_GRIDLINES);
    }

    lxw_workbook* book_;
    Formats& formats_;
    const BookSheet& sheet_;
    lxw_worksheet* to_;
};

/// As a footer takes it, in which an ampersand begins a command; after a size, digits must not follow.
std::string footer_text(const std::string& text) {
    std::string out = " ";
    for (const char c : cut(text, kLongestFooter / 2)) out += c == '&' ? "&&" : std::string(1, c);
    return out;
}

/// Why the bytes are no workbook, or nothing: the library does not tell of a temporary file that was cut short.
std::optional<std::string> fault_of(const std::string& bytes, std::size_t sheets) {
    ZipArchive archive(bytes);
    if (!archive.is_open()) return "it could not be read again";
    std::vector<std::string> parts{"xl/workbook.xml", "xl/styles.xml", "xl/sharedStrings.xml"};
    for (std::size_t s = 1; s <= sheets; ++s) parts.push_back("xl/worksheets/sheet" + std::to_string(s) + ".xml");
    for (const std::string& part : parts) {
        const auto unpacked = archive.unpack(part);
        const auto* text = std::get_if<std::string>(&unpacked);
        pugi::xml_document document;
        if (text == nullptr || !document.load_buffer(text->data(), text->size()))
            return "there was no room for temporary files (TMPDIR names another place for them)";
    }
    return {};
}

}  // namespace

std::size_t header_row_of(const BookSheet& sheet) { return sheet.lines.empty() ? 0 : sheet.lines.size() + 1; }

std::variant<std::string, NotWritten> workbook_bytes(const Book& book) {
    const MemoryFile file;
    if (!file.is_open()) return NotWritten{std::generic_category().message(errno)};
    lxw_workbook* made = workbook_new(file.name().c_str());
    if (made == nullptr) return NotWritten{std::generic_category().message(errno)};
    std::string title = cut(book.title, 255), subject = cut(book.subject, 255), company = "Skranke";
    lxw_doc_properties properties{};
    properties.title = title.data();
    properties.subject = subject.data();
    properties.company = company.data();
    properties.created = std::max<std::time_t>(book.made, 1);  // the library takes 0 for now
    workbook_set_properties(made, &properties);
    Formats formats(made);
    for (std::size_t s = 0; s < book.sheets.size(); ++s)
        SheetWriter(made, formats, book.sheets[s]).write(footer_text(book.footer), s);
    if (const lxw_error error = workbook_close(made)) return NotWritten{lxw_strerror(error)};
    std::string bytes = file.content();
    if (const auto fault = fault_of(bytes, book.sheets.size())) return NotWritten{*fault};
    return bytes;
}

}  // namespace skranke
