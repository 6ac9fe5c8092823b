#pragma once
/// \file
/// One replication of a scenario: all its sites from the first midnight to the horizon, and the
/// record that remains.
///
/// Order    the record does not depend on how the sites were interleaved.
/// Threads  a replication runs on the thread that calls, and on others if `take_turns` has any;
///          different replications may run at once.
/// Errors   SKRANKE_ENSURE: conservation (run_record.hpp, invariant 1).

#include <cstdint>
#include <functional>

#include "engine/kernel/window.hpp"
#include "engine/office/trace.hpp"
#include "engine/office/world.hpp"

namespace skranke {

/// How sites take turns up to a horizon: run_windows() or something that comes to the same.
using TakeTurns = std::function<void(std::span<Site* const> sites, Duration lookahead, Instant horizon)>;

/// \param strength  of the record's fingerprint; nothing else in the record depends on it
/// \param trace     gets what happened to each person; nullptr = nobody wants to know
RunRecord run_replication(const World& world, std::uint32_t replication, const TakeTurns& take_turns = run_windows,
                          FingerprintStrength strength = FingerprintStrength::time, Trace* trace = nullptr);

}  // namespace skranke
