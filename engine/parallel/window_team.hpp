#pragma once
/// \file
/// A window team runs the sites of one replication on several threads, window by window as
/// run_windows() does on one, to the same bits.
///
/// Shape    the sites are dealt out to parts. In each window every part is run once, by whichever
///          thread takes it first: a thread takes the part it ran last, then any that is left. What a
///          part sends to another lies in a mailbox of their own until the next window; there are two
///          for each pair, filled and drained in turns, so one meeting of threads a window is enough.
///          Whoever finishes the last part finds out when the next window is, skipping idle time. If
///          the last windows had too little in them to be worth sharing, it runs the next one alone.
/// Order    messages keep their sender's order word, so neither the parts nor who ran them shows.
/// Threads  the one that calls and those of its arena (threads.hpp) that have nothing else to do. It
///          never waits for one that has not come, so a team of one, or on a busy machine, ends too.
/// Cost     a shared window costs one meeting of threads, one that is not shared what it costs in
///          run_windows() and a look into every mailbox.
/// Memory   two mailboxes for each pair of parts.
/// Errors   SKRANKE_EXPECT: a message faster than the lookahead. Sites must not throw.
/// Source   windows: window.hpp; dealing out the heaviest first: R. L. Graham, "Bounds on
///          multiprocessing timing anomalies", SIAM J. Appl. Math. 17 (1969), pp. 416-429.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/kernel/site.hpp"

namespace skranke {

struct TeamPlan {
    unsigned threads = 1;
    unsigned parts = 0;                    ///< 0 = four a thread
    std::span<const double> weights = {};  ///< work expected of each site, in any unit; none = all the same
    std::uint64_t worth_sharing = 64;      ///< events in a window lately; below, one thread runs it (our own choice)
};

/// Runs all sites up to (not including) `horizon`. \param lookahead  > 0
void run_windows_together(std::span<Site* const> sites, Duration lookahead, Instant horizon, const TeamPlan& plan);

/// Which part each site is in: the heaviest site first, each to the part that has least so far.
std::vector<std::uint32_t> deal_out(std::span<const double> weights, std::uint32_t parts);

}  // namespace skranke
