// Policies at work: levers that are moved on a date or when a condition holds, at one office and at no other.

#include <catch2/catch.hpp>

#include <algorithm>

#include "engine/language/expression_reader.hpp"
#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::size_t kOffices = 2;

Policy& add_policy(Scenario& s, const Lever& lever) {
    Policy& policy = s.policies.emplace_back();
    policy.key = "policy" + std::to_string(s.policies.size());
    policy.levers.emplace_back().lever = lever;
    return policy;
}

Lever positions_of(DeskKind kind) { return {LeverKind::desk_positions, static_cast<std::size_t>(kind)}; }

void hold_when(Policy& policy, const std::string& condition) {
    policy.when = std::get<Expression>(read_expression(condition));
    policy.when_text = condition;
}

RunRecord run(const Scenario& s) { return run_replication(World(s), 0); }

std::int64_t staffed_us(const RunRecord& record, const Scenario& s, std::size_t office, DeskKind kind, std::size_t week) {
    const World world(s);
    return record.desks[world.desk_index(office, kind) * world.shape.weeks + week].staffed_us;
}

const PolicyCell& cell(const RunRecord& record, std::size_t policy, std::size_t site) {
    return record.policies[policy * (kOffices + 2) + site];
}

/// Two offices with nobody absent, so that staffed time is heads times hours.
Scenario two_offices() {
    Scenario s = tiny_county(kOffices);
    for (DeskRules& desk : s.desks) desk.absence = Timeline{0.0};
    for (auto& desks : s.office_desks)
        for (DeskRules& desk : desks) desk.absence = Timeline{0.0};
    return s;
}

}  // namespace

TEST_CASE("A dated policy moves its lever on its days, at its office, and is counted", "[office]") {
    const Scenario plain = two_offices();
    Scenario s = plain;
    Policy& policy = add_policy(s, positions_of(DeskKind::casework));
    policy.levers[0].add = 2;
    policy.from = s.start + std::chrono::days{14};
    policy.to = s.start + std::chrono::days{28};
    policy.offices = {1};
    const RunRecord with = run(s), without = run(plain);
    constexpr std::int64_t kHeadWeek = 5 * 7 * 60 * 60'000'000LL;  // five days of seven hours
    for (std::size_t week = 0; week < 4; ++week) {
        CHECK(staffed_us(with, s, 0, DeskKind::casework, week) == staffed_us(without, plain, 0, DeskKind::casework, week));
        CHECK(staffed_us(with, s, 1, DeskKind::casework, week) - staffed_us(without, plain, 1, DeskKind::casework, week) ==
              (week >= 2 ? 2 * kHeadWeek : 0));
    }
    // The two who are taken away finish the cases that they have begun.
    CHECK(staffed_us(with, s, 1, DeskKind::casework, 4) - staffed_us(without, plain, 1, DeskKind::casework, 4) < kHeadWeek / 10);
    CHECK(cell(with, 0, 1).starts == 1);
    CHECK(cell(with, 0, 1).days == 10);
    CHECK(cell(with, 0, 0).starts == 0);
    CHECK(cell(with, 0, 2).starts == 0);
}

TEST_CASE("A policy that is written as steps of the field itself gives the same run", "[office]") {
    Scenario by_policy = two_offices(), by_field = two_offices();
    Policy& policy = add_policy(by_policy, positions_of(DeskKind::contact_centre));
    policy.levers[0].multiply = 1.5;
    policy.from = by_policy.start + std::chrono::days{21};
    Timeline& positions = by_field.desks[static_cast<std::size_t>(DeskKind::contact_centre)].positions;
    const double before = positions.points.front().value;
    positions.points.push_back({by_field.start + std::chrono::days{21}, 1.5 * before});
    CHECK(run(by_policy).fingerprint == run(by_field).fingerprint);
    positions.points.back().value = 1.6 * before + 1;
    CHECK(run(by_policy).fingerprint != run(by_field).fingerprint);
}

TEST_CASE("A policy that opens the door lets in those whom a shut door turned away", "[office]") {
    Scenario s = two_offices();
    s.door_hours.assign(kOffices, OpeningHours{{{s.start, {}}}});
    s.channels[static_cast<std::size_t>(Channel::drop_in)].hours = s.door_hours[0];
    s.groups[0].able = {0, 0, 1, 0};
    const RunRecord shut = run(s);
    Policy& policy = add_policy(s, {LeverKind::channel_hours, static_cast<std::size_t>(Channel::drop_in)});
    policy.levers[0].hours = office_hours();
    policy.from = s.start + std::chrono::days{28};
    const RunRecord open = run(s);
    const auto reached = [](const RunRecord& r) { return r.channels[static_cast<std::size_t>(Channel::drop_in)].reached; };
    CHECK(reached(shut) == 0);
    CHECK(reached(open) > 100);
}

TEST_CASE("A triggered policy starts its working days after the condition holds, and lasts as long as said", "[office]") {
    const Scenario plain = two_offices();
    Scenario s = plain;
    Policy& policy = add_policy(s, positions_of(DeskKind::reception));
    hold_when(policy, "day >= 6");  // first seen at the end of Sunday, day 6; in force from Wednesday, day 9
    policy.levers[0].add = 1;
    policy.delay_working_days = 2;
    policy.lasts_days = 7;
    const RunRecord with = run(s), without = run(plain);
    constexpr std::int64_t kHeadDay = 7 * 60 * 60'000'000LL;
    const auto more = [&](std::size_t week) {
        return staffed_us(with, s, 0, DeskKind::reception, week) - staffed_us(without, plain, 0, DeskKind::reception, week);
    };
    CHECK(more(0) == 0);
    CHECK(more(1) == 3 * kHeadDay);
    CHECK(more(2) == 2 * kHeadDay);
    CHECK(more(3) == 0);
    CHECK(cell(with, 0, 0).days == 5);
}

TEST_CASE("A triggered policy comes as often as it may, never twice at once", "[office]") {
    Scenario s = two_offices();
    Policy& policy = add_policy(s, positions_of(DeskKind::reception));
    hold_when(policy, "day >= 0");
    policy.levers[0].add = 1;
    policy.lasts_days = 7;
    policy.most_times = 3;
    const RunRecord record = run(s);
    CHECK(cell(record, 0, 0).starts == 3);
    CHECK(cell(record, 0, 0).days == 15);
}

TEST_CASE("A condition sees the line, and hours that it moves hold from the next day", "[office]") {
    Scenario s = two_offices();
    for (auto& desks : s.office_desks) {
        DeskRules& casework = desks[static_cast<std::size_t>(DeskKind::casework)];
        casework.per_1000_adults = Timeline{0.0};
        casework.positions = Timeline{0.2};
        casework.minimum = 0;
    }
    Policy& policy = add_policy(s, {LeverKind::desk_hours, static_cast<std::size_t>(DeskKind::casework)});
    hold_when(policy, "days_of_work.casework > 10 and waiting.casework > 20 and longest_wait.casework > 3");
    policy.levers[0].hours = same_hours(0, 24 * 60, 7);
    const RunRecord record = run(s);
    REQUIRE(cell(record, 0, 0).starts == 1);
    std::int64_t most = 0;
    for (std::size_t week = 0; week < 8; ++week) most = std::max(most, staffed_us(record, s, 0, DeskKind::casework, week));
    CHECK(most == 7 * 24 * 60 * 60'000'000LL);
    hold_when(s.policies[0], "days_of_work.casework > 1e6");
    CHECK(cell(run(s), 0, 0).starts == 0);
}

TEST_CASE("Arrivals and losses of the last seven days add up to the desk's own counts", "[office]") {
    Scenario s = two_offices();
    s.warm_up_weeks = 0;
    const World world(s);
    const RunRecord plain = run_replication(world, 0);
    const std::size_t desk = world.shared_desk_index(DeskKind::contact_centre) * world.shape.weeks;
    const double third_week = static_cast<double>(plain.desks[desk + 2].arrived);
    Policy& policy = add_policy(s, positions_of(DeskKind::contact_centre));
    policy.levers[0].add = 0;
    const auto starts = [&](double threshold) {
        hold_when(s.policies[0], "day == 20 and arrivals.contact_centre >= " + std::to_string(threshold));
        return cell(run(s), 0, kOffices).starts;
    };
    REQUIRE(third_week > 50);
    CHECK(starts(third_week) == 1);
    CHECK(starts(third_week + 1) == 0);
    CHECK(policy.is_triggered());
}
