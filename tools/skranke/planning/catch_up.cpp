// skranke catch-up: when each office is inside its clocks again, and the staff that brings it there in time.

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iostream>

#include "engine/base/combine.hpp"
#include "engine/base/problem.hpp"
#include "engine/language/tables/csv_table.hpp"
#include "engine/language/toml_reader.hpp"
#include "engine/planning/catch_up/catch_up_search.hpp"
#include "engine/planning/staff_change.hpp"
#include "engine/report/planning/catch_up_page.hpp"
#include "engine/report/planning/catch_up_tables.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/planning/catch_up_file.hpp"
#include "tools/skranke/planning/overlay.hpp"
#include "tools/skranke/planning/trials.hpp"
#include "tools/skranke/resume/question.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/study/study.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr UsualReplications kCatchUpReplications{.small_area = 200, .large_area = 40};
constexpr std::uint32_t kMostValidations = 5;
constexpr double kLeastMost = 10, kMostTimes = 4;  // tried at most: so many positions, or so many times those there are
constexpr std::uint32_t kUsualSteps = 7;           // runs of a search, for the progress line
constexpr const char* kPlanFile = "plan.toml";
constexpr Phrase kPlanLine{"Planen som scenario: {0}; legg den ved siden av {1}\n", "Planen som scenario: {0}; legg han ved sida av {1}\n",
                           "The plan as a scenario: {0}; lay it beside {1}\n"};

Scenario prepared(const CatchUpOptions& options) {
    Scenario scenario = with_run_options(load_scenario(options.run.scenario_file, options.run.settings), options.run, kCatchUpReplications);
    const std::size_t needed = options.rule.weeks;
    if (needed > static_cast<std::size_t>(scenario.weeks))
        throw bad_usage(fmt::format("--weeks-inside {}: the scenario has {} weeks", needed, scenario.weeks));
    return scenario;
}

std::optional<BackGoal> goal_of(const Scenario& scenario, const CatchUpOptions& options) {
    if (options.by.empty()) {
        if (options.probability || options.unit) throw bad_usage("--probability and --unit say how to be back by a date: they need --by DATE");
        return std::nullopt;
    }
    const std::optional<Date> day = parse_date(options.by);
    const Date end = scenario.start + std::chrono::days(7 * scenario.weeks);
    if (!day) throw bad_usage(fmt::format("--by {}: not a date, e.g. {}", options.by, date_text(scenario.start + std::chrono::days(41))));
    if (*day < scenario.start || *day >= end)
        throw bad_usage(fmt::format("--by {}: not in the scenario's weeks, {} to {}", options.by, date_text(scenario.start), date_text(end - std::chrono::days(1))));
    BackGoal goal{.week = static_cast<std::size_t>((*day - scenario.start).count() / 7)};
    if (goal.week + options.rule.weeks > static_cast<std::size_t>(scenario.weeks))
        throw bad_usage(fmt::format("--by {}: the run ends {} and cannot show {} weeks inside after that; make it longer with --set time.weeks={}",
                                    options.by, date_text(end - std::chrono::days(1)), options.rule.weeks, goal.week + options.rule.weeks));
    goal.probability = options.probability.value_or(goal.probability);
    goal.unit = options.unit.value_or(goal.unit);
    return goal;
}

/// Plays what the study needs.
class CatchUpStudy {
  public:
    CatchUpStudy(const Scenario& scenario, const CatchUpOptions& options, const ResultFolder& folder)
        : scenario_(scenario), places_(planning_places(scenario)), progress_(!options.run.quiet, scenario.replications), trials_(folder, plan_of(options)) {
        study_.rule = options.rule;
        study_.goal = goal_of(scenario, options);
        study_.start = scenario.start;
        study_.weeks = static_cast<std::size_t>(scenario.weeks);
        study_.replications = scenario.replications;
        expected_ = std::uint64_t{scenario.replications} * (study_.goal ? kUsualSteps : 1);
        tell(trials_.notes());
    }

    CatchUp run() {
        const World world(scenario_);
        const std::vector<CatchUpCourse> as_it_is = play(std::vector<int>(places_.size(), 0), 0);
        for (std::size_t p = 0; p < places_.size(); ++p) {
            CatchUpPlace& place = study_.places.emplace_back();
            place.place = places_[p];
            for (const std::size_t office : places_[p].offices)
                place.positions += world.offices[office].desks[static_cast<std::size_t>(DeskKind::casework)].positions[static_cast<std::size_t>(world.first_counted_day)];
            place.as_it_is = as_it_is[p];
        }
        if (study_.goal) look_for_staff();
        study_.fingerprint = fingerprint_;
        return study_;
    }

    StaffPlan plan(const std::vector<int>& units) const {
        StaffPlan plan;
        plan.key = "on_time";
        plan.from = scenario_.start;
        plan.to = study_.goal ? scenario_.start + std::chrono::days(7 * (static_cast<int>(study_.goal->week) + 1)) : Date{};
        for (std::size_t p = 0; p < units.size(); ++p)
            for (const StaffChange& change : spread(scenario_, places_[p], units[p], study_.goal ? study_.goal->unit : 1)) plan.changes.push_back(change);
        return plan;
    }

    Trials& trials() { return trials_; }
    double elapsed_s() const { return progress_.elapsed_s(); }

  private:
    TrialPlan plan_of(const CatchUpOptions& options) {
        TrialPlan plan;
        plan.question = question_of(scenario_, FingerprintStrength::time) + "verb catch-up\n";
        plan.extract = [this](const World& world, const RunRecord& record) {
            Numbers numbers = count_weeks(world.shape, record, places_);
            numbers.push_back(static_cast<std::int64_t>(record.fingerprint));
            return numbers;
        };
        plan.threads = options.run.threads;
        plan.reuse = options.run.reuse;
        plan.progress = [this](std::uint64_t done) { progress_.show(done, std::max(expected_, done + 1), ""); };
        return plan;
    }

    std::vector<CatchUpCourse> play(const std::vector<int>& units, std::uint32_t first) {
        const StaffPlan staff = plan(units);
        const Trial trial{text_of(staff), [&] { return with_staff(scenario_, staff); }, first, scenario_.replications};
        std::vector<Numbers> answers = trials_.play({trial}).front();
        for (Numbers& numbers : answers) {
            fingerprint_ = combine(fingerprint_, static_cast<std::uint64_t>(numbers.back()));
            numbers.pop_back();
        }
        return courses_of(study_.rule, study_.weeks, answers);
    }

    /// The search among the first people, then the plan among new ones, a round at a time.
    void look_for_staff() {
        std::vector<int> most;
        for (const CatchUpPlace& place : study_.places)
            most.push_back(static_cast<int>(std::ceil(std::max(kLeastMost, kMostTimes * place.positions) / study_.goal->unit)));
        CatchUpSearch search(*study_.goal, most);
        while (const auto units = search.next()) search.tell(*units, play(*units, 0));
        while (const auto units = search.to_validate()) {
            if (study_.validations == kMostValidations) break;
            search.tell_validated(play(*units, ++study_.validations * scenario_.replications));
        }
        for (std::size_t p = 0; p < places_.size(); ++p) study_.places[p].plan = search.plans()[p];
    }

    const Scenario& scenario_;
    std::vector<PlanningPlace> places_;
    CatchUp study_;
    std::uint64_t expected_ = 1, fingerprint_ = 0;
    Progress progress_;
    Trials trials_;
};

std::vector<int> units_of(const CatchUp& study) {
    std::vector<int> units;
    for (const CatchUpPlace& place : study.places) units.push_back(place.plan ? place.plan->units.value_or(0) : 0);
    return units;
}

std::string plan_file(const Scenario& scenario, const StaffPlan& plan, const CatchUpOptions& options) {
    const auto title = [&](Lang lang, const char* words) { return name_of(scenario.title, scenario.name, lang) + words; };
    return overlay_text(scenario, plan,
                        {options.run.scenario_file, options.run.settings, scenario.name + "-on-time",
                         {title(Lang::nb, ": à jour i tide"), title(Lang::nn, ": à jour i tide"), title(Lang::en, ": back on time")}, options.run.command});
}

}  // namespace

int catch_up(const CatchUpOptions& options) {
    const InterruptWatch watch;
    const Scenario scenario = prepared(options);
    goal_of(scenario, options);  // says what is wrong before anything is made
    ResultFolder folder(options.run.out, "catch-up-" + scenario.name);
    CatchUpStudy plays(scenario, options, folder);
    const CatchUp study = plays.run();
    const Lang lang = lang_of(options.run.language);
    const Provenance provenance = provenance_of(scenario, options.run, study.fingerprint);
    const StaffPlan plan = plays.plan(units_of(study));
    const bool has_plan = !policies_of(plan).empty();
    write_tables_to(folder, "catch-up.h5", [&](const std::string& path) { write_catch_up_file(path, scenario, study, provenance); });
    folder.write("catch-up.csv", catch_up_csv(study, provenance, lang));
    folder.write("report.html", catch_up_page(scenario, study, provenance, lang));
    if (study.goal) folder.write(kPlanFile, plan_file(scenario, plan, options));
    put_study_in_place(folder, study.goal ? std::vector<std::string>{} : std::vector<std::string>{kPlanFile});
    plays.trials().drop_journal();
    if (options.run.quiet) return 0;
    std::cout << catch_up_screen(study, lang);
    if (has_plan) std::cout << fill(kPlanLine.in(lang), {(folder.path() / kPlanFile).string(), options.run.scenario_file});
    std::cout << closing_line(plays.trials().played(), plays.elapsed_s(), folder, lang);
    return 0;
}

}  // namespace skranke
