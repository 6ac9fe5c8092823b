// The office's own number, home visits, and abilities that change: who gets through where, and when.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/one_place.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr auto kOutreach = static_cast<std::size_t>(Channel::outreach);

/// Calls and visits that a desk of the office has begun.
std::uint64_t started(const Scenario& s, const RunRecord& record, DeskKind kind) {
    std::uint64_t count = 0;
    for (std::size_t w = 0; w < static_cast<std::size_t>(s.weeks); ++w)
        count += record.desks[static_cast<std::size_t>(kind) * static_cast<std::size_t>(s.weeks) + w].started;
    return count;
}

void everyone_prefers(Scenario& s, Channel channel) {
    s.services[kAssistance].prefers = {};
    s.services[kAssistance].prefers[static_cast<std::size_t>(channel)] = 1;
}

Surge everybody_in_quarantine() {
    Surge surge;
    surge.kind = SurgeKind::quarantine;
    surge.share = Timeline{1.0};
    return surge;
}

std::uint64_t unmet_in_weeks(const RunRecord& record, std::size_t from, std::size_t to) {
    std::uint64_t count = 0;
    for (std::size_t w = from; w < to; ++w) count += record.weekly[w].unmet;
    return count;
}

}  // namespace

TEST_CASE("An office's own number rings at its duty phone, in the hours that this office posts", "[office]") {
    Scenario s = one_place();
    everyone_prefers(s, Channel::office_phone);
    s.groups[0].max_attempts = 1;
    s.warm_up_weeks = 0;
    s.phone_hours = {same_hours(9 * 60, 11 * 60, 5)};
    const RunRecord record = run(s);
    CHECK(channel(record, Channel::office_phone).reached > 100);
    CHECK(channel(record, Channel::office_phone).reached == started(s, record, DeskKind::duty_phone));
    CHECK(channel(record, Channel::phone).attempts == 0);
    s.phone_hours = {OpeningHours{}};
    CHECK(unmet(run(s), Reason::barrier) > 100);
    CHECK(started(s, run(s), DeskKind::duty_phone) == 0);
}

TEST_CASE("A published number that no hours are given for is never answered and changes nothing", "[office]") {
    Scenario s = tiny_county(2);
    const World world(s);
    const RunRecord before = run_replication(world, 0);
    s.channels[static_cast<std::size_t>(Channel::office_phone)].hours = {};
    s.channels[kOutreach].hours = {};
    CHECK(run_replication(World(s), 0).fingerprint == before.fingerprint);
}

TEST_CASE("Home visits are for the groups they are offered to, and for people in quarantine", "[office]") {
    Scenario s = one_place();
    everyone_prefers(s, Channel::outreach);
    s.groups[0].max_attempts = 1;
    CHECK(unmet(run(s), Reason::barrier) == settled(run(s)));  // nobody is offered one
    s.outreach.groups = {0};
    const RunRecord all = run(s);
    CHECK(channel(all, Channel::outreach).reached > 100);
    CHECK(unmet(all, Reason::barrier) == 0);
    s.outreach.groups.clear();
    s.outreach.in_quarantine = true;
    CHECK(unmet(run(s), Reason::barrier) == settled(run(s)));  // nobody is in quarantine
    s.surges = {everybody_in_quarantine()};
    CHECK(channel(run(s), Channel::outreach).reached == channel(all, Channel::outreach).reached);
}

TEST_CASE("A home visit takes the way there, the talk and the way back of one clerk's working time", "[office]") {
    Scenario s = one_place();
    everyone_prefers(s, Channel::outreach);
    s.services[0].per_1000_week = Timeline{0.05};  // one a week: nobody waits
    s.services[0].case_share = 0;
    s.warm_up_weeks = 0;
    s.outreach.groups = {0};
    s.outreach.served_by = DeskKind::reception;
    s.outreach.travel_min = Timeline{25};
    s.channels[kOutreach].talk_min = Timeline{40};
    s.channels[kOutreach].talk_cv = 0;
    s.channels[kOutreach].hours = same_hours(0, 1440, 7);
    s.office_desks[0][static_cast<std::size_t>(DeskKind::reception)].hours = same_hours(0, 1440, 7);
    const RunRecord record = run(s);
    std::int64_t busy = 0;
    for (std::size_t w = 0; w < 8; ++w) busy += record.desks[w].busy_us;
    REQUIRE(channel(record, Channel::outreach).reached > 3);
    CHECK(busy == static_cast<std::int64_t>(channel(record, Channel::outreach).reached) * minutes(25 + 40 + 25).us);
    CHECK(cell(record).access.mean_min() == Approx(25).margin(0.01));
}

TEST_CASE("An ability that changes by date takes the same people and more, and only from that day", "[office]") {
    Scenario s = one_place();
    s.groups[0].max_attempts = 1;
    s.services[0].per_1000_week = Timeline{150};
    s.services[0].case_share = 0;
    s.channels[static_cast<std::size_t>(Channel::drop_in)].talk_min = Timeline{0.1};
    s.channels[static_cast<std::size_t>(Channel::drop_in)].at_closing = CloseRule::serve;
    const auto able_later = [&](double value) {
        s.groups[0].able[static_cast<std::size_t>(Channel::drop_in)].points = {{s.start, 1.0},
                                                                               {s.start + std::chrono::days{28}, value}};
        return run(s);
    };
    const RunRecord most = able_later(0.7), fewer = able_later(0.6);
    CHECK(unmet_in_weeks(fewer, 0, 4) == 0);
    CHECK(unmet(fewer, Reason::barrier) > unmet(most, Reason::barrier));
    std::uint64_t born = 0;
    for (std::size_t w = 4; w < 8; ++w) born += fewer.weekly[w].born;
    const auto n = static_cast<double>(born), barred = static_cast<double>(unmet_in_weeks(fewer, 4, 8));
    const auto z = [&](double share) { return (barred - n * share) / std::sqrt(n * share * (1 - share)); };
    CHECK(std::abs(z(0.4)) < 5);
    CHECK(std::abs(z(0.44)) > 5);
    s.groups[0].able.fill(1);
    CHECK(able_later(1.0).fingerprint == run(s).fingerprint);
}
