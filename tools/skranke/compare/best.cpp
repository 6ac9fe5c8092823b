// skranke best: the best of several plans, with as few runs as a stated probability of being right needs.

#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <deque>
#include <iostream>
#include <map>

#include "engine/comparison/best_plan.hpp"
#include "engine/comparison/comparison.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/report/comparison/change_words.hpp"
#include "engine/report/screen_table.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/compare/plans.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/scenario_file.hpp"

namespace skranke {

namespace {

struct Candidate {
    explicit Candidate(Scenario s) : scenario(std::move(s)), world(scenario) {}

    Scenario scenario;
    World world;
    std::vector<double> unmet;  // by replication
};

/// Worlds keep a reference to their scenario: candidates do not move.
std::deque<Candidate> candidates_of(const BestOptions& options) {
    std::deque<Candidate> candidates;
    for (const std::string& file : options.scenario_files) {
        Scenario scenario = load_scenario(file, options.settings);
        // Everybody's people are the first plan's.
        scenario.seed = options.seed ? *options.seed : candidates.empty() ? scenario.seed : candidates.front().scenario.seed;
        candidates.emplace_back(std::move(scenario));
    }
    return candidates;
}

/// Plays replications up to `end` of those still running.
void play_to(std::uint64_t end, const BestPlanSearch& search, std::deque<Candidate>& candidates, const BestOptions& options) {
    for (const std::size_t plan : search.running()) {
        Candidate& c = candidates[plan];
        const auto first = static_cast<std::uint32_t>(c.unmet.size());
        RunPlan run;
        run.replications = static_cast<std::uint32_t>(end) - first;
        run.first = first;
        run.threads = options.threads;
        run.cancelled = interrupted;
        const bool complete = run_replications(c.world, run, [&](const RunRecord& record) {
            c.unmet.push_back(unmet_local(c.scenario, c.world.shape, record));
        });
        if (!complete) throw run_failed("interrupted; nothing was changed");
    }
}

void decide(BestPlanSearch& search, std::deque<Candidate>& candidates, const BestOptions& options) {
    const unsigned threads = options.threads > 0 ? options.threads : all_processors();
    const bool shown = isatty(STDERR_FILENO) != 0;
    while (!search.is_decided() && search.replications() < options.most) {
        const std::uint64_t block = search.replications() < options.first ? options.first : 2 * threads;
        const std::uint64_t end = std::min<std::uint64_t>(search.replications() + block, options.most);
        play_to(end, search, candidates, options);
        while (!search.is_decided() && search.replications() < end) {
            std::vector<double> values;
            for (const std::size_t plan : search.running()) values.push_back(candidates[plan].unmet[search.replications()]);
            search.add(values);
        }
        if (shown)
            std::cerr << fmt::format("\r{} runs, at most {}: {} of {} plans left   ", search.replications(),
                                     std::min<std::uint64_t>(std::max(search.most_replications() + 1, search.replications()), options.most),
                                     search.running().size(), candidates.size());
    }
    if (shown) std::cerr << "\r\033[K";
}

/// Paired over the runs that both have.
Estimate change(const Candidate& from, const Candidate& to) {
    MeanEstimator mean;
    for (std::size_t r = 0; r < std::min(from.unmet.size(), to.unmet.size()); ++r) mean.add(to.unmet[r] - from.unmet[r]);
    return mean.estimate();
}

void print(const BestPlanSearch& search, const std::deque<Candidate>& candidates, const BestOptions& options) {
    const std::size_t best = *std::min_element(search.running().begin(), search.running().end(), [&](std::size_t i, std::size_t j) {
        return change(candidates[i], candidates[j]).value > 0;
    });
    const auto cell = [](const std::string& text, std::size_t width) {
        return text + std::string(width - std::min(screen_width(text), width), ' ');
    };
    std::cout << cell("Plan", 34) << cell("Runs", 7) << cell("Unmet", 9) << "More than the best\n";
    for (std::size_t p = 0; p < candidates.size(); ++p) {
        MeanEstimator mean;
        for (const double unmet : candidates[p].unmet) mean.add(unmet);
        std::cout << cell(candidates[p].scenario.name, 34) << cell(std::to_string(mean.count()), 7)
                  << cell(number(mean.estimate().value, 0, Lang::en), 9)
                  << (p == best ? "best" : with_interval(change(candidates[best], candidates[p]), 1, 0, Lang::en)) << "\n";
    }
    if (search.is_decided())
        std::cout << fmt::format("With 95% certainty {} has the fewest unmet local needs, or within {:g} of the fewest.\n",
                                 candidates[best].scenario.name, options.within);
    else
        std::cout << fmt::format("Not decided in {} runs: {} plans are left, so nothing is promised. Ask for a wider --within or a higher --most.\n",
                                 search.replications(), search.running().size());
}

}  // namespace

int best(const BestOptions& options) {
    if (options.most < options.first) throw bad_usage(fmt::format("--most {}: fewer than --first {}", options.most, options.first));
    const InterruptWatch watch;
    std::deque<Candidate> candidates = candidates_of(options);
    for (const Candidate& c : candidates) {
        const Candidate& a = candidates.front();
        const std::string why = why_not_comparable(a.world.shape, c.world.shape);
        if (!why.empty()) throw bad_usage(fmt::format("{} and {} cannot be compared: {}", a.scenario.name, c.scenario.name, why));
    }
    BestPlanSearch search(candidates.size(), options.first, options.within);
    decide(search, candidates, options);
    print(search, candidates, options);
    return 0;
}

}  // namespace skranke
