#include "engine/language/value_reader.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/scenario/names.hpp"

namespace skranke {

namespace {

constexpr const char* kNeedsDate = "needs a date like 2020-03-16, without quotes";
constexpr const char* kNeedsHours = "needs hours like \"09:00-15:00\", or \"closed\"";
constexpr const char* kNeedsRange = "needs [lowest, highest] plausible value";
constexpr const char* kNeedsWhy = "needs a text that says where the number comes from";
constexpr const char* kNeedsBasis = "needs one of sourced, derived, assumption";
constexpr const char* kNeedsDay =
    "unknown key (known: from, closed, mon, tue, wed, thu, fri, sat, sun, and ranges like mon-fri)";

// "09:00-15:00"; closing after opening, at most 24:00.
std::optional<DailyHours> parse_hours(const std::string& text) {
    if (text.size() != 11 || text[5] != '-') return {};
    const auto opens = parse_time(text.substr(0, 5)), closes = parse_time(text.substr(6));
    if (!opens || !closes || *opens >= *closes) return {};
    return DailyHours{*opens, *closes};
}

// Units that stand for themselves in "needs a share", and those that messages leave out.
constexpr std::array kNouns{"share", "probability", "factor", "weight", "ratio"};
constexpr std::array kUnnamed{"rank", "format", "seed", "shape", "exponent"};

}  // namespace

std::optional<int> parse_time(const std::string& text) {
    if (text.size() != 5 || text[2] != ':') return {};
    const auto two = [&](std::size_t at) {
        const bool digits = text[at] >= '0' && text[at] <= '9' && text[at + 1] >= '0' && text[at + 1] <= '9';
        return digits ? (text[at] - '0') * 10 + (text[at + 1] - '0') : 1000;
    };
    const int minute = two(0) * 60 + two(3);
    return two(3) <= 59 && minute <= 1440 ? std::optional{minute} : std::nullopt;
}

std::optional<Weekdays> parse_weekdays(const std::string& text) {
    const auto day = [](const std::string& name) {
        return static_cast<std::size_t>(std::find(kWeekdayKeys.begin(), kWeekdayKeys.end(), name) -
                                        kWeekdayKeys.begin());
    };
    const std::size_t dash = text.find('-');
    const std::size_t first = day(text.substr(0, dash));
    const std::size_t last = dash == std::string::npos ? first : day(text.substr(dash + 1));
    if (first >= 7 || last >= 7 || first > last) return {};
    return Weekdays{first, last};
}

std::string joined(const std::vector<std::string>& names) {
    std::string text;
    for (const std::string& name : names) text += (text.empty() ? "" : ", ") + name;
    return text;
}

std::string needs_number(const FieldSpec& spec, bool whole) {
    const std::string unit = spec.unit;
    std::string text = "needs a ";
    if (std::find(kNouns.begin(), kNouns.end(), unit) != kNouns.end()) {
        text += unit;
    } else {
        text += whole ? "whole number" : "number";
        if (std::find(kUnnamed.begin(), kUnnamed.end(), unit) == kUnnamed.end()) text += " of " + unit;
    }
    return text + " from " + number_text(spec.low) + " to " + number_text(spec.high);
}

ValueReader::ValueReader(const Document& document, Problems& problems) : document_{document}, problems_{problems} {}

// ---------------------------------------------------------------- account

void ValueReader::report(const Node& node, const std::string& path, const std::string& message) {
    problems_.push_back({document_.file_of(node.origin), node.origin.line, path + " = " + in_short(node), message});
}

void ValueReader::report_missing(Origin origin, const std::string& path, const std::string& needs) {
    problems_.push_back({document_.file_of(origin), origin.line, path, "missing: " + needs});
}

void ValueReader::report_unknown(const Node& table, const std::string& path, const std::vector<std::string>& known) {
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        const std::string& key = table.keys[i];
        if (std::find(known.begin(), known.end(), key) != known.end()) continue;
        const std::string nearest = nearest_name(key, known);
        const std::string hint = nearest.empty() ? "known: " + joined(known) : "nearest: " + nearest;
        const Origin origin = table.items[i].origin;
        problems_.push_back({document_.file_of(origin), origin.line, (path.empty() ? "" : path + ".") + key_text(key),
                             "unknown key (" + hint + ")"});
    }
}

void ValueReader::finish(Scenario& scenario) {
    // Not as the file has them: the same scenario, read again from a result, must show the same list.
    std::stable_sort(assumptions_.begin(), assumptions_.end(), [](const Assumption& a, const Assumption& b) { return a.key < b.key; });
    for (Assumption& assumption : assumptions_) scenario.assumptions.push_back(std::move(assumption));
    if (scenario.start == Date{}) return;
    const Date end = scenario.start + std::chrono::days{7 * scenario.weeks};
    const std::string weeks = date_text(scenario.start) + " to " + date_text(end - std::chrono::days{1});
    for (const auto& [path, node] : dates_) {
        const std::chrono::days year{366};
        if (node->date >= scenario.start - year && node->date <= end + year) continue;
        problems_.push_back({document_.file_of(node->origin), node->origin.line, path + " = " + date_text(node->date),
                             "lies more than a year outside the scenario's weeks (" + weeks + ")",
                             Problem::Severity::warning});
    }
}

// ---------------------------------------------------------------- numbers

std::optional<double> ValueReader::plain_number(const Node& node, const std::string& path, const FieldSpec& spec,
                                                bool whole) {
    double value = std::nan("");
    if (node.kind == Node::Kind::whole) value = static_cast<double>(node.whole);
    if (node.kind == Node::Kind::number && !whole) value = node.number;
    if (value >= spec.low && value <= spec.high) return value;  // false for NaN
    report(node, path, needs_number(spec, whole));
    return {};
}

std::optional<double> ValueReader::number(const Node& node, const std::string& path, const FieldSpec& spec,
                                          bool whole) {
    const Node* inner = node.find("value");
    if (inner == nullptr) return plain_number(node, path, spec, whole);
    report_unknown(node, path, {"value", "range", "basis", "why"});
    const std::optional<double> value = plain_number(*inner, path, spec, whole);
    if (value) annotate(node, path, spec, *value);
    return value;
}

void ValueReader::annotate(const Node& node, const std::string& path, const FieldSpec& spec, double value) {
    const Node* range = node.find("range");
    const Node* basis = node.find("basis");
    const Node* why = node.find("why");
    if (range == nullptr && basis == nullptr && why == nullptr) return;
    Assumption noted{path, value, value, value, spec.unit, "", "", node.origin.line};
    if (basis == nullptr) {
        report_missing(node.origin, path + ".basis", kNeedsBasis);
    } else if (basis->text != "sourced" && basis->text != "derived" && basis->text != "assumption") {
        report(*basis, path + ".basis", kNeedsBasis);
    } else {
        noted.basis = basis->text;
    }
    if (why == nullptr) {
        report_missing(node.origin, path + ".why", kNeedsWhy);
    } else if (why->text.empty() || why->text.size() > kMostText) {
        report(*why, path + ".why", kNeedsWhy);
    } else {
        noted.why = why->text;
    }
    if (range != nullptr) {
        read_range(node, *range, path, spec, noted);
    } else if (noted.basis == "assumption") {
        report_missing(node.origin, path + ".range", kNeedsRange);
    }
    assumptions_.push_back(std::move(noted));
}

void ValueReader::read_range(const Node& node, const Node& range, const std::string& path, const FieldSpec& spec,
                             Assumption& noted) {
    if (range.kind != Node::Kind::list || range.items.size() != 2) return report(range, path + ".range", kNeedsRange);
    const auto low = plain_number(range.items[0], path + ".range", spec, false);
    const auto high = plain_number(range.items[1], path + ".range", spec, false);
    if (!low || !high) return;
    if (*low > *high) return report(range, path + ".range", kNeedsRange);
    noted.low = *low;
    noted.high = *high;
    if (noted.value >= *low && noted.value <= *high) return;
    const Node* inner = node.find("value");
    const Origin origin = inner == nullptr ? node.origin : inner->origin;
    problems_.push_back({document_.file_of(origin), origin.line, path + " = " + number_text(noted.value),
                         "lies outside its own range " + in_short(range),
                         document_.is_setting(origin) ? Problem::Severity::warning : Problem::Severity::error});
}

// ---------------------------------------------------------------- timelines and dates

std::optional<Timeline> ValueReader::timeline(const Node& node, const std::string& path, const FieldSpec& spec) {
    const Node* steps = node.find("steps");
    const Node* line = node.find("line");
    if (steps == nullptr && line == nullptr) {
        const auto constant = number(node, path, spec);
        return constant ? std::optional{Timeline{*constant}} : std::nullopt;
    }
    report_unknown(node, path, {"value", "steps", "line", "range", "basis", "why"});
    const Node* inner = node.find("value");
    if (line != nullptr && (steps != nullptr || inner != nullptr)) {
        report(node, path, "needs either value and steps, or line alone");
        return {};
    }
    Timeline read;
    std::optional<double> first;
    if (inner != nullptr) first = plain_number(*inner, path, spec, false);
    if (first) read = Timeline{*first};
    read.kind = line != nullptr ? Timeline::Kind::line : Timeline::Kind::steps;
    add_points(line != nullptr ? *line : *steps, path + (line != nullptr ? ".line" : ".steps"), spec, read);
    annotate(node, path, spec, first.value_or(read.largest()));
    return read;
}

void ValueReader::add_points(const Node& list, const std::string& path, const FieldSpec& spec, Timeline& value) {
    if (list.kind != Node::Kind::list || list.items.empty())
        return report(list, path, "needs a list like [{from = 2020-03-16, value = 2}]");
    std::optional<Date> last;
    for (std::size_t i = 0; i < list.items.size(); ++i) {
        const Node& item = list.items[i];
        const std::string point = path + "[" + std::to_string(i + 1) + "]";
        const Node* from = item.find("from");
        const Node* amount = item.find("value");
        if (from == nullptr || amount == nullptr) {
            report(item, point, "needs from and value, as in {from = 2020-03-16, value = 2}");
            continue;
        }
        report_unknown(item, point, {"from", "value"});
        const auto on = date(*from, point + ".from");
        const auto amounts_to = plain_number(*amount, point + ".value", spec, false);
        if (on && last && *on <= *last)
            report(*from, point + ".from",
                   "is not after " + date_text(*last) + ", the date before it (dates must ascend)");
        if (on) last = on;
        if (on && amounts_to) value.points.push_back({*on, *amounts_to});
    }
}

std::optional<Date> ValueReader::date(const Node& node, const std::string& path) {
    const Date first = std::chrono::year{1900} / 1 / 1;
    const Date last = std::chrono::year{2200} / 1 / 1;
    if (node.kind == Node::Kind::date && node.date >= first && node.date < last) {
        dates_.emplace_back(path, &node);
        return node.date;
    }
    report(node, path, kNeedsDate);
    return {};
}

// ---------------------------------------------------------------- opening hours

std::optional<WeekHours> ValueReader::week_hours(const Node& table, const std::string& path) {
    const std::size_t wrong_before = problems_.size();
    WeekHours week{};
    std::array<std::size_t, 7> named_by{};  // days in the entry that holds for a day: one day wins over a range
    for (std::size_t i = 0; i < table.keys.size(); ++i) {
        const std::string& key = table.keys[i];
        const Node& value = table.items[i];
        const std::string where = path + "." + key_text(key);
        if (key == "from") continue;
        if (key == "closed") {
            const bool alone = table.keys.size() == (table.find("from") == nullptr ? 1U : 2U);
            if (!value.flag || !alone) report(value, where, "needs true, and no weekdays beside it");
            continue;
        }
        const auto days = parse_weekdays(key);
        const auto hours = parse_hours(value.text);
        if (!days) {
            report(value, where, kNeedsDay);
        } else if (!hours && value.text != "closed") {
            report(value, where, kNeedsHours);
        } else {
            const std::size_t named = days->last - days->first + 1;
            for (std::size_t day = days->first; day <= days->last; ++day) {
                if (named_by[day] > 1 && named > 1)
                    report(value, where, std::string{"names "} + kWeekdayKeys[day] + " a second time");
                if (named_by[day] == 1) continue;
                named_by[day] = named;
                week[day] = hours;
            }
        }
    }
    return problems_.size() == wrong_before ? std::optional{week} : std::nullopt;
}

std::optional<OpeningHours> ValueReader::hours(const Node& node, const std::string& path) {
    if (node.kind != Node::Kind::list || node.items.empty()) {
        report(node, path, "needs a list like [{mon-fri = \"09:00-15:00\"}, {from = 2020-03-13, closed = true}]");
        return {};
    }
    OpeningHours read;
    for (std::size_t i = 0; i < node.items.size(); ++i) {
        const Node& item = node.items[i];
        const std::string where = path + "[" + std::to_string(i + 1) + "]";
        if (!item.is_table()) {
            report(item, where, "needs a table like {mon-fri = \"09:00-15:00\"}");
            continue;
        }
        OpeningHours::Period period{};
        const Node* from = item.find("from");
        const auto on = from == nullptr ? std::nullopt : date(*from, where + ".from");
        if (on) period.from = *on;
        if (from == nullptr && i > 0) report(item, where, "needs from (only the first period may leave it out)");
        if (on && !read.periods.empty() && read.periods.back().from >= *on)
            report(*from, where + ".from", "is not after the period before it (dates must ascend)");
        if (const auto week = week_hours(item, where)) period.week = *week;
        read.periods.push_back(period);
    }
    return read;
}

}  // namespace skranke
