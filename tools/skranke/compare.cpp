// skranke compare: what a plan changes against another, among the same people.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>
#include <map>
#include <numeric>

#include "engine/analysis/comparison.hpp"
#include "engine/report/screen_table.hpp"
#include "engine/report/wording.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr Phrase kHead{"A: {0}\nB: {1}\nDe samme menneskene i {2} simulerte forløp. Endring: B minus A, med 95 % intervall.",
                       "A: {0}\nB: {1}\nDei same menneska i {2} simulerte forløp. Endring: B minus A, med 95 % intervall.",
                       "A: {0}\nB: {1}\nThe same people in {2} simulated runs. Change: B less A, with 95% intervals."};
constexpr Phrase kUnmetPeople{"Udekket", "Udekt", "Unmet"};
constexpr Phrase kChange{"Endring, personer", "Endring, personar", "Change, people"};
constexpr Phrase kPoints{"Prosentpoeng", "Prosentpoeng", "Per cent points"};
constexpr Phrase kOnTime{"I tide, pp", "I tide, pp", "On time, pp"};
constexpr Phrase kAccess{"Når noen, timer", "Når nokon, timar", "Access, hours"};
constexpr std::array<Phrase, 3> kParts{{{"Lokale tjenester", "Lokale tenester", "Local services"},
                                        {"Statlige ytelser", "Statlege ytingar", "State benefits"},
                                        {"Alle", "Alle", "All"}}};
constexpr Phrase kGroups{"Etter gruppe, lokale tjenester", "Etter gruppe, lokale tenester", "By group, local services"};
constexpr Phrase kServices{"Etter tjeneste", "Etter teneste", "By service"};
constexpr Phrase kPlaces{"Etter kommune, lokale, mest hjulpet først", "Etter kommune, lokale, mest hjelpte først",
                         "By municipality, local, helped most first"};
constexpr Phrase kCost{"Tiltakene koster {0} kroner mer i et forløp.", "Tiltaka kostar {0} kroner meir i eit forløp.",
                       "The measures cost NOK {0} more in a run."};
constexpr Phrase kCostEach{" Det er {0} kroner for hver som får hjelp.", " Det er {0} kroner for kvar som får hjelp.",
                           " That is NOK {0} for each who is helped."};
constexpr Phrase kPaired{"Par av forløp med de samme menneskene: intervallet trenger {0} av forløpene som uavhengige ville trengt.",
                         "Par av forløp med dei same menneska: intervallet treng {0} av forløpa som uavhengige ville trengt.",
                         "Pairs of runs with the same people: this interval needs {0} of the runs that independent ones would."};

/// A stored result that is opened to be compared.
struct Plan {
    explicit Plan(const std::string& result) : reader(ResultReader::open(result_file(result))), scenario(stored_scenario(reader)) {}

    ResultReader reader;
    Scenario scenario;
};

std::string signed_number(double value, int decimals, Lang lang) { return (value > 0 ? "+" : "") + number(value, decimals, lang); }

/// "-22 (-25 to -19)"
std::string with_interval(const Estimate& e, double unit, int decimals, Lang lang) {
    if (!e.valid) return kUnknown;
    const std::string value = signed_number(e.value / unit, decimals, lang);
    if (!(e.half_width() < 1e15) || e.half_width() == 0) return value;
    return value + " (" + number(e.low / unit, decimals, lang) + (lang == Lang::en ? " to " : " til ") +
           number(e.high / unit, decimals, lang) + ")";
}

std::string cell(const std::string& text, std::size_t width, bool left = false) {
    const std::size_t used = screen_width(text);
    const std::string space(used < width ? width - used : 0, ' ');
    return left ? text + space : space + text;
}

class Table {
  public:
    explicit Table(Lang lang) : lang_(lang) {}

    void head(const Phrase& title) const {
        std::cout << "\n" << cell(title.in(lang_), 44, true) << cell("A", 8) << cell("B", 8) << cell(kChange.in(lang_), 26)
                  << cell(kPoints.in(lang_), 24) << cell(kOnTime.in(lang_), 12) << cell(kAccess.in(lang_), 17) << "\n";
    }
    void row(const std::string& name, const Difference& d) const {
        std::cout << cell(name, 44, true) << cell(number(d.unmet_a, 0, lang_), 8) << cell(number(d.unmet_b, 0, lang_), 8)
                  << cell(with_interval(d.unmet, 1, 0, lang_), 26) << cell(with_interval(d.unmet_rate, 0.01, 1, lang_), 24)
                  << cell(d.on_time_share.valid ? signed_number(100 * d.on_time_share.value, 1, lang_) : kUnknown, 12)
                  << cell(d.access_mean_min.valid ? signed_number(d.access_mean_min.value / 60, 1, lang_) : kUnknown, 17) << "\n";
    }

  private:
    Lang lang_;
};

Comparison compare_plans(Plan& a, Plan& b) {
    const std::string why = why_not_comparable(a.reader.shape(), b.reader.shape());
    if (!why.empty()) throw bad_usage("these results cannot be compared: " + why);
    if (a.scenario.seed != b.scenario.seed)
        throw bad_usage(fmt::format("these results have other people: seed {} and seed {} (run both with the same --seed)",
                                    a.scenario.seed, b.scenario.seed));
    std::map<std::uint32_t, std::uint64_t> in_b;
    for (std::uint64_t i = 0; i < b.reader.replications(); ++i) in_b[b.reader.read(i).key.replication] = i;
    ComparisonBuilder builder(a.scenario, b.scenario, a.reader.shape(), b.reader.shape());
    std::uint64_t pairs = 0;
    for (std::uint64_t i = 0; i < a.reader.replications(); ++i) {
        const RunRecord first = a.reader.read(i);
        const auto second = in_b.find(first.key.replication);
        if (second == in_b.end()) continue;
        builder.add(first, b.reader.read(second->second));
        ++pairs;
    }
    if (pairs == 0) throw bad_usage("these results have no replication in common");
    return builder.build();
}

void print_cost(const Comparison& c, Lang lang) {
    if (c.cost.value == 0) return;
    std::string text = fill(kCost.in(lang), {with_interval(c.cost, 1, 0, lang)});
    const Estimate& unmet = c.places[0].all.unmet;
    if (c.cost.value > 0 && unmet.high < 0) text += fill(kCostEach.in(lang), {number(-c.cost.value / unmet.value, 0, lang)});
    std::cout << "\n" << text << "\n";
}

void print(const Plan& a, const Plan& b, const Comparison& c, Lang lang) {
    const PlaceComparison& area = c.places[0];
    std::cout << fill(kHead.in(lang), {a.scenario.name, b.scenario.name, std::to_string(c.replications)}) << "\n";
    const Table table(lang);
    table.head(kUnmetPeople);
    table.row(kParts[0].in(lang), area.local);
    table.row(kParts[1].in(lang), area.state);
    table.row(kParts[2].in(lang), area.all);
    table.head(kGroups);
    for (std::size_t g = 0; g < area.groups.size(); ++g)
        table.row(name_of(a.scenario.groups[g].label, a.scenario.groups[g].key, lang), area.groups[g]);
    table.head(kServices);
    for (std::size_t s = 0; s < area.services.size(); ++s)
        table.row(name_of(a.scenario.services[s].label, a.scenario.services[s].key, lang), area.services[s]);
    table.head(kPlaces);
    std::vector<std::size_t> order(c.places.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return c.places[x].local.unmet_rate.value < c.places[y].local.unmet_rate.value;
    });
    for (const std::size_t p : order) table.row(c.places[p].name, c.places[p].local);
    print_cost(c, lang);
    std::cout << "\n" << fill(kPaired.in(lang), {percent(area.local.variance_ratio, 0, lang)}) << "\n";
}

Lang lang_of(const std::string& key) {
    for (const Lang lang : kLangs)
        if (key == key_of(lang)) return lang;
    return Lang::nb;
}

}  // namespace

int compare(const CompareOptions& options) {
    try {
        Plan a(options.results.front());
        for (std::size_t i = 1; i < options.results.size(); ++i) {
            Plan b(options.results[i]);
            if (i > 1) std::cout << "\n";
            print(a, b, compare_plans(a, b), lang_of(options.language));
        }
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
    return 0;
}

}  // namespace skranke
