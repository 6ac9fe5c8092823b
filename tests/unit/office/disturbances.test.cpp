// Channels that are down, and observed needs that are replayed.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::size_t kLocal = 0, kState = 1;  // services
constexpr double kPerWeek = 8000;              // of each service

/// One municipality where everybody tries one channel once, and contact settles the matter.
Scenario one_attempt(Channel channel) {
    Scenario s = tiny_county(1);
    s.holidays.clear();
    s.weeks = 2;
    s.warm_up_weeks = 0;
    s.groups[0].able.fill(1);
    s.groups[0].max_attempts = 1;
    s.municipalities[0].digital_form_from = s.start - std::chrono::days{100};
    s.demand.busyness_shape = 0;
    for (Service& service : s.services) {
        service.prefers = {};
        service.prefers[static_cast<std::size_t>(channel)] = 1;
        service.case_share = 0;
        service.per_1000_week = Timeline{kPerWeek / 20};
    }
    s.channels[static_cast<std::size_t>(channel)].hours = same_hours(0, 24 * 60, 7);
    return s;
}

/// On the second Monday from 09 to `until`.
Surge outage(const Scenario& s, Channel channel, double until = 15) {
    Surge surge;
    surge.kind = SurgeKind::outage;
    surge.from = surge.to = s.start + std::chrono::days{7};
    surge.from_hour = 9;
    surge.to_hour = until;
    surge.channel = channel;
    return surge;
}

RunRecord run(const Scenario& s, std::uint32_t replication = 0) { return run_replication(World(s), replication); }

std::uint64_t closed(const RunRecord& record, std::size_t service) {
    return record.outcomes[service].unmet[static_cast<std::size_t>(Reason::closed)];
}

/// Needs born on a Monday in so many hours.
double expected_in(double hours) { return kPerWeek * 1.2 / 5.2 * hours / 24; }

std::uint64_t born(const RunRecord& record) {
    std::uint64_t sum = 0;
    for (const OutcomeCell& cell : record.outcomes) sum += cell.born;
    return sum;
}

/// The tiny county without demand of its own; everything is observed.
Scenario quiet_county() {
    Scenario s = tiny_county(3);
    for (Service& service : s.services) service.per_1000_week = Timeline{0.0};
    s.groups.push_back(s.groups[0]);
    s.groups[1].key = "others";
    for (Service& service : s.services) service.group_share = {0.5, 0.5};
    s.surges.emplace_back().kind = SurgeKind::trace;
    return s;
}

}  // namespace

TEST_CASE("While a channel is down, and not before or after, all who try find it closed", "[office]") {
    Scenario s = one_attempt(Channel::digital);
    Replicates found_closed;
    for (std::uint32_t replication = 0; replication < 20; ++replication) {
        s.surges.clear();
        const RunRecord before = run(s, replication);
        s.surges = {outage(s, Channel::digital)};
        const RunRecord with = run(s, replication);
        CHECK(before.channels[0].closed == 0);
        CHECK(with.channels[0].attempts == before.channels[0].attempts);
        CHECK(with.channels[0].reached + with.channels[0].closed == before.channels[0].reached);
        CHECK(closed(with, kLocal) + closed(with, kState) == with.channels[0].closed);
        found_closed.add(static_cast<double>(with.channels[0].closed) / 2);
    }
    CHECK(std::abs(found_closed.z(expected_in(6))) < 5);
    CHECK(std::abs(found_closed.z(expected_in(5.5))) > 5);
    CHECK(std::abs(found_closed.z(expected_in(6.5))) > 5);
}

TEST_CASE("A longer outage turns away those of the shorter one and more", "[office]") {
    Scenario s = one_attempt(Channel::digital);
    std::uint64_t last = 0;
    for (const double until : {9.5, 12.0, 15.0, 24.0}) {
        s.surges = {outage(s, Channel::digital, until)};
        const std::uint64_t now = run(s).channels[0].closed;
        CHECK(now > last);
        last = now;
    }
}

TEST_CASE("An outage can be one system's alone", "[office]") {
    Scenario s = one_attempt(Channel::digital);
    s.surges = {outage(s, Channel::digital)};
    s.surges[0].affects = Affects::state;
    const RunRecord state = run(s);
    CHECK(closed(state, kLocal) == 0);
    CHECK(closed(state, kState) > 100);
    s.surges[0].affects = Affects::local;
    CHECK(closed(run(s), kState) == 0);
    s.surges[0].enabled = false;
    CHECK(run(s).channels[0].closed == 0);
}

TEST_CASE("Any channel can be down, those who ring about their case included", "[office]") {
    for (const Channel channel : {Channel::phone, Channel::drop_in, Channel::appointment}) {
        Scenario s = one_attempt(channel);
        for (Service& service : s.services) service.per_1000_week = Timeline{10};
        s.weeks = 8;
        s.surges = {outage(s, channel)};
        s.surges[0].from = s.start;
        s.surges[0].to = s.start + std::chrono::days{56};
        s.surges[0].from_hour = s.surges[0].to_hour = 0;
        s.demand.news_days = 100;
        const RunRecord record = run(s);
        const ChannelCell& counts = record.channels[static_cast<std::size_t>(channel)];
        CHECK(counts.reached == 0);
        CHECK(closed(record, kLocal) > 100);
        s.demand.news_days = 7;  // from the second Monday on they have heard of it
        const RunRecord known = run(s);
        CHECK(closed(known, kLocal) > 0);
        CHECK(closed(known, kLocal) < closed(record, kLocal) / 3);
        CHECK(known.outcomes[kLocal].unmet[static_cast<std::size_t>(Reason::barrier)] > 100);
    }
    Scenario s = one_attempt(Channel::digital);
    s.services[kLocal].case_share = 1;
    s.services[kLocal].per_1000_week = Timeline{10};
    s.services[kLocal].enquiries_per_week = 2;
    s.weeks = 4;
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)] = DeskRules{};
    s.surges = {outage(s, Channel::phone)};
    s.surges[0].to = s.start + std::chrono::days{14};
    const ChannelCell phone = run(s).channels[static_cast<std::size_t>(Channel::phone)];
    CHECK(phone.enquiries > 1000);
    CHECK(phone.closed > 100);
}

TEST_CASE("Every observed need arises once, whoever serves its municipality, and in its own week", "[office]") {
    Scenario s = quiet_county();
    // The third office's residents belong for three parts of ten to the first office.
    s.offices[0].catchments.push_back({2, 0.3});
    s.offices[2].catchments[0].resident_share = 0.7;
    const Date monday = s.start + std::chrono::days{7};
    for (int i = 0; i < 500; ++i) {
        s.surges[0].trace.push_back({monday - std::chrono::days{1}, 1439, 2, kLocal, std::nullopt});
    }
    for (int i = 0; i < 300; ++i) s.surges[0].trace.push_back({monday, 0, 2, kLocal, std::nullopt});
    s.surges[0].trace.push_back({s.start + std::chrono::days{56}, 0, 2, kLocal, std::nullopt});  // after the end
    for (std::uint32_t replication = 0; replication < 3; ++replication) {
        const RunRecord record = run(s, replication);
        CHECK(record.persons == 800);
        CHECK(born(record) == 800);
        CHECK(record.weekly[(2 * 2 + 0) * 8 + 0].born == 500);
        CHECK(record.weekly[(2 * 2 + 0) * 8 + 1].born == 300);
        std::array<std::uint64_t, 2> cases{};  // at the first and the third office's caseworkers
        for (std::size_t o = 0; o < 2; ++o)
            for (std::size_t w = 0; w < 8; ++w) cases[o] += record.desks[(6 * o + 2) * 8 + w].arrived;
        const double share = static_cast<double>(cases[0]) / static_cast<double>(cases[0] + cases[1]);
        CHECK(share == Approx(0.3).margin(0.1));
    }
}

TEST_CASE("An observed need has the group that was observed, else one drawn", "[office]") {
    Scenario s = quiet_county();
    for (int i = 0; i < 400; ++i) s.surges[0].trace.push_back({s.start, i, 0, kState, 1});
    const RunRecord known = run(s);
    CHECK(known.outcomes[kState * 2 + 1].born == 400);
    CHECK(known.outcomes[kState * 2].born == 0);
    for (TracedNeed& need : s.surges[0].trace) need.group.reset();
    const RunRecord drawn = run(s);
    CHECK(drawn.outcomes[kState * 2].born + drawn.outcomes[kState * 2 + 1].born == 400);
    CHECK(static_cast<double>(drawn.outcomes[kState * 2].born) == Approx(200).margin(50));
}
