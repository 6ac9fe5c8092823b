// skranke stress: how much more each office can take before each rule breaks, who falls first, and what breaks it.

#include <fmt/format.h>

#include <iostream>

#include "engine/report/planning/stress_page.hpp"
#include "engine/report/planning/stress_tables.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/planning/stress_file.hpp"
#include "tools/skranke/planning/stress_question.hpp"
#include "tools/skranke/planning/stress_search.hpp"
#include "tools/skranke/resume/question.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/study/study.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr const char* kStressFile = "stress.h5";
constexpr Phrase kReused{"{0} av dem var spilt før.\n", "{0} av dei var spelte før.\n", "{0} of them had been played before.\n"};

Scenario scenario_of(const StressOptions& options) {
    Scenario scenario = load_scenario(options.run.scenario_file, options.run.settings);
    if (options.run.seed) scenario.seed = *options.run.seed;
    if (scenario.offices.empty()) throw bad_usage("the scenario has no office to put under stress");
    return scenario;
}

/// How far a search has come, told while it plays.
class SearchProgress {
  public:
    SearchProgress(bool wanted, std::size_t cells) : cells_(cells), progress_(wanted, 1) {}

    void begin(const BreakingPoints& points) {
        if (points.played(0) == 0) ++searches_;
        open_ = points.open_heights() * points.plan().first;
        words_ = searches_ <= 1 ? "height by height" : fmt::format("map {} of {}", searches_ - 1, cells_ - 1);
    }
    void played(std::uint64_t done) { progress_.show(done, done + open_, words_); }
    double elapsed_s() const { return progress_.elapsed_s(); }

  private:
    std::size_t cells_, searches_ = 0;
    std::uint64_t open_ = 0;
    std::string words_;
    Progress progress_;
};

TrialPlan trial_plan(const Scenario& scenario, const StressOptions& options, const StressQuestion& question, SearchProgress& progress) {
    TrialPlan plan;
    plan.question = question_of(scenario, FingerprintStrength::time) +
                    fmt::format("verb stress\nweeks {} from {}\n", question.weeks.count, question.weeks.first);
    plan.extract = [places = planning_places(scenario), weeks = question.weeks](const World& world, const RunRecord& record) {
        return to_numbers(count_stress(world.scenario, world.shape, record, places, weeks));
    };
    plan.threads = options.run.threads;
    plan.reuse = options.run.reuse;
    plan.progress = [&progress](std::uint64_t done) { progress.played(done); };
    return plan;
}

void write_result(const ResultFolder& folder, const Scenario& scenario, const Stress& stress, const Provenance& provenance, Lang lang) {
    write_tables_to(folder, kStressFile, [&](const std::string& path) { write_stress_file(path, scenario, stress, provenance); });
    folder.write("stress.csv", stress_csv(scenario, stress, provenance, lang));
    folder.write("report.html", stress_page(scenario, stress, provenance, lang));
}

}  // namespace

int stress(const StressOptions& options) {
    const InterruptWatch watch;
    const Scenario scenario = scenario_of(options);
    const StressQuestion question = stress_question(scenario, options);
    const Lang lang = lang_of(options.run.language);
    ResultFolder folder(options.run.out, "stress-" + scenario.name);
    double taken_s = 0;
    std::uint64_t reused = 0;
    Stress stress;
    {
        SearchProgress progress(!options.run.quiet, std::max<std::size_t>(1, question.map.size()));
        Trials trials(folder, trial_plan(scenario, options, question, progress));
        tell(trials.notes());
        StressSearch search(scenario, trials, [&progress](const BreakingPoints& points) { progress.begin(points); });
        stress = search.run(question);
        write_result(folder, scenario, stress, provenance_of(scenario, options.run, stress.fingerprint), lang);
        put_study_in_place(folder);
        trials.drop_journal();
        taken_s = progress.elapsed_s();
        reused = stress.replications - trials.played();
    }
    if (options.run.quiet) return 0;
    std::cout << stress_screen(scenario, stress, lang) << "\n"
              << closing_line(stress.replications, taken_s, folder, lang);
    if (reused > 0) std::cout << fill(kReused.in(lang), {std::to_string(reused)});
    return 0;
}

}  // namespace skranke
