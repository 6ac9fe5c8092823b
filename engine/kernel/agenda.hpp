#pragma once
/// \file
/// Agenda: when each of a number of sites has its next event, kept so that a window finds those who
/// are due without looking at the others.
///
/// Shape    a binary tournament: each node holds the earliest time below it.
/// Cost     next O(1); set, lower O(log n), mostly less; for_due O(d log(n / d)) for d sites due of n.
/// Memory   16 to 32 bytes a site.
/// Threads  none inside: an agenda belongs to whoever runs its sites.
/// Source   D. E. Knuth, The Art of Computer Programming 3 (2nd ed., 1998), sec. 5.4.1, trees of losers
///          and winners.

#include <algorithm>
#include <bit>
#include <cstddef>
#include <vector>

#include "engine/kernel/sim_time.hpp"

namespace skranke {

class Agenda {
  public:
    explicit Agenda(std::size_t sites) : leaves_(std::bit_ceil(std::max<std::size_t>(1, sites))) {
        earliest_.assign(2 * leaves_, kNever);
    }

    /// When the first of all has its next event; kNever if none has.
    Instant next() const { return earliest_[1]; }

    /// Site `i` has an event at `time`, and perhaps earlier ones.
    void lower(std::size_t i, Instant time) {
        for (std::size_t node = leaves_ + i; node > 0 && time < earliest_[node]; node /= 2) earliest_[node] = time;
    }

    /// Calls `visit(i)` for each site with an event before `end`; it returns when that site's next
    /// event is, not before `end`. Meanwhile any site may be lowered to a time not before `end`.
    template <class Visit>
    void for_due(Instant end, Visit visit) {
        descend(1, end, visit);
    }

  private:
    template <class Visit>
    void descend(std::size_t node, Instant end, Visit& visit) {
        if (earliest_[node] >= end) return;
        if (node >= leaves_) {
            const Instant next = visit(node - leaves_);
            earliest_[node] = next;
            return;
        }
        descend(2 * node, end, visit);
        descend(2 * node + 1, end, visit);
        earliest_[node] = std::min(earliest_[2 * node], earliest_[2 * node + 1]);
    }

    std::size_t leaves_;
    std::vector<Instant> earliest_;  // node n is above 2 n and 2 n + 1; leaf i is node leaves_ + i
};

}  // namespace skranke
