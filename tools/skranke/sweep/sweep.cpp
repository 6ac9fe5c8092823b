// skranke sweep: how the answer depends on the assumptions.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "engine/base/combine.hpp"
#include "engine/parallel/point_runner.hpp"
#include "engine/report/sweep/sweep_page.hpp"
#include "engine/report/sweep/sweep_tables.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/start/place_name.hpp"
#include "tools/skranke/study/study.hpp"
#include "tools/skranke/sweep/factors.hpp"
#include "tools/skranke/sweep/sweep_file.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr const char* kSweepFile = "sweep.h5";
constexpr UsualReplications kSweepReplications{.small_area = 5, .large_area = 5};
constexpr std::size_t kGridLevels = 3, kMorrisLevels = 4;
constexpr std::uint64_t kMostRuns = 10'000'000;  // each leaves some hundred bytes a place in memory
constexpr std::size_t kScatteredPoints = 64, kTrajectories = 10;

Method method_of(const SweepOptions& options, const std::vector<Factor>& factors) {
    const auto list = std::find_if(factors.begin(), factors.end(), [](const Factor& f) { return !f.levels.empty(); });
    const Method method = options.design.value_or(list == factors.end() ? Method::one_at_a_time : Method::grid);
    if (list != factors.end() && method != Method::grid)
        throw bad_usage(fmt::format("--vary {}: a list of values is for --design grid; {} needs LOW:HIGH", list->key, key_of(method)));
    return method;
}

DesignPlan plan_of(const SweepOptions& options, const std::vector<Factor>& factors, std::uint64_t seed) {
    DesignPlan plan{.method = method_of(options, factors), .seed = seed};
    const std::size_t usual = plan.method == Method::morris ? kMorrisLevels : kGridLevels;
    for (const Factor& factor : factors)
        plan.levels.push_back(factor.levels.empty() ? options.levels.value_or(usual) : factor.levels.size());
    plan.points = options.points.value_or(plan.method == Method::morris ? kTrajectories : kScatteredPoints);
    if (plan.method == Method::morris && plan.levels.front() % 2 != 0)
        throw bad_usage(fmt::format("--levels {}: morris needs an even number", plan.levels.front()));
    if (options.points && (plan.method == Method::grid || plan.method == Method::one_at_a_time))
        throw bad_usage(fmt::format("--points is not for --design {}: the number of points follows from the factors", key_of(plan.method)));
    if (options.levels && plan.method != Method::grid && plan.method != Method::morris)
        throw bad_usage(fmt::format("--levels is for grid and morris, not for --design {}", key_of(plan.method)));
    const std::size_t dimensions = factors.size() * (plan.method == Method::saltelli ? 2 : 1);
    if ((plan.method == Method::sobol || plan.method == Method::saltelli) && dimensions > kMostSobolFactors)
        throw bad_usage(fmt::format("{} assumptions are too many for --design {}; name fewer with --vary KEY", factors.size(), key_of(plan.method)));
    if (count_points(plan) > kMostPoints)
        throw bad_usage(fmt::format("{} of {} assumptions is more than {} points; name fewer with --vary KEY, or take another --design",
                                    plan.method == Method::grid ? "a grid" : "this design", factors.size(), kMostPoints));
    return plan;
}

std::vector<SweepPlace> places_of(const Scenario& scenario, const std::vector<std::string>& wanted) {
    std::vector<SweepPlace> places{{"", "", 0}};
    for (const std::string& typed : wanted) {
        const std::size_t m = find_municipality(scenario.municipalities, typed);
        places.push_back({scenario.municipalities[m].number, scenario.municipalities[m].name, m + 1});
    }
    return places;
}

/// Every point of the design must be a scenario that the reader takes, before the first is played.
void check_points(const SweptScenario& scenario, const Sweep& sweep, bool shown) {
    if (sweep.design.method == Method::one_at_a_time) return;  // factor by factor that has been seen to
    Progress progress(shown, static_cast<std::uint32_t>(sweep.design.points()));
    for (std::size_t p = 0; p < sweep.design.points(); ++p) {
        if (interrupted()) throw run_failed("interrupted before the first run; nothing was changed");
        const ReadResult read = scenario.read(changes_at(sweep.factors, sweep.design.point(p)));
        if (!read.scenario)
            throw bad_usage(fmt::format("point {} of the design is no scenario: {}; leave one of these out, or give it another range "
                                        "with --vary KEY=LOW:HIGH; nothing was run or written",
                                        p, first_error(read.problems)));
        progress.show(p + 1, sweep.design.points(), "");
    }
}

void play(const SweptScenario& scenario, const SweepOptions& options, Sweep& sweep, Progress& progress) {
    const PointPlan plan{.points = sweep.design.points(),
                         .replications = sweep.replications,
                         .threads = options.run.threads,
                         .cancelled = interrupted};
    const auto scenario_at = [&](std::size_t point) {
        return with_run_options(*scenario.read(changes_at(sweep.factors, sweep.design.point(point))).scenario, options.run, kSweepReplications);
    };
    std::uint64_t done = 0;
    const bool complete = run_points(plan, scenario_at, [&](std::size_t, const World& world, const RunRecord& record) {
        for (std::size_t p = 0; p < sweep.places.size(); ++p) {
            const auto measures = measures_of(world.scenario, world.shape, record, sweep.places[p].index);
            for (std::size_t m = 0; m < kMeasures; ++m) sweep.responses[p][m].add(measures[m]);
        }
        sweep.fingerprint = combine(sweep.fingerprint, record.fingerprint);
        progress.show(++done, plan.points * plan.replications, "");
    });
    if (!complete)
        throw run_failed(fmt::format("interrupted after {} of {} runs; nothing was changed", done, plan.points * plan.replications));
}

Sweep planned(const SweptScenario& scenario, const SweepOptions& options) {
    const Scenario first = with_run_options(scenario.as_written(), options.run, kSweepReplications);
    Sweep sweep;
    sweep.places = places_of(first, options.municipalities);
    FactorChoice choice = choose_factors(scenario, options.vary);
    sweep.design = make_design(plan_of(options, choice.factors, first.seed));
    if (sweep.design.points() * std::uint64_t{first.replications} > kMostRuns)
        throw bad_usage(fmt::format("{} points of {} replications are more than {} runs", sweep.design.points(), first.replications, kMostRuns));
    sweep.factors = std::move(choice.factors);
    sweep.left_out = std::move(choice.left_out);
    sweep.replications = first.replications;
    sweep.shown = options.outcome;
    const Responses none(sweep.replications);
    sweep.responses.assign(sweep.places.size(), {none, none, none, none, none, none});
    return sweep;
}

}  // namespace

int sweep(const SweepOptions& options) {
    const InterruptWatch watch;
    const SweptScenario scenario(options.run.scenario_file, options.run.settings);
    const Scenario first = with_run_options(scenario.as_written(), options.run, kSweepReplications);
    Sweep sweep = planned(scenario, options);
    ResultFolder folder(options.run.out, "sweep-" + first.name);
    check_points(scenario, sweep, !options.run.quiet);
    const Lang lang = lang_of(options.run.language);
    double taken_s = 0;
    {
        Progress progress(!options.run.quiet, static_cast<std::uint32_t>(sweep.design.points() * sweep.replications));
        play(scenario, options, sweep, progress);
        const Provenance provenance = provenance_of(first, options.run, sweep.fingerprint);
        write_tables_to(folder, kSweepFile, [&](const std::string& path) { write_sweep_file(path, first, sweep, provenance); });
        folder.write("sweep.csv", sweep_csv(first, sweep, provenance, lang));
        folder.write("report.html", sweep_page(first, sweep, provenance, lang));
        put_study_in_place(folder);
        taken_s = progress.elapsed_s();
    }
    if (options.run.quiet) return 0;
    std::cout << sweep_screen(first, sweep, lang)
              << closing_line(sweep.design.points() * sweep.replications, taken_s, folder, lang);
    return 0;
}

}  // namespace skranke
