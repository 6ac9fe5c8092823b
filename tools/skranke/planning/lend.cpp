// skranke lend: which offices should lend caseworkers to which, so that nobody is worse off.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "engine/base/combine.hpp"
#include "engine/planning/lending/agreement.hpp"
#include "engine/report/planning/lend_page.hpp"
#include "engine/report/planning/lend_tables.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/planning/lend_file.hpp"
#include "tools/skranke/planning/overlay.hpp"
#include "tools/skranke/planning/trials.hpp"
#include "tools/skranke/resume/question.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/study/study.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr UsualReplications kLendReplications{.small_area = 30, .large_area = 30};
constexpr double kUsualKm = 60;      // an hour's drive or so: assumed
constexpr double kRemotePace = 0.9;  // as a pool's in scenarios/staff-pool.toml: assumed
constexpr Phrase kAgreementLine{"Avtalen som scenario: {0}; legg den ved siden av {1}\n", "Avtala som scenario: {0}; legg ho ved sida av {1}\n",
                           "The agreement as a scenario: {0}; lay it beside {1}\n"};

Scenario prepared(const LendOptions& options) {
    Scenario scenario = with_run_options(load_scenario(options.run.scenario_file, options.run.settings), options.run, kLendReplications);
    if (planning_places(scenario).size() < 2)
        throw bad_usage(fmt::format("{} has one office (or several that share their municipalities): there is nobody to lend to; take a larger area",
                                    options.run.scenario_file));
    return scenario;
}

LendingRules rules_of(const LendOptions& options) {
    LendingRules rules = options.rules;
    rules.work = options.remote ? LentWork::remote : LentWork::on_site;
    rules.longest_km = options.longest_km.value_or(options.remote ? 0 : kUsualKm);
    rules.pace = options.pace.value_or(options.remote ? kRemotePace : 1);
    return rules;
}

/// What a run says of each place, by place.
using Runs = std::vector<PlaceRuns>;

/// Plays what the agreement needs.
class LendStudy {
  public:
    LendStudy(const Scenario& scenario, const LendOptions& options, const ResultFolder& folder)
        : scenario_(scenario), without_pools_(scenario), progress_(!options.run.quiet, scenario.replications), trials_(folder, plan_of_trials(options)) {
        without_pools_.pools.clear();
        found_.rules = rules_of(options);
        found_.places = planning_places(scenario);
        found_.km = distances(scenario, found_.places, found_.rules);
        found_.weeks = scenario.weeks;
        found_.replications = scenario.replications;
        expected_ = std::uint64_t{scenario.replications} * (1 + 2 * static_cast<std::uint64_t>(found_.rules.most_units) + 3);
        tell(trials_.notes());
    }

    Agreement run() {
        measure();
        std::vector<bool> excluded(found_.places.size(), false);
        while (!try_agreement(excluded)) {
        }  // each time a lender is left out
        compare_with_pools();
        return found_;
    }

    StaffPlan plan() const { return plan_of(scenario_, found_.places, found_.loans, found_.rules); }
    Trials& trials() { return trials_; }
    double elapsed_s() const { return progress_.elapsed_s(); }

  private:
    TrialPlan plan_of_trials(const LendOptions& options) {
        TrialPlan plan;
        plan.question = question_of(scenario_, FingerprintStrength::time) + "verb lend\n";
        plan.extract = [this](const World& world, const RunRecord& record) {
            Numbers numbers = to_numbers(count_places(world.scenario, world.shape, record, found_.places));
            numbers.push_back(static_cast<std::int64_t>(record.fingerprint));
            return numbers;
        };
        plan.threads = options.run.threads;
        plan.reuse = options.run.reuse;
        plan.progress = [this](std::uint64_t done) { progress_.show(done, std::max(expected_, done + 1), ""); };
        return plan;
    }

    Runs runs_of(std::vector<Numbers> answers) {
        Runs runs(found_.places.size());
        for (Numbers& numbers : answers) {
            found_.fingerprint = combine(found_.fingerprint, static_cast<std::uint64_t>(numbers.back()));
            numbers.pop_back();
            const std::vector<PlaceCounts> counts = from_numbers(numbers);
            for (std::size_t p = 0; p < runs.size(); ++p) runs[p].push_back(counts[p]);
        }
        return runs;
    }

    Trial trial_of(const StaffPlan& plan, std::uint32_t first) const {
        return {"without pools " + text_of(plan), [this, plan] { return with_staff(without_pools_, plan); }, first, scenario_.replications};
    }

    StaffPlan at_all_offices(int units) const {
        StaffPlan plan;
        plan.key = "all";
        for (const PlanningPlace& place : found_.places)
            for (StaffChange change : spread(scenario_, place, std::abs(units), found_.rules.unit)) {
                if (units < 0) change.positions = -change.positions;
                plan.changes.push_back(change);
            }
        return plan;
    }

    /// What each place notices of fewer and more staff.
    void measure() {
        std::vector<Trial> trials{trial_of({}, 0)};
        for (int units = 1; units <= found_.rules.most_units; ++units)
            for (const int sign : {-1, 1}) trials.push_back(trial_of(at_all_offices(sign * units), 0));
        const std::vector<std::vector<Numbers>> answers = trials_.play(trials);
        const Runs before = runs_of(answers.front());
        found_.responses.resize(before.size());
        for (std::size_t t = 1; t < answers.size(); ++t) {
            const Runs after = runs_of(answers[t]);
            for (std::size_t p = 0; p < before.size(); ++p) {
                StaffResponse& response = found_.responses[p];
                (t % 2 == 1 ? response.fewer : response.more).push_back(further_unmet_or_late(before[p], after[p]));
            }
        }
        const World world(scenario_);
        for (std::size_t p = 0; p < before.size(); ++p) {
            found_.tolerances.push_back(tolerated(before[p], found_.rules));
            double& positions = found_.positions.emplace_back(0);
            for (const std::size_t office : found_.places[p].offices)
                positions += world.offices[office].desks[static_cast<std::size_t>(DeskKind::casework)].positions[static_cast<std::size_t>(world.first_counted_day)];
        }
    }

    /// Chooses loans and plays them among new people. \return whether no lender is worse off
    bool try_agreement(std::vector<bool>& excluded) {
        found_.loans = best_loans(market_of(found_.responses, found_.positions, found_.tolerances, found_.km, excluded, found_.rules));
        found_.plans.clear();
        if (found_.loans.empty()) return true;
        first_ = ++found_.rounds * scenario_.replications;
        const std::vector<std::vector<Numbers>> answers = trials_.play({trial_of({}, first_), trial_of(plan(), first_)});
        before_ = runs_of(answers[0]);
        agreed_ = runs_of(answers[1]);
        found_.plans = {sharing_plan("agreement", scenario_.verdict, before_, agreed_, found_.rules)};
        bool is_good = true;
        for (std::size_t p = 0; p < found_.places.size(); ++p) {
            std::vector<StaffLoan> its;
            for (const StaffLoan& loan : found_.loans)
                if (loan.lender == p) its.push_back(loan);
            const PlaceChange& change = found_.plans.front().places[p];
            if (its.empty() || !change.is_worse_off()) continue;
            excluded[p] = true;
            found_.dropped.push_back({p, std::move(its), change});
            is_good = false;
        }
        return is_good;
    }

    /// The same people with rules that lend day by day.
    void compare_with_pools() {
        std::vector<std::string> keys;
        std::vector<Trial> trials;
        if (found_.loans.empty()) trials.push_back(trial_of({}, first_));
        if (!scenario_.pools.empty()) {
            keys.emplace_back("own_pools");
            trials.push_back({"own pools", [this] { return scenario_; }, first_, scenario_.replications});
        }
        keys.emplace_back("one_pool");
        trials.push_back({fmt::format("one pool {} {} {} {}", found_.rules.most_share, found_.rules.longest_km, found_.rules.pace, found_.rules.work == LentWork::remote),
                          [this] { return with_one_pool(); }, first_, scenario_.replications});
        std::vector<std::vector<Numbers>> answers = trials_.play(trials);
        if (found_.loans.empty()) before_ = runs_of(answers.front());
        for (std::size_t k = 0; k < keys.size(); ++k) {
            const Runs after = runs_of(answers[answers.size() - keys.size() + k]);
            SharingPlan& plan = found_.plans.emplace_back(sharing_plan(keys[k], scenario_.verdict, before_, after, found_.rules));
            if (!found_.loans.empty()) plan.less_agreement = further_in_all(agreed_, after);
        }
    }

    Scenario with_one_pool() const {
        Scenario scenario = without_pools_;
        Pool& pool = scenario.pools.emplace_back();
        pool.key = "all";
        for (std::size_t office = 0; office < scenario.offices.size(); ++office) pool.offices.push_back(office);
        pool.work = found_.rules.work;
        pool.most_share = found_.rules.most_share;
        pool.longest_km = found_.rules.longest_km;
        pool.pace = found_.rules.pace;
        return scenario;
    }

    const Scenario& scenario_;
    Scenario without_pools_;
    Agreement found_;
    Runs before_, agreed_;     // of the last round
    std::uint32_t first_ = 0;  // its first replication
    std::uint64_t expected_ = 1;
    Progress progress_;
    Trials trials_;
};

std::string agreement_file(const Scenario& scenario, const StaffPlan& plan, const LendOptions& options) {
    const auto title = [&](Lang lang, const char* words) { return name_of(scenario.title, scenario.name, lang) + words; };
    std::string text = overlay_text(scenario, plan,
                                    {options.run.scenario_file, options.run.settings, scenario.name + "-agreement",
                                     {title(Lang::nb, ": med avtale om utlån"), title(Lang::nn, ": med avtale om utlån"), title(Lang::en, ": with a lending agreement")},
                                     options.run.command});
    for (const Pool& pool : scenario.pools) text += fmt::format("\n[pool.{}]  # its rules lend nothing: the agreement is in its place\nmost_share = 0\n", pool.key);
    return text;
}

}  // namespace

int lend(const LendOptions& options) {
    const InterruptWatch watch;
    const Scenario scenario = prepared(options);
    ResultFolder folder(options.run.out, "lend-" + scenario.name);
    LendStudy plays(scenario, options, folder);
    const Agreement found = plays.run();
    const Lang lang = lang_of(options.run.language);
    const Provenance provenance = provenance_of(scenario, options.run, found.fingerprint);
    write_tables_to(folder, "lend.h5", [&](const std::string& path) { write_lend_file(path, scenario, found, provenance); });
    folder.write("lend.csv", lend_csv(found, provenance, lang));
    folder.write("report.html", lend_page(scenario, found, provenance, lang));
    folder.write("agreement.toml", agreement_file(scenario, plays.plan(), options));
    put_study_in_place(folder);
    plays.trials().drop_journal();
    if (options.run.quiet) return 0;
    std::cout << lend_screen(found, lang);
    if (!found.loans.empty()) std::cout << fill(kAgreementLine.in(lang), {(folder.path() / "agreement.toml").string(), options.run.scenario_file});
    std::cout << closing_line(plays.trials().played(), plays.elapsed_s(), folder, lang);
    return 0;
}

}  // namespace skranke
