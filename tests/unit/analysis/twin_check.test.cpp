// What a check says of made-up twins, and of simulated desks where the formula is known to be right or wrong.

#include "engine/analysis/twin/twin_check.hpp"

#include <catch2/catch.hpp>

#include "bench/office/w6_scenario.hpp"
#include "engine/analysis/summary_builder.hpp"
#include "tests/theory/tiny_world.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr auto kWithin = static_cast<std::size_t>(Cause::within_day);
constexpr auto kBetween = static_cast<std::size_t>(Cause::between_days);
constexpr auto kAgain = static_cast<std::size_t>(Cause::calling_again);

Estimate around(double value, double half) { return {value, value - half, value + half, true}; }

/// A plain step that waits five minutes, one of the day that waits seven, one of busy days that waits eight.
DeskTwin three_steps() {
    DeskTwin twin;
    twin.formula = Formula::erlang_a;
    twin.steps = {{{}, 5, 0.1, 0.8}, {{}, 7, 0.1, 0.8}, {{}, 8, 0.1, 0.8}};
    twin.steps[1].with[kWithin] = twin.steps[2].with[kWithin] = twin.steps[2].with[kBetween] = true;
    return twin;
}

SimulatedDesk waits(double minutes) { return {around(minutes, 0.1), around(0.1, 0.001), around(0.8, 0.001)}; }

std::vector<TwinCheck> checks_of(const Scenario& scenario, std::uint32_t replications, double stretch_waits = 1) {
    const World world(scenario);
    SummaryBuilder builder(scenario, world.shape);
    for (std::uint32_t r = 0; r < replications; ++r) {
        RunRecord record = run_replication(world, r);
        for (DeskWeek& week : record.desks)
            week.wait_us = static_cast<std::int64_t>(stretch_waits * static_cast<double>(week.wait_us));
        builder.add(record);
    }
    return builder.build().twins;
}

Scenario plain_phone() {
    Scenario s = tiny_world(Channel::phone, 3, 8);
    s.phone_answered_by = AnsweredBy::office;
    desk_of(s, DeskKind::duty_phone).positions = Timeline{3};
    rules_of(s, Channel::phone).talk_min = Timeline{8};
    rules_of(s, Channel::phone).patience_min = 12;
    return s;
}

constexpr auto kPhone = static_cast<std::size_t>(DeskKind::duty_phone);
constexpr auto kCases = static_cast<std::size_t>(DeskKind::casework);

}  // namespace

TEST_CASE("The plainest formula that agrees gives the word, and what it takes in is the reason") {
    CHECK(check_twin(three_steps(), waits(5.2)).verdict == TwinVerdict::agrees);
    const TwinCheck day = check_twin(three_steps(), waits(7.2)), days = check_twin(three_steps(), waits(8.7));
    CHECK(day.verdict == TwinVerdict::explained);
    CHECK(day.because[kWithin]);
    CHECK_FALSE(day.because[kBetween]);
    CHECK(days.verdict == TwinVerdict::explained);
    CHECK(days.because[kBetween]);
    CHECK(days.shown.wait_min == 8);
}

TEST_CASE("A gap with nothing left out is flagged, and so is a wild one whatever is left out") {
    DeskTwin twin = three_steps();
    CHECK(check_twin(twin, waits(10)).verdict == TwinVerdict::flagged);
    twin.left_out[kAgain] = true;
    const TwinCheck check = check_twin(twin, waits(10));
    CHECK(check.verdict == TwinVerdict::may_be);
    CHECK(check.because[kAgain]);
    CHECK(check_twin(twin, waits(25)).verdict == TwinVerdict::flagged);
    CHECK(check_twin(twin, waits(2)).verdict == TwinVerdict::flagged);
}

TEST_CASE("People who leave and occupancy must agree too, but a fluid is given who leaves") {
    DeskTwin twin = three_steps();
    SimulatedDesk desk = waits(5);
    desk.left_share = around(0.13, 0.001);
    CHECK(check_twin(twin, desk).verdict == TwinVerdict::flagged);
    twin.formula = Formula::fluid;
    CHECK(check_twin(twin, desk).verdict == TwinVerdict::agrees);
    desk.occupancy = around(0.85, 0.001);
    CHECK(check_twin(twin, desk).verdict == TwinVerdict::flagged);
}

TEST_CASE("Where no formula is valid, or nobody was served, the check says nothing") {
    CHECK(check_twin({}, waits(5)).verdict == TwinVerdict::none);
    CHECK(check_twin(three_steps(), {}).verdict == TwinVerdict::none);
}

TEST_CASE("A phone that never closes agrees with Erlang A, and one whose waits are stretched is flagged") {
    const TwinCheck check = checks_of(plain_phone(), 10)[kPhone];
    CHECK(check.verdict == TwinVerdict::agrees);
    CHECK(check.twin.formula == Formula::erlang_a);
    CHECK(check.twin.offered_load == Approx(8 / 3.0).epsilon(0.01));
    CHECK(check.twin.heads == Approx(3));
    CHECK(checks_of(plain_phone(), 10, 1.3)[kPhone].verdict == TwinVerdict::flagged);
}

TEST_CASE("Without patience it is Erlang C, with room a limited line, and without a head or a caller nothing") {
    Scenario s = plain_phone();
    rules_of(s, Channel::phone).patience_min = 0;
    rules_of(s, Channel::phone).talk_min = Timeline{6};
    CHECK(checks_of(s, 10)[kPhone].twin.formula == Formula::erlang_c);
    CHECK(checks_of(s, 10)[kPhone].verdict == TwinVerdict::agrees);
    CHECK(checks_of(s, 2)[kCases].twin.why_not == NoFormula::nobody_comes);
    rules_of(s, Channel::phone).room = Timeline{2};
    CHECK(checks_of(s, 2)[kPhone].twin.formula == Formula::limited_line);
    rules_of(s, Channel::phone).room = Timeline{0};
    rules_of(s, Channel::phone).talk_min = Timeline{9.5};
    CHECK(checks_of(s, 2)[kPhone].twin.why_not == NoFormula::unsettled);
    s.phone_loop.offer_callback_after_min = Timeline{1};
    s.phone_loop.accepts_callback = 1;
    CHECK(checks_of(s, 2)[kPhone].twin.why_not == NoFormula::called_back);
}

TEST_CASE("Busy and quiet days are told apart from an ordinary phone") {
    Scenario s = plain_phone();
    s.demand.busyness_shape = 4;
    rules_of(s, Channel::phone).patience_min = 25;
    const TwinCheck check = checks_of(s, 20)[kPhone];
    CHECK(check.verdict == TwinVerdict::explained);
    CHECK(check.because[kBetween]);
}

TEST_CASE("At the mini office the day explains the phone, and the pile of cases is a fluid") {
    const std::vector<TwinCheck> checks = checks_of(bench::read_w6(), 6);
    CHECK(checks[kPhone].verdict == TwinVerdict::explained);
    CHECK(checks[kPhone].because[kWithin]);
    CHECK(checks[kPhone].twin.left_out[kAgain]);
    CHECK(checks[kCases].verdict == TwinVerdict::agrees);
    CHECK(checks[kCases].twin.formula == Formula::fluid);
    CHECK(checks[kCases].twin.left_out[static_cast<std::size_t>(Cause::priorities)]);
    CHECK(checks_of(bench::read_w6(), 2, 1.25)[kCases].verdict == TwinVerdict::may_be);
}
