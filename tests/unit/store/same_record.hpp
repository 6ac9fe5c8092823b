#pragma once
/// \file
/// Whether two records are the same in every number.

#include <algorithm>
#include <catch2/catch.hpp>
#include <vector>

#include "engine/record/run_record.hpp"

namespace skranke::sample {

inline bool same(const Tally& a, const Tally& b) { return a.count == b.count && a.sum_us == b.sum_us; }

inline bool same(const OutcomeCell& a, const OutcomeCell& b) {
    return a.born == b.born && a.met_on_time == b.met_on_time && a.met_late == b.met_late && a.censored == b.censored &&
           a.unmet == b.unmet && a.attempts == b.attempts && same(a.access, b.access) && same(a.handling, b.handling) &&
           same(a.total, b.total);
}

inline bool same(const TimeSketches& a, const TimeSketches& b) {
    return a.access.bins() == b.access.bins() && a.handling.bins() == b.handling.bins() &&
           a.total.bins() == b.total.bins() && a.access.count() == b.access.count() &&
           a.handling.count() == b.handling.count() && a.total.count() == b.total.count();
}

inline bool same(const ChannelCell& a, const ChannelCell& b) {
    return a.attempts == b.attempts && a.reached == b.reached && a.closed == b.closed && a.blocked == b.blocked &&
           a.left == b.left && a.missed == b.missed && a.enquiries == b.enquiries && same(a.wait, b.wait);
}

inline bool same(const WeekCell& a, const WeekCell& b) {
    return a.born == b.born && a.settled == b.settled && a.unmet == b.unmet && a.open_cases == b.open_cases &&
           a.overdue == b.overdue;
}

inline bool same(const DeskWeek& a, const DeskWeek& b) {
    return a.arrived == b.arrived && a.started == b.started && a.refused == b.refused && a.left == b.left &&
           a.sent_home == b.sent_home && a.backlog == b.backlog && a.wait_us == b.wait_us && a.busy_us == b.busy_us &&
           a.staffed_us == b.staffed_us && a.overtime_us == b.overtime_us;
}

inline bool same(const PolicyCell& a, const PolicyCell& b) { return a.starts == b.starts && a.days == b.days; }

template <class Cell>
bool same(const std::vector<Cell>& a, const std::vector<Cell>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const Cell& x, const Cell& y) { return same(x, y); });
}

inline void require_same(const RunRecord& a, const RunRecord& b) {
    REQUIRE(a.key.seed == b.key.seed);
    REQUIRE(a.key.replication == b.key.replication);
    REQUIRE(a.fingerprint == b.fingerprint);
    REQUIRE(a.events == b.events);
    REQUIRE(a.persons == b.persons);
    REQUIRE(same(a.outcomes, b.outcomes));
    REQUIRE(same(a.times, b.times));
    REQUIRE(same(a.channels, b.channels));
    REQUIRE(same(a.weekly, b.weekly));
    REQUIRE(same(a.desks, b.desks));
    REQUIRE(same(a.policies, b.policies));
}

}  // namespace skranke::sample
