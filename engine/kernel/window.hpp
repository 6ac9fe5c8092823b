#pragma once
/// \file
/// Conservative rounds: all sites run up to the same window's end, then exchange messages. A
/// window begins at the earliest pending event of all sites and is as long as the lookahead, the
/// least time that a message takes, so nothing that is sent inside a window can arrive in it.
/// Idle periods are skipped.
///
/// Order    sites in index order; the results do not depend on it.
/// Errors   SKRANKE_EXPECT: a message faster than the lookahead.
/// Source   YAWNS: D. M. Nicol, "The cost of conservative synchronization in parallel discrete
///          event simulations", J. ACM 40 (1993), pp. 304-333.

#include <algorithm>
#include <span>

#include "engine/kernel/site.hpp"

namespace skranke {

/// Runs all sites up to (not including) `horizon`. \param lookahead  > 0
void run_windows(std::span<Site* const> sites, Duration lookahead, Instant horizon);

/// The same by one global sequence of events, each message delivered at once: slow and obviously
/// right, what the windows are tested against.
void run_serially(std::span<Site* const> sites, Instant horizon);

}  // namespace skranke
