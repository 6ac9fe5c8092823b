#include "engine/parallel/point_runner.hpp"

#include <tbb/parallel_pipeline.h>

#include <memory>
#include <mutex>
#include <vector>

#include "engine/office/replication.hpp"
#include "engine/parallel/threads.hpp"

namespace skranke {

namespace {

/// A scenario with its world, made by the first thread that needs them.
class Point {
  public:
    const World& world(const ScenarioAt& scenario_at, std::size_t number) {
        std::call_once(made_, [&] {
            scenario_ = std::make_unique<Scenario>(scenario_at(number));
            world_ = std::make_unique<World>(*scenario_);
        });
        return *world_;
    }

  private:
    std::once_flag made_;
    std::unique_ptr<Scenario> scenario_;
    std::unique_ptr<World> world_;
};

/// One replication on its way. Its slot is free again when it was handed over.
struct Job {
    std::size_t point = 0;
    std::uint32_t replication = 0;
    std::shared_ptr<Point> at;  // shared by the replications of the point
    RunRecord record;
};

/// \param played_at  by number, 0 to `all` - 1
bool run_jobs(std::size_t all, const std::function<PlayedPoint(std::size_t)>& played_at, const PointPlan& plan,
              const ScenarioAt& scenario_at, const KeepAt& keep) {
    const unsigned threads = plan.threads > 0 ? plan.threads : all_processors();
    std::vector<Job> slots(2 * std::size_t{threads});
    std::shared_ptr<Point> newest;
    std::size_t newest_point = 0, next = 0, kept = 0;
    const auto begin = [&](tbb::flow_control& control) -> std::size_t {
        if (next == all || (plan.cancelled && plan.cancelled())) {
            control.stop();
            return 0;
        }
        const PlayedPoint played = played_at(next);
        if (newest == nullptr || played.point != newest_point) newest = std::make_shared<Point>();
        newest_point = played.point;
        slots[next % slots.size()] = {played.point, played.replication, newest, {}};
        return next++;
    };
    const auto run = [&](std::size_t number) {
        Job& job = slots[number % slots.size()];
        job.record = run_replication(job.at->world(scenario_at, job.point), job.replication);
        return number;
    };
    const auto hand_over = [&](std::size_t number) {
        Job& job = slots[number % slots.size()];
        keep(job.point, job.at->world(scenario_at, job.point), job.record);
        job = {};
        ++kept;
    };
    with_threads(threads, [&] {
        using tbb::filter_mode;
        tbb::parallel_pipeline(slots.size(),
                               tbb::make_filter<void, std::size_t>(filter_mode::serial_in_order, begin) &
                                   tbb::make_filter<std::size_t, std::size_t>(filter_mode::parallel, run) &
                                   tbb::make_filter<std::size_t, void>(filter_mode::serial_in_order, hand_over));
    });
    return kept == all;
}

}  // namespace

bool run_points(const PointPlan& plan, const ScenarioAt& scenario_at, const KeepAt& keep) {
    const auto played_at = [&](std::size_t number) {
        return PlayedPoint{number / plan.replications, static_cast<std::uint32_t>(number % plan.replications)};
    };
    return run_jobs(plan.points * plan.replications, played_at, plan, scenario_at, keep);
}

bool run_chosen(std::span<const PlayedPoint> played, const PointPlan& plan, const ScenarioAt& scenario_at, const KeepAt& keep) {
    return run_jobs(played.size(), [&](std::size_t number) { return played[number]; }, plan, scenario_at, keep);
}

}  // namespace skranke
