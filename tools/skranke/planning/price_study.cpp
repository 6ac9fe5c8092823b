#include "tools/skranke/notes.hpp"
#include "tools/skranke/planning/price_study.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/base/combine.hpp"
#include "engine/planning/price_list/place_costs.hpp"
#include "tools/skranke/resume/question.hpp"
#include "tools/skranke/study/study.hpp"

namespace skranke {

namespace {

constexpr std::size_t kCandidates = 3;  // tried on top of what a place has, each step
constexpr double kOere = 100;           // numbers are kept whole

std::int64_t oere(double nok) { return std::llround(nok * kOere); }
double nok(std::int64_t oere) { return static_cast<double>(oere) / kOere; }

/// What a step takes that was not there before.
Pick new_pick(const Picks& before, const Picks& after) {
    for (const Pick& pick : after)
        if (std::find(before.begin(), before.end(), pick) == before.end()) return pick;
    return after.back();
}

}  // namespace

PriceStudy::PriceStudy(const Scenario& scenario, std::vector<OfficeMeasure> catalogue, const MeasuresOptions& options,
                       const ResultFolder& folder)
    : scenario_(scenario),
      steps_(options.steps),
      places_(planning_places(scenario)),
      progress_(!options.run.quiet, scenario.replications),
      trials_(folder, trial_plan(options)) {
    area_.catalogue = std::move(catalogue);
    area_.replications = scenario.replications;
    const std::size_t plans = 1 + all_picks().size() + (steps_ - 1) * (1 + kCandidates) + (steps_ + 1);
    expected_ = plans * std::uint64_t{scenario.replications};
    tell(trials_.notes());
}

PricedArea PriceStudy::run() {
    const std::vector<Pick> picks = all_picks();
    std::vector<CountyPlan> plans{CountyPlan(places_.size())};
    for (const Pick& pick : picks) plans.push_back(everywhere(pick));
    std::vector<PlanRuns> runs = play(plans, 0);
    const PlanRuns base = std::move(runs.front());
    runs.erase(runs.begin());
    price(base, picks, runs);
    find_sequences();
    return area_;
}

TrialPlan PriceStudy::trial_plan(const MeasuresOptions& options) {
    TrialPlan plan;
    plan.question = question_of(scenario_, FingerprintStrength::time) + "verb measures\n";
    plan.extract = [this](const World& world, const RunRecord& record) { return extracted(world, record); };
    plan.threads = options.run.threads;
    plan.reuse = options.run.reuse;
    plan.progress = [this](std::uint64_t done) { progress_.show(done, std::max(expected_, done), ""); };
    return plan;
}

/// Counts of the places, costs of the places, total cost, fingerprint.
Numbers PriceStudy::extracted(const World& world, const RunRecord& record) const {
    Numbers numbers = to_numbers(count_places(world.scenario, world.shape, record, places_));
    for (const double cost : costs_of_places(world.scenario, world.shape, record, places_)) numbers.push_back(oere(cost));
    numbers.push_back(oere(total_cost(world.scenario, world.shape, record)));
    numbers.push_back(static_cast<std::int64_t>(record.fingerprint));
    return numbers;
}

PriceStudy::PlanRuns PriceStudy::runs_from(const std::vector<Numbers>& replications) const {
    PlanRuns runs(places_.size() + 1);
    for (const Numbers& numbers : replications) {
        const std::size_t first_cost = numbers.size() - places_.size() - 2;
        const std::vector<PlaceCounts> counts = from_numbers(std::span(numbers).first(first_cost));
        PricedCounts all;
        for (std::size_t p = 0; p < places_.size(); ++p) {
            runs[p + 1].push_back({counts[p], nok(numbers[first_cost + p])});
            all.counts += counts[p];
        }
        all.cost = nok(numbers[first_cost + places_.size()]);
        runs[0].push_back(all);
    }
    return runs;
}

std::vector<Pick> PriceStudy::all_picks() const {
    std::vector<Pick> picks;
    for (std::size_t m = 0; m < area_.catalogue.size(); ++m)
        for (std::size_t dose = 0; dose < area_.catalogue[m].doses.size(); ++dose) {
            const Pick pick{m, dose};
            bool anywhere = false;
            for (std::size_t p = 0; p < places_.size(); ++p) anywhere = anywhere || could(pick, p);
            if (anywhere) picks.push_back(pick);
        }
    return picks;
}

bool PriceStudy::could(const Pick& pick, std::size_t place) const {
    return !offices_that_could(area_.catalogue[pick.measure], scenario_, places_[place].offices, pick.dose).empty();
}

/// At every place that could; one that could only take a lesser dose takes that.
CountyPlan PriceStudy::everywhere(const Pick& pick) const {
    CountyPlan plan(places_.size());
    for (std::size_t p = 0; p < places_.size(); ++p)
        for (std::size_t dose = pick.dose + 1; dose-- > 0 && plan[p].empty();)
            if (could({pick.measure, dose}, p)) plan[p].push_back({pick.measure, dose});
    return plan;
}

Scenario PriceStudy::with(const CountyPlan& plan) const {
    Scenario scenario = scenario_;
    for (std::size_t m = 0; m < area_.catalogue.size(); ++m)
        for (std::size_t dose = 0; dose < area_.catalogue[m].doses.size(); ++dose) {
            std::vector<std::size_t> offices;
            for (std::size_t p = 0; p < places_.size(); ++p)
                if (std::find(plan[p].begin(), plan[p].end(), Pick{m, dose}) != plan[p].end())
                    for (const std::size_t office : offices_that_could(area_.catalogue[m], scenario_, places_[p].offices, dose))
                        offices.push_back(office);
            if (!offices.empty()) area_.catalogue[m].apply(scenario, offices, dose);
        }
    return scenario;
}

std::string PriceStudy::key_of_plan(const CountyPlan& plan) const {
    std::string key;
    for (std::size_t p = 0; p < plan.size(); ++p)
        for (const Pick& pick : plan[p]) key += fmt::format("{}:{}/{};", places_[p].key, area_.catalogue[pick.measure].key, pick.dose);
    return key;
}

std::vector<PriceStudy::PlanRuns> PriceStudy::play(const std::vector<CountyPlan>& plans, std::uint32_t first) {
    std::vector<Trial> trials;
    for (const CountyPlan& plan : plans)
        trials.push_back({key_of_plan(plan), [this, &plan] { return with(plan); }, first, area_.replications});
    std::vector<PlanRuns> runs;
    for (const std::vector<Numbers>& answers : trials_.play(trials)) {
        for (const Numbers& numbers : answers) area_.fingerprint = combine(area_.fingerprint, static_cast<std::uint64_t>(numbers.back()));
        runs.push_back(runs_from(answers));
    }
    return runs;
}

void PriceStudy::price(const PlanRuns& base, const std::vector<Pick>& picks, const std::vector<PlanRuns>& alone) {
    for (std::size_t p = 0; p < base.size(); ++p) {
        const bool whole = p == 0;
        PlacePrices& place = area_.places.emplace_back(described(whole ? "" : places_[p - 1].key, whole ? "" : places_[p - 1].name, base[p]));
        std::vector<PickRuns> could_take;
        for (std::size_t i = 0; i < picks.size(); ++i)
            if (whole || could(picks[i], p - 1)) could_take.push_back({picks[i], alone[i][p]});
        place.list = price_list_of(area_.catalogue, scenario_.verdict, base[p], could_take);
    }
}

void PriceStudy::find_sequences() {
    std::vector<PriceList> lists;
    for (std::size_t p = 1; p < area_.places.size(); ++p) lists.push_back(area_.places[p].list);
    SequenceSearch search(area_.catalogue, scenario_.verdict, std::move(lists), steps_, kCandidates);
    for (std::vector<CountyPlan> plans = search.wanted(); !plans.empty(); plans = search.wanted()) {
        std::vector<PlanRuns> runs = play(plans, 0);
        for (PlanRuns& plan : runs) plan.erase(plan.begin());
        search.tell(runs);
    }
    measure_again(search);
}

/// The sequences among people who had no part in choosing them.
void PriceStudy::measure_again(const SequenceSearch& search) {
    std::vector<CountyPlan> plans;
    for (std::size_t step = 0; step <= search.steps_taken(); ++step) plans.push_back(search.after(step));
    const std::vector<PlanRuns> runs = play(plans, area_.replications);
    for (std::size_t step = 1; step < plans.size(); ++step) {
        if (plans[step] == plans[step - 1]) break;
        for (std::size_t p = 0; p < area_.places.size(); ++p) {
            const auto effect = [&](std::size_t before) { return effect_of(scenario_.verdict, runs[before][p], runs[step][p]); };
            if (p > 0 && plans[step][p - 1] == plans[step - 1][p - 1]) continue;
            const Pick pick = p == 0 ? Pick{} : new_pick(plans[step - 1][p - 1], plans[step][p - 1]);
            area_.places[p].sequence.push_back({pick, effect(step - 1), effect(0)});
        }
    }
}

}  // namespace skranke
