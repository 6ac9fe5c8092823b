#pragma once
/// \file
/// Conservative rounds: all sites run up to the same window's end, then exchange messages. A
/// window begins at the earliest pending event of all sites and is as long as the lookahead, the
/// least time that a message takes, so nothing that is sent inside a window can arrive in it.
/// Idle periods are skipped.
///
/// Order    sites in index order; the results do not depend on it.
/// Cost     a window touches only the sites that are due in it and those that get a message.
/// Threads  the one that calls; for more, engine/parallel/window_team.hpp.
/// Errors   SKRANKE_EXPECT: a message faster than the lookahead.
/// Source   YAWNS: D. M. Nicol, "The cost of conservative synchronization in parallel discrete
///          event simulations", J. ACM 40 (1993), pp. 304-333.

#include <span>

#include "engine/kernel/site.hpp"

namespace skranke {

/// Delivers what sites sent before the first window.
void deliver_early(std::span<Site* const> sites);

/// Runs all sites up to (not including) `horizon`. \param lookahead  > 0
void run_windows(std::span<Site* const> sites, Duration lookahead, Instant horizon);

/// The same by one global sequence of events, each message delivered at once: slow and obviously
/// right, what the windows are tested against. Needs no lookahead.
void run_serially(std::span<Site* const> sites, Duration lookahead, Instant horizon);

}  // namespace skranke
