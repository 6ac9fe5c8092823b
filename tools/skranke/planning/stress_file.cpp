#include "tools/skranke/planning/stress_file.hpp"

#include <fmt/format.h>

#include "engine/report/planning/stress_words.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace {

void put(Values& values, const RuleMargin& margin) {
    values.push_back(margin.margin == Margin::breaks ? margin.height : kNothing);
    for (const std::optional<double>& end : {margin.low, margin.high}) values.push_back(end.value_or(kNothing));
}

double number_of(Margin margin) { return static_cast<double>(static_cast<int>(margin)); }

void add_head(TableFile& file, const Scenario& scenario, const Stress& stress, const Provenance& provenance) {
    file = headed_file(kStressFormat, scenario, provenance);
    file.texts_of_file.insert(file.texts_of_file.end(), {{"stress", load_words(scenario, stress.load, Lang::en)},
                                                         {"stress_nb", load_words(scenario, stress.load, Lang::nb)},
                                                         {"stress_nn", load_words(scenario, stress.load, Lang::nn)},
                                                         {"scaled", stress.load.surge ? kSurgeScaled : kDemandScaled},
                                                         {"probability", fmt::format("{}", stress.plan.limit)},
                                                         {"error", fmt::format("{}", stress.plan.error)}});
    file.numbers_of_file.push_back({"replications", stress.replications});
}

void add_axes(TableFile& file, const Stress& stress) {
    std::vector<std::string> places, names, rules, heads;
    for (const PlanningPlace& place : stress.places) {
        places.push_back(place.key);
        names.push_back(place.name);
    }
    for (std::size_t rule = 0; rule < kVerdictRules; ++rule) {
        rules.emplace_back(rule_name(rule).en);
        heads.emplace_back(key_of(head_of(rule)));
    }
    file.axes = {{"place", places, "offices that share a municipality, by id"},
                 {"rule", rules, "of the verdict"},
                 {"height", stress.plan.heights, "times the usual"},
                 {"bound", std::vector<std::string>{"estimate", "low", "high"}, "estimate; highest height known to hold; lowest known to be broken"}};
    file.texts = {{"place_name", "place", names, "name"}, {"head", "rule", heads, "head of the verdict"}};
}

void add_rules(TableFile& file, const Stress& stress) {
    Values held, trials, breaks_at, margin, played(stress.played.begin(), stress.played.end());
    for (const SequentialTest& test : stress.tests) {
        held.push_back(test.held());
        trials.push_back(test.trials());
    }
    for (const RuleMargins& margins : stress.margins)
        for (const RuleMargin& of : margins) {
            put(breaks_at, of);
            margin.push_back(number_of(of.margin));
        }
    const std::string states = "0 broken without the stress, 1 uncertain without it, 2 breaks, 3 holds to the highest";
    file.tables.push_back({"played", {"height"}, played, "1", "replications"});
    file.tables.push_back({"held", {"place", "rule", "height"}, held, "1", "replications in which the rule held"});
    file.tables.push_back({"trials", {"place", "rule", "height"}, trials, "1", "replications"});
    file.tables.push_back({"margin", {"place", "rule"}, margin, "1", states});
    file.tables.push_back({"breaks_at", {"place", "rule", "bound"}, breaks_at, "1", "height at which the rule breaks"});
}

void add_map(TableFile& file, const Stress& stress) {
    if (stress.map.empty()) return;
    Values cells, weeks, absence, breaks_at, margin, rule;
    for (const StressCell& cell : stress.map) {
        cells.push_back(static_cast<double>(cells.size()));
        weeks.push_back(cell.weeks);
        absence.push_back(cell.absence);
    }
    for (std::size_t p = 0; p < stress.places.size(); ++p)
        for (const StressCell& cell : stress.map) {
            put(breaks_at, cell.places[p].margin);
            margin.push_back(number_of(cell.places[p].margin.margin));
            rule.push_back(cell.places[p].rule ? static_cast<double>(*cell.places[p].rule) : kNothing);
        }
    file.axes.push_back({"cell", cells, "of the map"});
    file.tables.push_back({"weeks", {"cell"}, weeks, "week", "length of the stress"});
    file.tables.push_back({"absence", {"cell"}, absence, "1", "added probability that a head is absent"});
    file.tables.push_back({"first_breaks_at", {"place", "cell", "bound"}, breaks_at, "1", "height at which the first rule breaks"});
    file.tables.push_back({"first_margin", {"place", "cell"}, margin, "1", "as margin"});
    file.tables.push_back({"first_rule", {"place", "cell"}, rule, "1", "index of the rule that breaks first"});
}

}  // namespace

void write_stress_file(const std::string& path, const Scenario& scenario, const Stress& stress, const Provenance& provenance) {
    TableFile file;
    add_head(file, scenario, stress, provenance);
    add_axes(file, stress);
    add_rules(file, stress);
    add_map(file, stress);
    write_tables(path, file);
}

}  // namespace skranke
