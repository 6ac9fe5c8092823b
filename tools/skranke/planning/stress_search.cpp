#include "tools/skranke/planning/stress_search.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <numeric>

#include "engine/base/combine.hpp"

namespace skranke {

namespace {

std::string key_of(const StressLoad& load, double height) {
    if (load.surge) return fmt::format("surge {} times {}", *load.surge, height);
    if (height == load.least() && load.absence == 0) return "as written";
    return fmt::format("services {} times {} from {} for {} weeks, absence {}", fmt::join(load.services, ","), height,
                       load.from.time_since_epoch().count(), load.weeks, load.absence);
}

StressCounts sum_of(const std::vector<StressCounts>& counts, std::size_t replications) {
    StressCounts sum = counts.front();
    for (std::size_t r = 1; r < replications; ++r) sum += counts[r];
    return sum;
}

}  // namespace

StressSearch::StressSearch(const Scenario& scenario, Trials& trials, std::function<void(const BreakingPoints&)> note)
    : scenario_(scenario), trials_(trials), note_(std::move(note)), places_(planning_places(scenario)) {}

/// Replications of a height up to `end`, playing those that are missing.
const std::vector<StressCounts>& StressSearch::play(const StressLoad& load, double height, std::uint32_t end) {
    const std::string key = key_of(load, height);
    std::vector<StressCounts>& known = played_[key];
    const auto first = static_cast<std::uint32_t>(known.size());
    if (first >= end) return known;
    const Trial trial{key, [&] { return stressed(scenario_, load, height); }, first, end - first};
    const std::vector<Numbers> answers = trials_.play({trial}).front();
    for (const Numbers& numbers : answers) known.push_back(stress_counts_from(numbers, places_.size()));
    return known;
}

BreakingPoints StressSearch::search(const StressLoad& load, BreakingPlan plan, const std::vector<std::size_t>& items) {
    plan.items = items.size();
    BreakingPoints points(std::move(plan));
    while (const auto wanted = points.next()) {
        note_(points);
        const std::uint32_t end = wanted->first + wanted->replications;
        const std::vector<StressCounts>& counts = play(load, points.plan().heights[wanted->height], end);
        std::vector<BreakingPoints::Held> held;
        for (std::uint32_t r = wanted->first; r < end; ++r) {
            const BreakingPoints::Held all = held_rules(scenario_.verdict, counts[r]);
            BreakingPoints::Held& of = held.emplace_back();
            for (const std::size_t item : items) of.push_back(all[item]);
        }
        points.tell(*wanted, held);
    }
    return points;
}

void StressSearch::set_margins(const BreakingPoints& found, Stress& stress) {
    for (std::size_t p = 0; p < places_.size(); ++p) {
        RuleMargins& margins = stress.margins.emplace_back();
        for (std::size_t rule = 0; rule < kVerdictRules; ++rule)
            margins[rule] = margin_of(found.point(p * kVerdictRules + rule), stress.plan.heights);
        const std::vector<std::size_t> rules = rules_that_hold(margins);
        std::vector<BreakingPoint> points;
        for (const std::size_t rule : rules) points.push_back(found.point(p * kVerdictRules + rule));
        stress.first.push_back(first_to_break(rules, points, stress.plan.heights));
    }
    for (std::size_t h = 0; h < stress.plan.heights.size(); ++h) stress.played.push_back(found.played(h));
    for (std::size_t i = 0; i < places_.size() * kVerdictRules; ++i)
        for (std::size_t h = 0; h < stress.plan.heights.size(); ++h) stress.tests.push_back(found.test(i, h));
}

/// Holds what was played without the stress against the lowest played height at which each place's first rule is broken.
void StressSearch::set_causes(Stress& stress) {
    const std::vector<double>& heights = stress.plan.heights;
    for (std::size_t p = 0; p < places_.size(); ++p) {
        std::optional<StressCause>& cause = stress.causes.emplace_back();
        const FirstToBreak& first = stress.first[p];
        if (!first.rule) continue;
        const double least = stress.margins[p][*first.rule].high.value_or(first.margin.height);
        std::size_t h = 0;
        while (h + 1 < heights.size() && (heights[h] < least || stress.played[h] == 0)) ++h;
        if (stress.played[h] == 0) continue;
        const std::uint32_t replications = std::min(stress.played.front(), stress.played[h]);
        const StressCounts before = sum_of(play(stress.load, heights.front(), replications), replications);
        const StressCounts under = sum_of(play(stress.load, heights[h], replications), replications);
        cause = cause_of(before, under, p, *first.rule, heights[h]);
    }
}

StressCell StressSearch::cell(const StressLoad& load, const Stress& stress) {
    StressCell cell{load.weeks, load.absence, {}};
    if (load.weeks == stress.load.weeks && load.absence == stress.load.absence) {
        cell.places = stress.first;
        return cell;
    }
    BreakingPlan plan = stress.plan;
    plan.heights = stress.map_heights;
    std::vector<std::size_t> items;
    for (std::size_t p = 0; p < places_.size(); ++p)
        for (const std::size_t rule : rules_that_hold(stress.margins[p])) {
            items.push_back(p * kVerdictRules + rule);
            plan.race.push_back(p);
        }
    std::vector<std::vector<BreakingPoint>> points(places_.size());
    if (!items.empty()) {
        const BreakingPoints found = search(load, plan, items);
        for (std::size_t i = 0; i < items.size(); ++i) points[items[i] / kVerdictRules].push_back(found.point(i));
    }
    for (std::size_t p = 0; p < places_.size(); ++p)
        cell.places.push_back(first_to_break(rules_that_hold(stress.margins[p]), points[p], stress.map_heights));
    return cell;
}

Stress StressSearch::run(const StressQuestion& question) {
    Stress stress;
    stress.places = places_;
    stress.load = question.load;
    stress.plan = question.plan;
    stress.map_heights = question.map_heights;
    std::vector<std::size_t> all(places_.size() * kVerdictRules);
    std::iota(all.begin(), all.end(), std::size_t{0});
    set_margins(search(question.load, question.plan, all), stress);
    set_causes(stress);
    for (const StressLoad& load : question.map) stress.map.push_back(cell(load, stress));
    for (const auto& [key, counts] : played_)
        for (const StressCounts& replication : counts) {
            stress.fingerprint = combine(stress.fingerprint, replication.fingerprint);
            ++stress.replications;
        }
    return stress;
}

}  // namespace skranke
