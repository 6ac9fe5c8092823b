// Meetings, the door and interpreters against what can be worked out by hand.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/z_value.hpp"
#include "tests/theory/tiny_world.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kBand = 5.0;

const ChannelCell& channel(const RunRecord& record, Channel c) { return record.channels[index_of(c)]; }

double share(std::uint64_t part, std::uint64_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

Scenario meetings(double no_show, double rebook) {
    Scenario s = tiny_world(Channel::appointment, 20, 8);
    desk_of(s, DeskKind::reception).positions = Timeline{50};
    s.appointments = {.slots_per_day = Timeline{10}, .lead_days = 1, .no_show = no_show, .rebook = rebook};
    return s;
}

/// Each booking is kept, lost, or made anew.
double lost(const World&, const RunRecord& record) {
    const std::uint64_t gone = record.outcomes[0].unmet[static_cast<std::size_t>(Reason::left_queue)];
    return share(gone, gone + record.outcomes[0].met_on_time);
}

double bookings_missed(const World&, const RunRecord& record) {
    const ChannelCell& meeting = channel(record, Channel::appointment);
    return share(meeting.left, meeting.left + meeting.reached);
}

}  // namespace

TEST_CASE("Who misses a meeting is given another, geometrically often", "[theory]") {
    // Of bookings 0.4 are missed and half of those made anew, so 0.2 / (0.2 + 0.6) of people are lost.
    const Scenario right = meetings(0.4, 0.5);
    CHECK(std::abs(replicate(right, lost).z(0.25)) < kBand);
    CHECK(std::abs(replicate(right, bookings_missed).z(0.4)) < kBand);
    CHECK(std::abs(replicate(meetings(0.4, 0.55), lost).z(0.25)) > kBand);
    CHECK(std::abs(replicate(meetings(0.44, 0.5), bookings_missed).z(0.4)) > kBand);
}

TEST_CASE("Of those who cannot come, only who takes part by video has a meeting", "[theory]") {
    const auto barred = [](double can_travel, double remote_share) {
        Scenario s = meetings(0, 0);
        s.groups[0].can_travel = can_travel;
        s.appointments.remote_share = remote_share;
        return replicate(s, [](const World&, const RunRecord& r) { return share_unmet(r, Reason::barrier); });
    };
    CHECK(std::abs(barred(0.5, 0.4).z(0.3)) < kBand);
    CHECK(std::abs(barred(0.55, 0.4).z(0.3)) > kBand);
    CHECK(std::abs(barred(0.5, 0.44).z(0.3)) > kBand);
    CHECK(barred(0, 1).mean() == 0);
}

TEST_CASE("An interpreter is waited for as long as the mean says, and the talk takes longer", "[theory]") {
    const auto world = [](double delay_days, double factor) {
        Scenario s = tiny_world(Channel::drop_in, 20, 8);
        desk_of(s, DeskKind::reception).positions = Timeline{50};
        s.groups[0].interpreter = 1;
        s.groups[0].interpreter_delay_days = delay_days;
        s.groups[0].interpreter_talk_factor = factor;
        return s;
    };
    const auto access = [](const World&, const RunRecord& r) { return r.outcomes[0].access.mean_min(); };
    CHECK(std::abs(replicate(world(0.05, 1), access).z(0.05 * 1440)) < kBand);
    CHECK(std::abs(replicate(world(0.055, 1), access).z(0.05 * 1440)) > kBand);
    const auto talk = [](const World&, const RunRecord& r) {
        DeskWeek total;
        for (const DeskWeek& week : r.desks) total += week;
        return static_cast<double>(total.busy_us) / static_cast<double>(total.started) / 60e6;
    };
    CHECK(std::abs(replicate(world(0, 1.5), talk).z(15 * 1.5)) < kBand);
    CHECK(std::abs(replicate(world(0, 1.65), talk).z(15 * 1.5)) > kBand);
}

TEST_CASE("A home visit is waited for as Pollaczek and Khinchine say, ways included", "[theory]") {
    const auto access = [](double travel) {
        Scenario s = tiny_world(Channel::outreach, 100, 30);
        desk_of(s, DeskKind::casework).positions = Timeline{1};
        rules_of(s, Channel::outreach).talk_min = Timeline{20};
        s.outreach.travel_min = Timeline{travel};
        s.outreach.groups = {0};
        return replicate(s, [](const World&, const RunRecord& r) { return r.outcomes[0].access.mean_min(); });
    };
    const double mean = 25 + 20 + 25, second = 20 * 20 + mean * mean;
    const double theory = second / 100 / 2 / (1 - mean / 100) + 25;
    CHECK(std::abs(access(25).z(theory)) < kBand);
    CHECK(std::abs(access(27.5).z(theory)) > kBand);
}
