// Tables of what was observed or foretold in the municipalities: weekly counts, daily curves, single needs.

#include <algorithm>
#include <map>

#include "engine/language/tables/municipality_finder.hpp"
#include "engine/language/tables/place_tables.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

constexpr double kMostCounted = 1e9;

/// Rows of the chosen municipalities; those of others are dropped, those of unknown ones reported.
class ChosenRows {
  public:
    ChosenRows(const std::vector<Municipality>& all, const std::vector<Municipality>& chosen)
        : all_(all), in_all_(all), in_chosen_(chosen) {}

    std::optional<std::size_t> find(const CsvTable& table, std::size_t row, Problems& problems) const {
        const auto known = in_all_.find(table, row, problems);
        return known ? in_chosen_.find(all_[*known].number) : std::nullopt;
    }

  private:
    const std::vector<Municipality>& all_;
    MunicipalityFinder in_all_, in_chosen_;
};

/// Index of the service or group that a cell names; nothing, and a problem, if there is none.
template <class Thing>
std::optional<std::size_t> find_key(const CsvTable& table, std::size_t row, const char* column,
                                    const std::vector<Thing>& things, Problems& problems) {
    std::vector<std::string> keys;
    for (std::size_t i = 0; i < things.size(); ++i) {
        if (things[i].key == table.text(row, column)) return i;
        keys.push_back(things[i].key);
    }
    const std::string nearest = nearest_name(table.text(row, column), keys);
    table.report(row, column, std::string{"unknown "} + column + (nearest.empty() ? "" : " (nearest: " + nearest + ")"),
                 problems);
    return {};
}

/// Minute of the day of a text like T09:30.
std::optional<int> parse_time_of_day(const std::string& text) {
    const auto digit = [&](std::size_t at) { return text[at] >= '0' && text[at] <= '9' ? text[at] - '0' : -1; };
    if (text.size() != 6 || text[0] != 'T' || text[3] != ':') return {};
    for (const std::size_t at : {1, 2, 4, 5})
        if (digit(at) < 0) return {};
    const int hour = 10 * digit(1) + digit(2), minute = 10 * digit(4) + digit(5);
    if (hour > 23 || minute > 59) return {};
    return 60 * hour + minute;
}

}  // namespace

std::vector<WeeklySeries> read_series(const FileText& file, const std::vector<Municipality>& all,
                                      const std::vector<Municipality>& chosen, Problems& problems) {
    const CsvTable table{file, {{"municipality", "monday", "applications"}, {"suppressed"}}, problems};
    const ChosenRows places(all, chosen);
    std::map<std::size_t, std::map<Date, std::optional<double>>> weeks;  // by chosen municipality
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto place = places.find(table, row, problems);
        const auto monday = table.date(row, "monday", problems);
        const std::string& hidden = table.text(row, "suppressed");
        if (hidden != "" && hidden != "0" && hidden != "1") table.report(row, "suppressed", "needs 0 or 1", problems);
        std::optional<double> count;
        if (hidden != "1") count = table.number(row, "applications", 0, kMostCounted, problems);
        if (hidden == "1" && !table.text(row, "applications").empty())
            table.report(row, "applications", "must be empty where suppressed is 1", problems);
        if (monday && std::chrono::weekday{*monday} != std::chrono::Monday)
            table.report(row, "monday", "is not a Monday", problems);
        if (!place || !monday) continue;
        if (!weeks[*place].emplace(*monday, count).second)
            table.report(row, "monday", "is there twice for municipality " + chosen[*place].number, problems);
    }
    std::vector<WeeklySeries> series;
    for (const auto& [m, counts] : weeks) {
        WeeklySeries& one = series.emplace_back();
        one.municipality = m;
        for (const auto& [monday, count] : counts) one.weeks.push_back({monday, count});
    }
    return series;
}

std::vector<DailyCurve> read_curve(const FileText& file, const std::vector<Municipality>& all,
                                   const std::vector<Municipality>& chosen, Problems& problems) {
    const CsvTable table{file, {{"date", "value"}, {"municipality"}}, problems};
    const ChosenRows places(all, chosen);
    std::map<std::optional<std::size_t>, std::map<Date, double>> days;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const bool has_place = table.has("municipality");
        const auto place = has_place ? places.find(table, row, problems) : std::nullopt;
        const auto date = table.date(row, "date", problems);
        const auto value = table.number(row, "value", 0, kMostCounted, problems);
        if (!date || !value || (has_place && !place)) continue;
        if (!days[place].emplace(*date, *value).second)
            table.report(row, "date", "is there twice" + (place ? " for municipality " + chosen[*place].number : ""),
                         problems);
    }
    std::vector<DailyCurve> curves;
    for (const auto& [place, values] : days) curves.push_back({place, {values.begin(), values.end()}});
    return curves;
}

std::vector<TracedNeed> read_trace(const FileText& file, const std::vector<Municipality>& all, const Scenario& scenario,
                                   Problems& problems) {
    const CsvTable table{file, {{"municipality", "service", "time"}, {"group"}}, problems};
    const ChosenRows places(all, scenario.municipalities);
    std::vector<TracedNeed> needs;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& time = table.text(row, "time");
        const auto place = places.find(table, row, problems);
        const auto service = find_key(table, row, "service", scenario.services, problems);
        std::optional<std::size_t> group;
        if (!table.text(row, "group").empty()) group = find_key(table, row, "group", scenario.groups, problems);
        const auto date = parse_date(time.substr(0, 10));
        const auto minute = parse_time_of_day(time.size() > 10 ? time.substr(10) : "");
        if (!date || !minute) table.report(row, "time", "needs a date and time like 2020-03-16T09:30", problems);
        if (place && service && date && minute) needs.push_back({*date, *minute, *place, *service, group});
    }
    const auto earlier = [](const TracedNeed& a, const TracedNeed& b) {
        return std::pair(a.date, a.minute) < std::pair(b.date, b.minute);
    };
    std::stable_sort(needs.begin(), needs.end(), earlier);
    return needs;
}

}  // namespace skranke
