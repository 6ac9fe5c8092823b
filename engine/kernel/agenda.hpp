#pragma once
/// \file
/// Agenda: when each of a number of sites has its next event, kept so that a window finds those who
/// are due without looking at the others.
///
/// Shape    a binary tournament: each node holds the earliest time below it.
/// Cost     next O(1); set, lower O(log n), mostly less; for_due O(d log(n / d)) for d sites due of n.
/// Memory   24 to 40 bytes a site.
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
        due_.reserve(sites);
    }

    /// When the first of all has its next event; kNever if none has.
    Instant next() const { return earliest_[1]; }

    /// Site `i` has an event at `time`, and perhaps earlier ones.
    void lower(std::size_t i, Instant time) {
        for (std::size_t node = leaves_ + i; node > 0 && time < earliest_[node]; node /= 2) earliest_[node] = time;
    }

    /// Calls `visit(i)` for each site with an event before `end`; it returns when that site's next
    /// event is, not before `end`. Meanwhile any site may be lowered to a time not before `end`.
    /// \param expect  called as expect(i, n) when site i will be visited n visits later, n = 1 ... kAhead
    template <class Visit, class Expect>
    void for_due(Instant end, Visit visit, Expect expect) {
        due_.clear();
        list_due(1, end);
        for (std::size_t k = 0; k < due_.size(); ++k) {
            for (std::size_t n = 1; n <= kAhead && k + n < due_.size(); ++n) expect(due_[k + n], n);
            set(due_[k], visit(due_[k]));
        }
    }
    template <class Visit>
    void for_due(Instant end, Visit visit) {
        for_due(end, visit, [](std::size_t, std::size_t) {});
    }

    static constexpr std::size_t kAhead = 3;

  private:
    void list_due(std::size_t node, Instant end) {
        if (earliest_[node] >= end) return;
        if (node >= leaves_) return due_.push_back(node - leaves_);
        list_due(2 * node, end);
        list_due(2 * node + 1, end);
    }

    /// Later than before, as a rule.
    void set(std::size_t i, Instant time) {
        std::size_t node = leaves_ + i;
        for (earliest_[node] = time; node > 1;) {
            node /= 2;
            const Instant least = std::min(earliest_[2 * node], earliest_[2 * node + 1]);
            if (least == earliest_[node]) return;
            earliest_[node] = least;
        }
    }

    std::size_t leaves_;
    std::vector<Instant> earliest_;  // node n is above 2 n and 2 n + 1; leaf i is node leaves_ + i
    std::vector<std::size_t> due_;
};

}  // namespace skranke
