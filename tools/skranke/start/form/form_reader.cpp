#include "tools/skranke/start/form/form_reader.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>

#include "engine/language/tables/pile_table.hpp"
#include "engine/language/toml_reader.hpp"
#include "engine/spreadsheet/workbook.hpp"
#include "tools/skranke/start/form/form_words.hpp"
#include "tools/skranke/start/starter.hpp"

namespace skranke {

namespace {

constexpr int kMostWeeks = 520;
constexpr std::chrono::days kMostMoved{26 * 7};  // of the first day: our own choice

/// Minutes after midnight of "10", "10:30" or "10.30".
std::optional<int> clock_of(std::string text) {
    std::erase(text, ' ');
    int hours = 0, minutes = 0;
    const char* last = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), last, hours);
    if (error != std::errc{}) return {};
    if (at != last) {
        if (*at != ':' && *at != '.') return {};
        const auto rest = std::from_chars(at + 1, last, minutes);
        if (rest.ec != std::errc{} || rest.ptr != last || last - at != 3) return {};
    }
    if (hours < 0 || hours > 24 || minutes < 0 || minutes > 59 || 60 * hours + minutes > 1440) return {};
    return 60 * hours + minutes;
}

/// E.g. " (nearest: NAV Vik)", or all that there are.
std::string choices(const std::string& typed, const std::vector<std::string>& names) {
    const std::string nearest = nearest_name(typed, names);
    return nearest.empty() ? fmt::format("needs one of {}", fmt::join(names, ", ")) : fmt::format("is not known (nearest: {})", nearest);
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) out += c == '"' ? "\"\"" : std::string(1, c);
    return out + "\"";
}

bool is_closed(const std::string& text) {
    return text.empty() || std::any_of(kLangs.begin(), kLangs.end(), [&](Lang l) { return text == form::kClosed.in(l); }) || text == "stengd";
}

template <class Dated>
void sort_by_date(std::vector<Dated>& steps) {
    std::stable_sort(steps.begin(), steps.end(), [](const Dated& a, const Dated& b) { return a.from < b.from; });
}

/// Whether the steps before `end` are the same; the first holds from the beginning, whatever its date.
bool is_same(std::vector<Timeline::Point> a, const std::vector<Timeline::Point>& b, Date end) {
    std::erase_if(a, [&](const Timeline::Point& p) { return p.from >= end; });
    if (a.empty() || a.size() != b.size() || a.front().value != b.front().value) return false;
    return std::equal(a.begin() + 1, a.end(), b.begin() + 1,
                      [](const Timeline::Point& x, const Timeline::Point& y) { return x.from == y.from && x.value == y.value; });
}

}  // namespace

std::optional<DailyHours> hours_of(const std::string& text) {
    constexpr std::string_view kDash = "–";
    std::size_t dash = text.find(kDash), length = kDash.size();
    if (dash == std::string::npos) {
        dash = text.find('-');
        length = 1;
    }
    if (dash == std::string::npos) return {};
    const auto opens = clock_of(text.substr(0, dash)), closes = clock_of(text.substr(dash + length));
    if (!opens || !closes || *opens >= *closes) return {};
    return DailyHours{*opens, *closes};
}

FormReader::FormReader(const FileText& file, Problems& problems) : file_(file), problems_(problems) {
    const std::vector<std::string> there = sheet_names(file, problems);
    if (has_errors(problems)) return;
    const auto has = [&](const Phrase& name, Lang l) { return std::find(there.begin(), there.end(), name.in(l)) != there.end(); };
    for (const Lang l : kLangs) {
        if (is_form_ || !has(form::kSettings, l) || !has(form::kStaff, l) || !has(form::kHours, l) || !has(form::kPile, l)) continue;
        lang_ = l;
        is_form_ = true;
    }
    if (is_form_) return;
    problems.push_back({file.name, 0, "",
                        fmt::format("is no form of skranke new --xlsx (needs the sheets {}, {}, {} and {}; it has: {})", said(form::kSettings),
                                    said(form::kStaff), said(form::kHours), said(form::kPile), fmt::join(there, ", "))});
}

std::optional<CsvTable> FormReader::table_of(const Phrase& sheet, const std::vector<Phrase>& required, const std::vector<Phrase>& optional) {
    if (!is_form_) return {};
    const auto read = read_sheet(file_, said(sheet), problems_);
    if (!read) return {};
    CsvColumns columns;
    for (const Phrase& name : required) columns.required.push_back(said(name));
    for (const Phrase& name : optional) columns.optional.push_back(said(name));
    return CsvTable(file_.name, *read, columns, problems_);
}

bool FormReader::is_filled_in(const CsvTable& table, std::size_t row, std::span<const Phrase> columns) const {
    return std::any_of(columns.begin(), columns.end(), [&](const Phrase& name) { return !table.text(row, said(name)).empty(); });
}

std::string FormReader::read_municipality(const CsvTable& table, std::size_t row, const std::vector<Municipality>& known) {
    std::string number = table.text(row, said(form::kValue));
    if (all_digits(number) && number.size() == 3) number.insert(0, "0");  // a spreadsheet dropped the zero
    std::vector<std::string> numbers;
    for (const Municipality& m : known) numbers.push_back(m.number);
    if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) return number;
    const std::string nearest = nearest_name(number, numbers);
    table.report(row, said(form::kValue), "is no municipality of 2020" + (nearest.empty() ? "" : " (nearest: " + nearest + ")"), problems_);
    return "";
}

std::optional<Date> FormReader::read_start(const CsvTable& table, std::size_t row, Date usual) {
    const auto start = table.date(row, said(form::kValue), problems_);
    if (!start) return {};
    if (*start < usual - kMostMoved || *start > usual + kMostMoved) {
        table.report(row, said(form::kValue), fmt::format("is too far from what the scenario tells of (needs a Monday from {} to {}; open cases of another time: "
                                                          "say when they were counted)", date_text(usual - kMostMoved), date_text(usual + kMostMoved)), problems_);
        return {};
    }
    const auto past_monday = std::chrono::weekday(*start) - std::chrono::Monday;
    if (past_monday == std::chrono::days{0}) return start;
    table.report(row, said(form::kValue), "is no Monday (nearest before: " + date_text(*start - past_monday) + ")", problems_);
    return {};
}

std::optional<double> FormReader::read_weeks(const CsvTable& table, std::size_t row) {
    const auto weeks = table.number(row, said(form::kValue), 1, kMostWeeks, problems_);
    if (!weeks || *weeks == std::floor(*weeks)) return weeks;
    table.report(row, said(form::kValue), "needs a whole number of weeks", problems_);
    return {};
}

FormReader::Frame FormReader::read_frame(const std::vector<Municipality>& known, Date usual_start) {
    Frame frame;
    const auto table = table_of(form::kSettings, {form::kWhat, form::kValue}, {form::kMeaning});
    if (!table) return frame;
    bool is_told = false;
    for (std::size_t row = 0; row < table->size(); ++row) {
        const std::string& what = table->text(row, said(form::kWhat));
        if (what == said(form::kNumber)) {
            is_told = true;
            frame.municipality = read_municipality(*table, row, known);
        }
        if (what == said(form::kStart)) frame.start = read_start(*table, row, usual_start);
        if (what == said(form::kWeeks)) frame.weeks = read_weeks(*table, row);
        if (what == said(form::kCounted) && !table->text(row, said(form::kValue)).empty())
            frame.counted = table->date(row, said(form::kValue), problems_);
    }
    if (!is_told && table->size() > 0)
        table->report_header(said(form::kNumber), "missing row (needs the number of the municipality)", problems_);
    return frame;
}

std::optional<std::size_t> FormReader::read_office(const CsvTable& table, std::size_t row, const Scenario& base,
                                                   const std::vector<std::size_t>& offices) {
    const std::string& typed = table.text(row, said(form::kOffice));
    std::vector<std::string> names;
    for (const std::size_t o : offices) {
        if (typed == base.offices[o].name || typed == base.offices[o].id) return o;
        names.push_back(base.offices[o].name);
    }
    table.report(row, said(form::kOffice), choices(typed, names), problems_);
    return {};
}

std::optional<std::size_t> FormReader::read_desk(const CsvTable& table, std::size_t row) {
    const std::string& typed = table.text(row, said(form::kDesk));
    std::vector<std::string> names;
    for (std::size_t d = 0; d < kOfficeDesks; ++d) {
        const std::string key = key_of(static_cast<DeskKind>(d));
        names.push_back(desk_name(key, lang_));
        if (typed == names.back() || typed == key) return d;
    }
    table.report(row, said(form::kDesk), choices(typed, names), problems_);
    return {};
}

std::optional<Date> FormReader::read_from(const CsvTable& table, std::size_t row) {
    if (table.text(row, said(form::kFrom)).empty()) return Date{};  // before everything
    return table.date(row, said(form::kFrom), problems_);
}

void FormReader::read_staff(OwnFigures& into, const Scenario& base, const std::vector<std::size_t>& offices) {
    static constexpr std::array kColumns{form::kOffice, form::kDesk, form::kFrom, form::kPositions};
    const auto table = table_of(form::kStaff, {form::kOffice, form::kDesk, form::kPositions}, {form::kFrom, form::kNote});
    if (!table) return;
    for (std::size_t row = 0; row < table->size(); ++row) {
        if (!is_filled_in(*table, row, kColumns)) continue;
        const auto office = read_office(*table, row, base, offices);
        const auto desk = read_desk(*table, row);
        const auto from = read_from(*table, row);
        const auto positions = table->number(row, said(form::kPositions), 0, kMostPositions, problems_);
        if (!office || !desk || !from || !positions) continue;
        auto& points = into.offices[*office].positions[*desk];
        if (std::any_of(points.begin(), points.end(), [&](const Timeline::Point& p) { return p.from == *from; }))
            table->report(row, said(form::kFrom), "stands twice for this office and desk (every row of them needs a date of its own)", problems_);
        points.push_back({*from, *positions});
    }
    const World world(base);
    for (auto& [office, figures] : into.offices)
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            auto& points = figures.positions[d];
            sort_by_date(points);
            if (is_same(points, positions_of(world, office, d), base.start + std::chrono::days{7 * base.weeks})) points.clear();  // left as it was assumed
        }
}

void FormReader::read_hours(OwnFigures& into, const Scenario& base, const std::vector<std::size_t>& offices) {
    const auto table = table_of(form::kHours, {form::kOffice, form::kDays.front()},
                                {form::kFrom, form::kDays[1], form::kDays[2], form::kDays[3], form::kDays[4], form::kDays[5], form::kDays[6]});
    if (!table) return;
    for (std::size_t row = 0; row < table->size(); ++row) {
        if (table->text(row, said(form::kOffice)).empty() && table->text(row, said(form::kFrom)).empty() && !is_filled_in(*table, row, form::kDays))
            continue;
        const auto office = read_office(*table, row, base, offices);
        const auto from = read_from(*table, row);
        OpeningHours::Period period{from.value_or(Date{}), {}};
        for (std::size_t d = 0; d < form::kDays.size(); ++d) {
            const std::string& typed = table->text(row, said(form::kDays[d]));
            if (is_closed(typed)) continue;
            period.week[d] = hours_of(typed);
            if (!period.week[d])
                table->report(row, said(form::kDays[d]), fmt::format("needs hours like 10:00-14:00, or {}", said(form::kClosed)), problems_);
        }
        if (!office || !from) continue;
        auto& door = into.offices[*office].door;
        if (!door) door.emplace();
        if (std::any_of(door->periods.begin(), door->periods.end(), [&](const OpeningHours::Period& p) { return p.from == *from; }))
            table->report(row, said(form::kFrom), "stands twice for this office (every row of it needs a date of its own)", problems_);
        door->periods.push_back(period);
    }
    for (auto& [office, figures] : into.offices)
        if (figures.door) sort_by_date(figures.door->periods);
}

/// The sheet as a table of open cases: its columns under the keys that those have, and the municipality for cases of which
/// no office is told.
/// \param moved  the day that a case is taken to have come
std::optional<CsvTable> FormReader::pile_table(const std::string& municipality, const std::function<Date(Date)>& moved) {
    if (!is_form_) return {};
    auto sheet = read_sheet(file_, said(form::kPile), problems_);
    if (!sheet) return {};
    const auto find = [&](const Sheet::Row& row, const Phrase& name) { return std::find(row.cells.begin(), row.cells.end(), said(name)); };
    std::size_t width = 0, office = 0, received = 0;
    for (Sheet::Row& row : sheet->rows) {
        if (width > 0) {
            const bool placed = row.cells.size() > office && !row.cells[office].empty();
            row.cells.resize(width);
            row.cells.back() = placed ? "" : municipality;
            std::string& day = row.cells[received];
            if (const auto date = parse_date(day.substr(0, 10))) day.replace(0, 10, date_text(moved(*date)));
        } else if (find(row, form::kPileColumns.front().name) != row.cells.end()) {
            office = static_cast<std::size_t>(find(row, form::kOffice) - row.cells.begin());
            received = static_cast<std::size_t>(find(row, form::kPileColumns.front().name) - row.cells.begin());
            for (std::string& cell : row.cells)
                for (const form::PileColumn& column : form::kPileColumns)
                    if (cell == said(column.name)) cell = column.key;
            row.cells.emplace_back("municipality");
            width = row.cells.size();
        }
    }
    return CsvTable(file_.name, *sheet, pile_columns(), problems_);
}

bool FormReader::has_pile() {
    Problems before = problems_;
    const auto table = pile_table("", std::identity{});
    problems_ = std::move(before);  // what is wrong with it is told when it is read
    return table && table->size() > 0;
}

/// That every case had come when they were counted, and is not older than a pile may be.
void FormReader::check_ages(Date counted) {
    Problems told_already;
    std::swap(problems_, told_already);
    const auto table = pile_table("", std::identity{});
    problems_ = std::move(told_already);
    for (std::size_t row = 0; table && row < table->size(); ++row) {
        const auto received = parse_date(table->text(row, "received").substr(0, 10));
        if (!received) continue;
        if (*received > counted) table->report(row, "received", "is after the day that the cases were counted, " + date_text(counted), problems_);
        if (*received <= counted - std::chrono::days{7 * kHistoryWeeks})
            table->report(row, "received", fmt::format("is more than {} weeks before the day that the cases were counted", kHistoryWeeks), problems_);
    }
}

void FormReader::read_pile(OwnFigures& into, const Frame& frame, const Scenario& base, const Municipality& own) {
    if (frame.counted) check_ages(*frame.counted);
    const Date last = base.start - std::chrono::days{1}, first = base.start - std::chrono::days{7 * kHistoryWeeks};
    const auto moved = [&](Date received) {  // days that cannot be have been told by now
        return frame.counted ? std::clamp(received + (last - *frame.counted), first, last) : received;
    };
    const auto table = pile_table(own.number, moved);
    if (!table || table->size() == 0) return;
    skranke::read_pile(*table, base.municipalities, base, problems_);
    const CsvColumns& columns = pile_columns();
    const auto write_row = [&](const std::function<std::string(const std::string&)>& cell) {
        std::string row;
        for (const auto* names : {&columns.required, &columns.optional})
            for (const std::string& name : *names) row += (row.empty() ? "" : ",") + cell(name);
        into.pile += row + "\n";
    };
    write_row([](const std::string& name) { return name; });
    for (std::size_t row = 0; row < table->size(); ++row)
        write_row([&](const std::string& name) { return quoted(table->text(row, name)); });
}

OwnFigures FormReader::read_figures(const Frame& frame, const Scenario& base, std::size_t municipality) {
    OwnFigures figures;
    figures.source = file_.name;
    const std::vector<std::size_t> offices = offices_of(base, municipality);
    read_staff(figures, base, offices);
    read_hours(figures, base, offices);
    read_pile(figures, frame, base, base.municipalities[municipality]);
    return figures;
}

}  // namespace skranke
