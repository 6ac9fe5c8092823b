#include "engine/parallel/replication_runner.hpp"

#include <tbb/global_control.h>
#include <tbb/info.h>
#include <tbb/parallel_pipeline.h>
#include <tbb/task_arena.h>

#include <memory>

#include "engine/office/replication.hpp"

namespace skranke {

bool run_replications(const World& world, const RunPlan& plan, const std::function<void(const RunRecord&)>& keep) {
    const unsigned threads = plan.threads > 0 ? plan.threads : static_cast<unsigned>(tbb::info::default_concurrency());
    const tbb::global_control allowed(tbb::global_control::max_allowed_parallelism, threads);
    tbb::task_arena arena(static_cast<int>(threads));
    std::uint32_t next = 0;
    std::uint32_t kept = 0;
    arena.execute([&] {
        tbb::parallel_pipeline(
            2 * threads,
            tbb::make_filter<void, std::uint32_t>(
                tbb::filter_mode::serial_in_order,
                [&](tbb::flow_control& control) -> std::uint32_t {
                    if (next == plan.replications || (plan.cancelled && plan.cancelled())) {
                        control.stop();
                        return 0;
                    }
                    return plan.first + next++;
                }) &
                tbb::make_filter<std::uint32_t, std::shared_ptr<RunRecord>>(
                    tbb::filter_mode::parallel,
                    [&](std::uint32_t replication) {
                        return std::make_shared<RunRecord>(run_replication(world, replication));
                    }) &
                tbb::make_filter<std::shared_ptr<RunRecord>, void>(tbb::filter_mode::serial_in_order,
                                                                   [&](const std::shared_ptr<RunRecord>& record) {
                                                                       keep(*record);
                                                                       ++kept;
                                                                   }));
    });
    return kept == plan.replications;
}

bool run_replications(const Scenario& scenario, const RunPlan& plan,
                      const std::function<void(const RunRecord&)>& keep) {
    return run_replications(World(scenario), plan, keep);
}

}  // namespace skranke
