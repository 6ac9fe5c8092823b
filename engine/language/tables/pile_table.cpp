#include "engine/language/tables/pile_table.hpp"

#include <algorithm>
#include <cmath>
#include <map>

#include "engine/language/toml_reader.hpp"

namespace skranke {

namespace {

using Received = std::chrono::sys_time<std::chrono::minutes>;

/// "09:30" or "09:30:15" -> minutes after midnight
std::optional<int> minutes_of(const std::string& clock) {
    const bool shaped = (clock.size() == 5 || (clock.size() == 8 && clock[5] == ':' && all_digits(clock.substr(6)))) &&
                        clock[2] == ':' && all_digits(clock.substr(0, 2)) && all_digits(clock.substr(3, 2));
    if (!shaped) return {};
    const int hours = std::stoi(clock.substr(0, 2)), minutes = std::stoi(clock.substr(3, 2));
    return hours < 24 && minutes < 60 ? std::optional(60 * hours + minutes) : std::nullopt;
}

std::optional<Received> parse_received(const std::string& text) {
    const auto date = parse_date(text.substr(0, 10));
    if (!date) return {};
    if (text.size() == 10) return Received{*date};
    const auto minutes = text[10] == 'T' || text[10] == ' ' ? minutes_of(text.substr(11)) : std::nullopt;
    return minutes ? std::optional(Received{*date} + std::chrono::minutes{*minutes}) : std::nullopt;
}

/// Finds what a cell names, by key or by label in any language.
template <class Items>
std::optional<std::size_t> find_named(const Items& items, const std::string& text) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (text == items[i].key || text == items[i].label.nb || text == items[i].label.nn || text == items[i].label.en)
            return i;
    return {};
}

/// What would be right: the nearest name of any kind, or all, as people in Norway call them.
template <class Items>
std::string known_as(const Items& items, const std::string& text) {
    std::vector<std::string> names;
    std::string all;
    for (const auto& item : items) {
        for (const std::string& name : {item.key, item.label.nb, item.label.nn, item.label.en})
            if (!name.empty()) names.push_back(name);
        all += (all.empty() ? "" : ", ") + (item.label.nb.empty() ? item.key : item.label.nb);
    }
    const std::string nearest = nearest_name(text, names);
    return nearest.empty() ? " (known: " + all + ")" : " (nearest: " + nearest + ")";
}

/// Hands rows out among candidates in proportion to their weights: each to the one that is furthest behind.
class FairShare {
  public:
    std::size_t next(const std::vector<double>& weights) {
        given_.resize(weights.size(), 0);
        double total = 0, given = 1;
        for (const double w : weights) total += w;
        for (const double g : given_) given += g;
        std::size_t best = 0;
        for (std::size_t i = 1; i < weights.size(); ++i)
            if (weights[i] / total * given - given_[i] > weights[best] / total * given - given_[best] + 1e-9) best = i;
        ++given_[best];
        return best;
    }

  private:
    std::vector<double> given_;
};

class PileReader {
  public:
    PileReader(const CsvTable& table, const std::vector<Municipality>& all, const Scenario& scenario, Problems& problems)
        : table_{table}, all_{all}, s_{scenario}, problems_{problems} {}

    std::vector<OpenCase> read() {
        std::vector<OpenCase> pile;
        if (!table_.has("office") && !table_.has("municipality") && table_.size() > 0)
            table_.report_header("office", "missing column: needs office, municipality or both", problems_);
        else
            for (row_ = 0; row_ < table_.size(); ++row_) {
                OpenCase one;
                const std::size_t wrong_before = problems_.size();
                read_what(one);
                const bool here = read_place(one);
                if (here && problems_.size() == wrong_before) pile.push_back(one);
            }
        return pile;
    }

  private:
    const std::string& text(const char* column) const { return table_.text(row_, column); }
    void report(const char* column, const std::string& message) { table_.report(row_, column, message, problems_); }

    void read_what(OpenCase& one) {
        const auto service = find_named(s_.services, text("service"));
        if (!service) report("service", "unknown service" + known_as(s_.services, text("service")));
        one.service = service.value_or(0);
        if (!text("group").empty()) {
            one.group = find_named(s_.groups, text("group"));
            if (!one.group) report("group", "unknown group" + known_as(s_.groups, text("group")));
        }
        read_received(one);
        const auto missing = yes_or_no("documents_missing");
        if (missing) one.documents = *missing ? Documents::missing : Documents::complete;
        const auto urgent = yes_or_no("urgent");
        if (urgent && *urgent) one.priority = s_.verdict.urgent_priority;
        if (text("priority").empty()) return;
        if (urgent && *urgent) return report("priority", "stands beside urgent (one of the two)");
        const auto priority = table_.number(row_, "priority", 0, 7, problems_);
        if (priority && *priority != std::floor(*priority)) report("priority", "needs a whole number from 0 to 7");
        one.priority = static_cast<int>(priority.value_or(0));
    }

    void read_received(OpenCase& one) {
        const std::string& written = text("received");
        const auto received = parse_received(written);
        if (!received) {
            report("received", all_digits(written) ? "is a plain number (needs a cell with a date format, or a date like 2020-03-16)"
                                                   : "needs a date like 2020-03-16 or 2020-03-16 09:30");
            return;
        }
        one.received = *received;
        const Date oldest = s_.start - std::chrono::days{7 * kHistoryWeeks};
        if (*received >= s_.start)
            report("received", "is not before the scenario's start, " + date_text(s_.start) +
                                   " (later cases arise in the simulation)");
        else if (*received < oldest)
            report("received", "is more than " + std::to_string(kHistoryWeeks) + " weeks before the scenario's start (the oldest day is " +
                                   date_text(oldest) + ")");
    }

    std::optional<bool> yes_or_no(const char* column) {
        const std::string& word = text(column);
        if (word == "yes" || word == "ja") return true;
        if (word == "no" || word == "nei") return false;
        if (!word.empty()) report(column, "needs yes or no, or nothing if it is not known");
        return {};
    }

    /// \return false if the place lies outside the scenario's area, or is wrong
    bool read_place(OpenCase& one) {
        std::string number = text("municipality");
        if (all_digits(number) && number.size() == 3) number.insert(0, "0");  // a spreadsheet dropped the zero
        const std::string& id = text("office");
        if (number.empty() && id.empty()) {
            report(table_.has("office") ? "office" : "municipality", "needs an office or a municipality");
            return false;
        }
        if (!number.empty() && !knows_municipality(number)) return false;
        std::vector<std::pair<std::size_t, std::size_t>> places;  // office, catchment
        std::vector<double> weights;
        bool office_known = id.empty();
        for (std::size_t o = 0; o < s_.offices.size(); ++o) {
            if (!id.empty() && s_.offices[o].id != id && s_.offices[o].name != id) continue;
            office_known = true;
            for (std::size_t c = 0; c < s_.offices[o].catchments.size(); ++c) {
                const Catchment& catchment = s_.offices[o].catchments[c];
                if (!number.empty() && s_.municipalities[catchment.municipality].number != number) continue;
                places.emplace_back(o, c);
                weights.push_back(catchment.resident_share * s_.municipalities[catchment.municipality].population);
            }
        }
        if (!office_known) return report_office(id);
        if (places.empty()) {
            if (!id.empty()) report("municipality", "is not served by office " + id);
            return false;  // a municipality outside the area
        }
        const auto [office, catchment] = places[shares_[id + "/" + number].next(weights)];
        one.office = office;
        one.municipality = s_.offices[office].catchments[catchment].municipality;
        return true;
    }

    bool knows_municipality(const std::string& number) {
        std::vector<std::string> numbers;
        for (const Municipality& m : all_) numbers.push_back(m.number);
        if (std::find(numbers.begin(), numbers.end(), number) != numbers.end()) return true;
        const std::string nearest = nearest_name(number, numbers);
        report("municipality",
               "is not in the table of municipalities" + (nearest.empty() ? "" : " (nearest: " + nearest + ")"));
        return false;
    }

    bool report_office(const std::string& id) {
        std::vector<std::string> names;
        for (const Office& office : s_.offices) names.insert(names.end(), {office.id, office.name});
        const std::string nearest = nearest_name(id, names);
        report("office", "is not among the offices of this area" + (nearest.empty() ? "" : " (nearest: " + nearest + ")"));
        return false;
    }

    const CsvTable& table_;
    const std::vector<Municipality>& all_;
    const Scenario& s_;
    Problems& problems_;
    std::size_t row_ = 0;
    std::map<std::string, FairShare> shares_;  // by what rows say of their place
};

}  // namespace

const CsvColumns& pile_columns() {
    static const CsvColumns columns{
        {"received", "service"},
        {"office", "municipality", "group", "priority", "urgent", "documents_missing", "case_id"}};
    return columns;
}

std::vector<OpenCase> read_pile(const CsvTable& table, const std::vector<Municipality>& all, const Scenario& scenario,
                                Problems& problems) {
    return PileReader{table, all, scenario, problems}.read();
}

}  // namespace skranke
