#pragma once
/// \file
/// Runs the replications of a scenario on the cores of one machine: side by side, or several threads
/// on one replication (window_team.hpp), and hands over their records in replication order.
///
/// Order    `keep` is called once per replication, in order, by one thread at a time.
/// Threads  as many as asked for; the records do not depend on how many, nor on how they are used.
/// Memory   at most twice as many records as threads are alive at once.
/// Errors   an exception from `keep` ends the run and is passed on.

#include <cstdint>
#include <functional>

#include "engine/office/world.hpp"

namespace skranke {

/// What several threads are used for.
enum class Parallelism : std::uint8_t {
    automatic,     ///< replications; one that begins when fewer are left than threads gets its share of them
    replications,  ///< a replication a thread
    windows        ///< one replication at a time, all threads on it
};

struct RunPlan {
    std::uint32_t replications = 1;
    std::uint32_t first = 0;          ///< number of the first replication
    unsigned threads = 0;             ///< 0 = one per core
    std::function<bool()> cancelled;  ///< asked before each replication; may be empty
    std::function<bool()> enough{};   ///< asked after each that was kept, in order: ends the run, and what is under way is dropped
    Parallelism parallelism = Parallelism::automatic;
    FingerprintStrength fingerprint = FingerprintStrength::time;  ///< strength of the records' fingerprints
};

/// How many threads replication number `number` (0 = the plan's first) of a plan may use.
unsigned team_size(const RunPlan& plan, unsigned threads, std::uint32_t number);

/// \return false if it was cancelled before all replications, or enough, were kept
bool run_replications(const World& world, const RunPlan& plan, const std::function<void(const RunRecord&)>& keep);

/// The same for a scenario whose world nobody else needs.
bool run_replications(const Scenario& scenario, const RunPlan& plan, const std::function<void(const RunRecord&)>& keep);

}  // namespace skranke
