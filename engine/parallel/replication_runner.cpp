#include "engine/parallel/replication_runner.hpp"

#include <tbb/parallel_pipeline.h>

#include <algorithm>
#include <atomic>
#include <vector>

#include "engine/office/replication.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/parallel/window_team.hpp"

namespace skranke {

namespace {

/// Work expected of each site: an office's is in step with the needs that arise there; of the shared
/// sites, the contact centre has many events and the benefit offices few.
std::vector<double> site_weights(const World& world) {
    constexpr double kCentre = 0.5, kBenefits = 0.1;  // of all offices together; our own guess
    std::vector<double> weights(world.sites(), 0.0);
    double all = 0;
    for (std::size_t o = 0; o < world.offices.size(); ++o) {
        for (const CatchmentPlan& catchment : world.offices[o].catchments)
            for (const SourcePlan& source : catchment.sources)
                for (const double needs : source.needs) weights[o] += needs;
        all += weights[o];
    }
    weights[world.contact_centre()] = kCentre * all;
    weights[world.benefit_office()] = kBenefits * all;
    return weights;
}

}  // namespace

unsigned team_size(const RunPlan& plan, unsigned threads, std::uint32_t number) {
    if (plan.parallelism == Parallelism::replications) return 1;
    if (plan.parallelism == Parallelism::windows) return threads;
    return std::max(1u, threads / (plan.replications - number));
}

bool run_replications(const World& world, const RunPlan& plan, const std::function<void(const RunRecord&)>& keep) {
    const unsigned threads = plan.threads > 0 ? plan.threads : all_processors();
    const std::vector<double> weights = site_weights(world);
    // Records wait in slots, so that what is in flight when a run ends early is freed with them. No
    // more than `tokens` replications are under way, and they are kept in order: a slot is free again
    // when its next replication starts.
    const std::size_t tokens = plan.parallelism == Parallelism::windows ? 1 : 2 * std::size_t{threads};
    std::vector<RunRecord> slots(tokens);
    std::uint32_t next = 0;
    std::uint32_t kept = 0;
    std::atomic<bool> enough = false;
    const auto begin = [&](tbb::flow_control& control) -> std::uint32_t {
        if (next < plan.replications && !enough && !(plan.cancelled && plan.cancelled())) return next++;
        control.stop();
        return 0;
    };
    const auto run = [&](std::uint32_t number) {
        const TeamPlan team{.threads = team_size(plan, threads, number), .weights = weights};
        const auto take_turns = [&](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
            run_windows_together(sites, lookahead, horizon, team);
        };
        slots[number % tokens] = run_replication(world, plan.first + number, take_turns, plan.fingerprint);
        return number;
    };
    const auto hand_over = [&](std::uint32_t number) {
        if (enough) return;
        keep(slots[number % tokens]);
        ++kept;
        enough = plan.enough && plan.enough();
    };
    with_threads(threads, [&] {
        using tbb::filter_mode;
        tbb::parallel_pipeline(tokens,
                               tbb::make_filter<void, std::uint32_t>(filter_mode::serial_in_order, begin) &
                                   tbb::make_filter<std::uint32_t, std::uint32_t>(filter_mode::parallel, run) &
                                   tbb::make_filter<std::uint32_t, void>(filter_mode::serial_in_order, hand_over));
    });
    return enough || kept == plan.replications;
}

bool run_replications(const Scenario& scenario, const RunPlan& plan,
                      const std::function<void(const RunRecord&)>& keep) {
    return run_replications(World(scenario), plan, keep);
}

}  // namespace skranke
