#include "engine/spreadsheet/workbook.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <map>
#include <pugixml.hpp>
#include <set>

#include "engine/spreadsheet/cell_date.hpp"
#include "engine/spreadsheet/zip_archive.hpp"

namespace skranke {

namespace {

constexpr std::size_t kMostCells = 2'000'000;
constexpr std::size_t kMostColumns = 16'384;
constexpr int kMostRows = 1'048'576;

/// An element's name without its prefix.
std::string_view local_name(const pugi::xml_node& node) {
    const std::string_view name = node.name();
    return name.substr(name.find(':') + 1);  // npos + 1 = 0
}

pugi::xml_node child(const pugi::xml_node& node, std::string_view name) {
    return node.find_child([&](const pugi::xml_node& c) { return local_name(c) == name; });
}

/// Calls `use` with every child of this name.
template <class Use>
void each(const pugi::xml_node& node, std::string_view name, Use use) {
    for (const pugi::xml_node& c : node.children())
        if (local_name(c) == name) use(c);
}

/// The text of a string: of its <t>, or of all runs; readings for pronunciation left out.
std::string text_of(const pugi::xml_node& string) {
    std::string text = child(string, "t").text().get();
    each(string, "r", [&](const pugi::xml_node& run) { text += child(run, "t").text().get(); });
    return text;
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(" \t\r\n"), to = text.find_last_not_of(" \t\r\n");
    return from == std::string::npos ? "" : text.substr(from, to - from + 1);
}

struct CellPlace {
    int row = 0;             ///< from 1
    std::size_t column = 0;  ///< from 0
};

/// "B7" -> row 7, column 1
std::optional<CellPlace> place_of(std::string_view name) {
    CellPlace place;
    std::size_t at = 0, column = 0;
    for (; at < name.size() && at < 3 && name[at] >= 'A' && name[at] <= 'Z'; ++at)
        column = 26 * column + static_cast<std::size_t>(name[at] - 'A' + 1);
    const auto [end, error] = std::from_chars(name.data() + at, name.data() + name.size(), place.row);
    if (column == 0 || column > kMostColumns || error != std::errc{} || end != name.data() + name.size() || place.row < 1 ||
        place.row > kMostRows)
        return {};
    place.column = column - 1;
    return place;
}

std::optional<double> number_of(const char* text) {
    double value = 0;
    const char* last = text + std::strlen(text);
    const auto [end, error] = std::from_chars(text, last, value);
    return error == std::errc{} && end == last && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::string shortest(double value) {
    char digits[400];
    return {digits, std::to_chars(digits, digits + sizeof digits, value, std::chars_format::fixed).ptr};
}

class Reader {
  public:
    Reader(const FileText& file, Problems& problems) : file_{file}, problems_{problems}, archive_{file.text} {}

    std::vector<std::string> names() {
        std::vector<std::string> all;
        pugi::xml_document book;
        if (!parse_book(book)) return all;
        each(child(child(book, "workbook"), "sheets"), "sheet",
             [&](const pugi::xml_node& sheet) { all.emplace_back(sheet.attribute("name").value()); });
        return all;
    }

    std::optional<Sheet> read(const std::string& wanted) {
        pugi::xml_document book, links;
        if (!parse_book(book) || !parse("xl/_rels/workbook.xml.rels", links)) return {};
        const std::string file = sheet_file(book, links, wanted);
        if (file.empty() || !read_strings() || !read_styles()) return {};
        const std::string_view epoch = child(child(book, "workbook"), "workbookPr").attribute("date1904").value();
        if (epoch == "1" || epoch == "true") system_ = DateSystem::from_1904;
        pugi::xml_document content;
        if (!parse(file, content)) return {};
        const std::size_t wrong_before = problems_.size();
        read_rows(child(content, "worksheet"));
        if (problems_.size() > wrong_before) return {};
        return std::move(sheet_);
    }

  private:
    std::nullopt_t refuse(const std::string& why) {
        problems_.push_back({file_.name, 0, "", why});
        return std::nullopt;
    }

    void report(const CellPlace& place, const std::string& message) {
        problems_.push_back({file_.name, place.row,
                             sheet_.name + "!" + column_letters(place.column) + std::to_string(place.row), message});
    }

    bool parse_book(pugi::xml_document& into) {
        if (archive_.is_open() && archive_.has("xl/workbook.xml")) return parse("xl/workbook.xml", into);
        refuse("is no Excel workbook (.xlsx; save older or other formats as one, or as CSV)");
        return false;
    }

    bool parse(const std::string& part, pugi::xml_document& into) {
        auto unpacked = archive_.unpack(part);
        if (const auto* complaint = std::get_if<ZipArchive::Complaint>(&unpacked)) {
            refuse(complaint->sentence);
            return false;
        }
        const std::string& text = std::get<std::string>(unpacked);
        if (text.find("<!DOCTYPE") != std::string::npos || text.find("<!ENTITY") != std::string::npos) {
            refuse("has a document type in its part " + part + ", which no spreadsheet program writes");
            return false;
        }
        if (!into.load_buffer(text.data(), text.size(), pugi::parse_default | pugi::parse_ws_pcdata_single)) {
            refuse("is damaged in its part " + part);
            return false;
        }
        return true;
    }

    /// The part that holds the wanted sheet; "" and a problem if there is none.
    std::string sheet_file(const pugi::xml_document& book, const pugi::xml_document& links, const std::string& wanted) {
        std::string link, names;
        each(child(child(book, "workbook"), "sheets"), "sheet", [&](const pugi::xml_node& sheet) {
            const std::string name = sheet.attribute("name").value();
            names += (names.empty() ? "" : ", ") + name;
            if (!link.empty() || (!wanted.empty() && name != wanted)) return;
            sheet_.name = name;
            for (const pugi::xml_attribute& a : sheet.attributes())
                if (std::string_view(a.name()).ends_with(":id")) link = a.value();
        });
        if (link.empty()) {
            refuse(wanted.empty() ? "has no sheet" : "has no sheet \"" + wanted + "\" (it has: " + names + ")");
            return "";
        }
        std::string target;
        each(child(links, "Relationships"), "Relationship", [&](const pugi::xml_node& relation) {
            if (relation.attribute("Id").value() == link) target = relation.attribute("Target").value();
        });
        if (target.empty()) refuse("is damaged: sheet " + sheet_.name + " is nowhere");
        if (target.empty() || target.front() == '/') return target.empty() ? "" : target.substr(1);
        return "xl/" + target;
    }

    bool read_strings() {
        if (!archive_.has("xl/sharedStrings.xml")) return true;
        pugi::xml_document document;
        if (!parse("xl/sharedStrings.xml", document)) return false;
        each(child(document, "sst"), "si", [&](const pugi::xml_node& si) { strings_.push_back(trimmed(text_of(si))); });
        return true;
    }

    bool read_styles() {
        if (!archive_.has("xl/styles.xml")) return true;
        pugi::xml_document document;
        if (!parse("xl/styles.xml", document)) return false;
        const pugi::xml_node styles = child(document, "styleSheet");
        std::map<int, bool> own;
        each(child(styles, "numFmts"), "numFmt", [&](const pugi::xml_node& format) {
            own[format.attribute("numFmtId").as_int()] = is_date_format(format.attribute("formatCode").value());
        });
        each(child(styles, "cellXfs"), "xf", [&](const pugi::xml_node& xf) {
            const int number = xf.attribute("numFmtId").as_int();
            const auto found = own.find(number);
            shows_date_.push_back(found != own.end() ? found->second : is_date_format(number));
        });
        return true;
    }

    void read_rows(const pugi::xml_node& worksheet) {
        CellPlace place;
        std::map<int, std::vector<std::string>> rows;  // a file may have them in any order
        std::size_t cells = 0;
        each(child(worksheet, "sheetData"), "row", [&](const pugi::xml_node& row) {
            place = {row.attribute("r") ? row.attribute("r").as_int() : place.row + 1, 0};
            each(row, "c", [&](const pugi::xml_node& cell) {
                if (++cells > kMostCells) return;
                if (cell.attribute("r")) {
                    const auto told = place_of(cell.attribute("r").value());
                    if (!told) return report(place, "is damaged: a cell is called " + std::string(cell.attribute("r").value()));
                    place = *told;
                }
                take(cell, place, rows);
                ++place.column;
            });
        });
        if (cells > kMostCells) refuse("has more than 2000000 cells in sheet " + sheet_.name);
        for (auto& [number, texts] : rows) sheet_.rows.push_back({number, std::move(texts)});
        check_merged(child(worksheet, "mergeCells"));
    }

    void take(const pugi::xml_node& cell, const CellPlace& place, std::map<int, std::vector<std::string>>& rows) {
        std::string text = trimmed(value_of(cell, place));
        if (text.empty()) return;
        if (place.row < 1 || place.row > kMostRows || place.column >= kMostColumns)
            return report(place, "is damaged: no sheet has such a cell");
        auto& texts = rows[place.row];
        if (texts.size() <= place.column) texts.resize(place.column + 1);
        texts[place.column] = std::move(text);
    }

    std::string value_of(const pugi::xml_node& cell, const CellPlace& place) {
        const std::string_view type = cell.attribute("t").value();
        if (type == "inlineStr") return text_of(child(cell, "is"));
        const pugi::xml_node value = child(cell, "v");
        const char* text = value.text().get();
        if (*text == '\0') {
            if (child(cell, "f"))
                report(place, "holds a formula without its value (open and save the workbook in a spreadsheet program, or "
                              "paste values)");
            return "";
        }
        if (type == "s") return shared_string(text, place);
        if (type == "str" || type == "d") return text;
        if (type == "b") return std::strcmp(text, "1") == 0 ? "yes" : "no";
        if (type == "e") {
            report(place, std::string("holds the error ") + text + " (needs a value)");
            return "";
        }
        return number_text_of(cell, text, place);
    }

    std::string shared_string(const char* text, const CellPlace& place) {
        const auto index = number_of(text);
        if (index && *index >= 0 && *index < static_cast<double>(strings_.size())) return strings_[static_cast<std::size_t>(*index)];
        report(place, std::string("is damaged: there is no string ") + text);
        return "";
    }

    std::string number_text_of(const pugi::xml_node& cell, const char* text, const CellPlace& place) {
        const auto number = number_of(text);
        if (!number) {
            report(place, std::string("is damaged: ") + std::string(text).substr(0, 40) + " is no number");
            return "";
        }
        const auto style = static_cast<std::size_t>(cell.attribute("s").as_uint());
        if (style >= shows_date_.size() || !shows_date_[style]) return shortest(*number);
        const auto date = date_of_serial(*number, system_);
        if (!date) report(place, shortest(*number) + " is no day (needs a date after 1900)");
        return date.value_or("");
    }

    /// Merged cells have one value for several rows; nobody can tell which of them it is meant for.
    void check_merged(const pugi::xml_node& all) {
        each(all, "mergeCell", [&](const pugi::xml_node& merged) {
            const std::string range = merged.attribute("ref").value();
            const std::size_t colon = range.find(':');
            if (colon == std::string::npos) return;
            const auto first = place_of(std::string_view(range).substr(0, colon));
            const auto last = place_of(std::string_view(range).substr(colon + 1));
            const bool filled = first && std::any_of(sheet_.rows.begin(), sheet_.rows.end(),
                                                     [&](const Sheet::Row& row) { return row.number == first->row; });
            if (filled && last && last->row > first->row)
                report(*first, "cells " + range + " are merged (unmerge them: every row needs its own values)");
        });
    }

    const FileText& file_;
    Problems& problems_;
    ZipArchive archive_;
    Sheet sheet_;
    DateSystem system_ = DateSystem::from_1900;
    std::vector<std::string> strings_;
    std::vector<bool> shows_date_;  // by style
};

}  // namespace

std::optional<Sheet> read_sheet(const FileText& workbook, const std::string& name, Problems& problems) {
    return Reader{workbook, problems}.read(name);
}

std::vector<std::string> sheet_names(const FileText& workbook, Problems& problems) { return Reader{workbook, problems}.names(); }

}  // namespace skranke
