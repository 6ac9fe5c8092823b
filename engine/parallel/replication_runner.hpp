#pragma once
/// \file
/// Runs the replications of a scenario side by side on the cores of one machine, and hands over
/// their records in replication order.
///
/// Order    `keep` is called once per replication, in order, by one thread at a time.
/// Threads  as many as asked for; the records do not depend on how many.
/// Memory   at most twice as many records as threads are alive at once.
/// Errors   an exception from `keep` ends the run and is passed on.

#include <cstdint>
#include <functional>

#include "engine/office/world.hpp"

namespace skranke {

struct RunPlan {
    std::uint32_t replications = 1;
    std::uint32_t first = 0;           ///< number of the first replication
    unsigned threads = 0;              ///< 0 = one per core
    std::function<bool()> cancelled;   ///< asked before each replication; may be empty
};

/// \return false if it was cancelled before all replications were kept
bool run_replications(const World& world, const RunPlan& plan, const std::function<void(const RunRecord&)>& keep);

/// The same for a scenario whose world nobody else needs.
bool run_replications(const Scenario& scenario, const RunPlan& plan,
                      const std::function<void(const RunRecord&)>& keep);

}  // namespace skranke
