#include "engine/parallel/replication_runner.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <vector>

#include "engine/office/replication.hpp"

namespace skranke {

bool run_replications(const World& world, const RunPlan& plan, const std::function<void(const RunRecord&)>& keep) {
    const unsigned threads = plan.threads > 0 ? plan.threads : static_cast<unsigned>(tbb::info::default_concurrency());
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    // Records wait in slots, so that what is in flight when a run ends early is freed with them. No
    // more than `tokens` replications are under way, and they are kept in order: a slot is free again
    // when its next replication starts.
    const std::size_t tokens = 2 * std::size_t{threads};
    std::vector<RunRecord> slots(tokens);
    std::uint32_t next = 0;
    std::uint32_t kept = 0;
    const auto begin = [&](tbb::flow_control& control) -> std::uint32_t {
        if (next < plan.replications && !(plan.cancelled && plan.cancelled())) return next++;
        control.stop();
        return 0;
    };
    const auto run = [&](std::uint32_t number) {
        slots[number % tokens] = run_replication(world, plan.first + number);
        return number;
    };
    const auto hand_over = [&](std::uint32_t number) {
        keep(slots[number % tokens]);
        ++kept;
    };
    arena.execute([&] {
        using tbb::filter_mode;
        tbb::parallel_pipeline(tokens, tbb::make_filter<void, std::uint32_t>(filter_mode::serial_in_order, begin) &
                                           tbb::make_filter<std::uint32_t, std::uint32_t>(filter_mode::parallel, run) &
                                           tbb::make_filter<std::uint32_t, void>(filter_mode::serial_in_order, hand_over));
    });
    return kept == plan.replications;
}

bool run_replications(const Scenario& scenario, const RunPlan& plan,
                      const std::function<void(const RunRecord&)>& keep) {
    return run_replications(World(scenario), plan, keep);
}

}  // namespace skranke
