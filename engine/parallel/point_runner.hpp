#pragma once
/// \file
/// Plays many scenarios that differ in a few numbers, each as many times: the replications of all of them share the
/// threads, and are handed over in order.
///
/// Order    `keep` is called once per point and replication, points in order and replications within, by one thread at a
///          time.
/// Threads  a replication takes one; the records do not depend on how many there are.
/// Memory   at most twice as many records as threads, and the worlds that they belong to.
/// Errors   an exception from `keep` or `scenario_at` ends the run and is passed on.

#include <cstdint>
#include <functional>
#include <span>

#include "engine/office/world.hpp"

namespace skranke {

struct PointPlan {
    std::size_t points = 1;           ///< of run_points
    std::uint32_t replications = 1;   ///< likewise, of each point
    unsigned threads = 0;             ///< 0 = one per core
    std::function<bool()> cancelled;  ///< asked before each replication; may be empty
};

/// Makes the scenario of a point; called once for each, by any thread.
using ScenarioAt = std::function<Scenario(std::size_t point)>;
using KeepAt = std::function<void(std::size_t point, const World& world, const RunRecord& record)>;

/// \return false if it was cancelled before all replications were kept
bool run_points(const PointPlan& plan, const ScenarioAt& scenario_at, const KeepAt& keep);

/// One replication of one point.
struct PlayedPoint {
    std::size_t point = 0;
    std::uint32_t replication = 0;
};

/// The same for chosen replications, kept in their order. \param played  all of a point one after another
bool run_chosen(std::span<const PlayedPoint> played, const PointPlan& plan, const ScenarioAt& scenario_at, const KeepAt& keep);

}  // namespace skranke
