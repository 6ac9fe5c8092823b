#include "engine/language/tables/place_tables.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

#include "engine/language/tables/csv_table.hpp"
#include "engine/language/tables/municipality_finder.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

constexpr double kMostResidents = 1e9;
constexpr double kShareTolerance = 1e-6;

using Index = std::unordered_map<std::string, std::size_t>;

bool is_municipality_number(const std::string& text) { return text.size() == 4 && all_digits(text); }

Municipality read_municipality(const CsvTable& table, std::size_t row, Problems& problems) {
    const auto number = [&](const char* column, double low, double high) {
        return table.number(row, column, low, high, problems).value_or(0.0);
    };
    const auto number_if_given = [&](const char* column, double low, double high) {
        return table.text(row, column).empty() ? std::nullopt : table.number(row, column, low, high, problems);
    };
    const std::size_t wrong_before = problems.size();
    Municipality m;
    m.number = table.text(row, "number");
    if (!is_municipality_number(m.number))
        table.report(row, "number", "needs four digits, a leading zero kept", problems);
    m.name = table.text(row, "name");
    if (m.name.empty()) table.report(row, "name", "needs a name", problems);
    m.county = table.text(row, "county");
    m.county_number = table.text(row, "county_number");
    if (m.county_number.size() != 2 || !all_digits(m.county_number))
        table.report(row, "county_number", "needs two digits, a leading zero kept", problems);
    m.population = number("population", 1, kMostResidents);
    m.children = number("children_0_17", 0, kMostResidents);
    m.adults = number("adults_18_66", 0, kMostResidents);
    m.elderly = number("elderly_67_plus", 0, kMostResidents);
    m.labour_force = number_if_given("labour_force", 1, kMostResidents);
    m.layoff_share = number_if_given("layoff_share_of_labour_force", 0, 1);
    m.recipients = number_if_given("social_assistance_recipients", 0, kMostResidents);
    if (!table.text(row, "digital_form_from").empty())
        m.digital_form_from = table.date(row, "digital_form_from", problems);
    m.lon = number("lon", -180, 180);
    m.lat = number("lat", -90, 90);
    const double by_age = m.children + m.adults + m.elderly;
    if (problems.size() == wrong_before && std::fabs(by_age - m.population) > 0.5)
        table.report(row, "population", "is not the sum of the three age groups, " + number_text(by_age), problems);
    return m;
}

// Reports residents who belong to no office, or to more than one. `first_line` is 0 for a municipality
// without a row and kSpoiled for one with a row that could not be read.
constexpr int kSpoiled = -1;
void check_shares(const std::string& file, const std::vector<Municipality>& municipalities,
                  const std::vector<Office>& offices, const std::vector<int>& first_line, Problems& problems) {
    std::vector<double> sum(municipalities.size(), 0.0);
    for (const Office& office : offices)
        for (const Catchment& c : office.catchments) sum[c.municipality] += c.resident_share;
    for (std::size_t m = 0; m < sum.size(); ++m) {
        if (first_line[m] <= 0 || std::fabs(sum[m] - 1.0) <= kShareTolerance) continue;
        problems.push_back({file, first_line[m], "municipality = \"" + municipalities[m].number + "\"",
                            "the resident_share of its offices adds up to " +
                                number_text(std::round(sum[m] * 1e9) / 1e9) + " (must be 1)"});
    }
}

}  // namespace

MunicipalityFinder::MunicipalityFinder(const std::vector<Municipality>& municipalities) {
    for (const Municipality& m : municipalities) {
        index_.emplace(m.number, numbers_.size());
        numbers_.push_back(m.number);
    }
}

std::optional<std::size_t> MunicipalityFinder::find(const CsvTable& table, std::size_t row, Problems& problems) const {
    const std::string& number = table.text(row, "municipality");
    if (const auto found = index_.find(number); found != index_.end()) return found->second;
    const std::string nearest = nearest_name(number, numbers_);
    table.report(row, "municipality",
                 is_municipality_number(number)
                     ? "is not in the table of municipalities" + (nearest.empty() ? "" : " (nearest: " + nearest + ")")
                     : "needs four digits, a leading zero kept",
                 problems);
    return {};
}

std::vector<Municipality> read_municipalities(const FileText& file, Problems& problems) {
    const CsvTable table{
        file,
        {{"number", "name", "county_number", "county", "population", "children_0_17", "adults_18_66", "elderly_67_plus",
          "lon", "lat"},
         {"labour_force", "layoff_share_of_labour_force", "social_assistance_recipients", "digital_form_from"}},
        problems};
    std::vector<Municipality> municipalities;
    Index seen;
    for (std::size_t row = 0; row < table.size(); ++row) {
        municipalities.push_back(read_municipality(table, row, problems));
        const auto [first, is_new] = seen.emplace(municipalities.back().number, row);
        if (is_new) continue;
        table.report(row, "number", "is there twice, first on line " + std::to_string(table.line(first->second)),
                     problems);
        municipalities.pop_back();
    }
    return municipalities;
}

std::vector<Office> read_offices(const FileText& file, const std::vector<Municipality>& municipalities,
                                 Problems& problems) {
    const CsvTable table{file, {{"office_id", "office", "municipality", "resident_share"}, {}}, problems};
    const MunicipalityFinder finder(municipalities);
    std::vector<Office> offices;
    Index office_index;
    std::vector<int> first_line(municipalities.size(), 0);
    for (std::size_t row = 0; row < table.size(); ++row) {
        const std::string& id = table.text(row, "office_id");
        if (id.empty() || id != key_text(id)) {
            table.report(row, "office_id", "needs letters, digits, '-' and '_'", problems);
            continue;
        }
        const auto [place, is_new] = office_index.emplace(id, offices.size());
        if (is_new) offices.push_back({id, table.text(row, "office"), {}});
        Office& office = offices[place->second];
        if (office.name != table.text(row, "office"))
            table.report(row, "office", "has another name above, \"" + office.name + "\"", problems);
        const auto m = finder.find(table, row, problems);
        const auto share = table.number(row, "resident_share", 0, 1, problems);
        if (!m) continue;
        if (share && *share <= 0) table.report(row, "resident_share", "needs a share above 0", problems);
        if (!share || *share <= 0) first_line[*m] = kSpoiled;
        if (first_line[*m] == 0) first_line[*m] = table.line(row);
        const bool twice = std::any_of(office.catchments.begin(), office.catchments.end(),
                                       [&](const Catchment& c) { return c.municipality == *m; });
        if (twice) table.report(row, "municipality", "is there twice for this office", problems);
        if (!twice) office.catchments.push_back({*m, share.value_or(0.0)});
    }
    check_shares(file.name, municipalities, offices, first_line, problems);
    return offices;
}

Area choose_area(const Area& all, const AreaChoice& choice, std::vector<std::string>& unknown) {
    constexpr std::size_t kDropped = static_cast<std::size_t>(-1);
    const std::unordered_set<std::string> wanted(choice.municipalities.begin(), choice.municipalities.end());
    Area area;
    std::vector<std::size_t> new_index;
    std::unordered_set<std::string> found;
    for (const Municipality& m : all.municipalities) {
        const bool chosen =
            wanted.empty() ? choice.county == "all" || choice.county == m.county_number : wanted.count(m.number) > 0;
        new_index.push_back(chosen ? area.municipalities.size() : kDropped);
        if (!chosen) continue;
        area.municipalities.push_back(m);
        found.insert(m.number);
    }
    for (const std::string& number : choice.municipalities)
        if (found.count(number) == 0) unknown.push_back(number);
    if (choice.municipalities.empty() && area.municipalities.empty()) unknown.push_back(choice.county);
    for (const Office& office : all.offices) {
        Office kept{office.id, office.name, {}};
        for (const Catchment& c : office.catchments)
            if (new_index[c.municipality] != kDropped)
                kept.catchments.push_back({new_index[c.municipality], c.resident_share});
        if (!kept.catchments.empty()) area.offices.push_back(std::move(kept));
    }
    return area;
}

std::vector<Holiday> read_holidays(const FileText& file, Problems& problems) {
    const CsvTable table{file, {{"name", "kind", "month", "day", "offset_days"}, {}}, problems};
    std::vector<Holiday> holidays;
    for (std::size_t row = 0; row < table.size(); ++row) {
        const auto whole = [&](const char* column, double low, double high) {
            const double value = table.number(row, column, low, high, problems).value_or(low);
            if (value != std::floor(value)) table.report(row, column, "needs a whole number", problems);
            return static_cast<int>(value);
        };
        Holiday holiday;
        holiday.name = table.text(row, "name");
        const std::string& kind = table.text(row, "kind");
        if (kind == "easter") {
            holiday.easter = true;
            holiday.offset = whole("offset_days", -100, 200);
        } else if (kind == "fixed") {
            holiday.month = whole("month", 1, 12);
            constexpr std::array<int, 12> kDays{31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
            holiday.day = whole("day", 1, kDays[static_cast<std::size_t>(holiday.month - 1)]);
        } else {
            table.report(row, "kind", "needs fixed or easter", problems);
        }
        holidays.push_back(holiday);
    }
    return holidays;
}

}  // namespace skranke
