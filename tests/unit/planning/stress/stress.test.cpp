// A stress test of offices whose breaking point a formula gives, and what it says of who falls first and why.

#include "engine/planning/stress/stress.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/theory/case_desk.hpp"

using namespace skranke;

namespace {

constexpr std::size_t kCasesInTime = 2;  // rule
constexpr double kUsualLoad = 0.5, kLimitDays = 10;

/// An office that is busy half of its time, and whose cases are due after ten days.
Scenario office() {
    Scenario s = test::case_desk(4);
    constexpr double kEffort = 60;
    Service& service = test::add_cases(s, kEffort / (4 * kUsualLoad), kEffort, 2);
    service.clock.unit = ClockUnit::days;
    service.clock.limit = kLimitDays;
    return s;
}

StressLoad whole_run(const Scenario& scenario) {
    StressLoad load;
    load.services = {0};
    load.from = scenario.start;
    load.weeks = scenario.weeks;
    return load;
}

/// Where a line of fluid leaves one case in five late. At load r who comes on day t is decided on day r t: on time until
/// t = limit / (r - 1), and inside the run until t = days / r.
double fluid_height(const Scenario& scenario) {
    const double on_time_days = scenario.verdict.least_on_time * 7 * scenario.weeks;
    return on_time_days / (on_time_days - kLimitDays) / kUsualLoad;
}

BreakingPoints search(const Scenario& scenario, BreakingPlan plan) {
    plan.items = kVerdictRules;
    BreakingPoints points(plan);
    const auto places = planning_places(scenario);
    while (const auto wanted = points.next()) {
        const Scenario under = stressed(scenario, whole_run(scenario), plan.heights[wanted->height]);
        const World world(under);
        std::vector<BreakingPoints::Held> held;
        for (std::uint32_t r = wanted->first; r < wanted->first + wanted->replications; ++r)
            held.push_back(held_rules(under.verdict, count_stress(under, world.shape, run_replication(world, r), places, {0, world.shape.weeks})));
        points.tell(*wanted, held);
    }
    return points;
}

RuleMargin breaking(double low, double height, double high) { return {Margin::breaks, height, low, high, false}; }

BreakingPoint at(std::optional<std::size_t> holds, std::optional<std::size_t> broken, std::optional<double> height) {
    return {holds, broken, height, false};
}

}  // namespace

TEST_CASE("An overloaded desk breaks its time limit at the height that a fluid line foretells") {
    const Scenario scenario = office();
    BreakingPlan plan;
    plan.heights = ladder(1, 0.02, 3);
    const BreakingPoint found = search(scenario, plan).point(kCasesInTime);
    const double expected = fluid_height(scenario);
    REQUIRE(expected > 2.2);
    REQUIRE(expected < 2.5);
    REQUIRE(found.height);
    CHECK(*found.height == Approx(expected).epsilon(0.05));
    CHECK(*found.height != Approx(1 / kUsualLoad).epsilon(0.05));  // not merely where the load is one
    CHECK(plan.heights[found.holds.value()] < expected * 1.03);
    CHECK(plan.heights[found.broken.value()] > expected * 0.97);
}

TEST_CASE("What breaks an overloaded desk is its casework, busy all the time") {
    const Scenario scenario = office();
    const auto places = planning_places(scenario);
    const auto counts = [&](double height) {
        const Scenario under = stressed(scenario, whole_run(scenario), height);
        const World world(under);
        return count_stress(under, world.shape, run_replication(world, 0), places, {0, world.shape.weeks});
    };
    const StressCause cause = cause_of(counts(1), counts(2.6), 0, kCasesInTime, 2.6);
    CHECK(cause.desk == DeskKind::casework);
    CHECK_FALSE(cause.reason);
    CHECK(cause.busy_before == Approx(kUsualLoad).epsilon(0.1));
    CHECK(cause.busy_under > 0.98);
}

TEST_CASE("The reason that grew most is told, of those that the rule looks at") {
    StressCounts before, under;
    for (StressCounts* counts : {&before, &under}) {
        PlaceCounts place;
        place.judged.settled = 100;
        counts->places = {place};
        counts->desks.resize(1);
    }
    const auto lost = [](StressCounts& counts, Reason reason) -> std::int64_t& { return counts.places[0].lost[static_cast<std::size_t>(reason)]; };
    lost(before, Reason::closed) = 20;
    lost(under, Reason::closed) = 21;
    lost(under, Reason::blocked) = 9;
    lost(under, Reason::never_decided) = 40;
    under.contact_centre = {100, 97};
    under.desks[0][0] = {100, 50};
    const StressCause at_door = cause_of(before, under, 0, 0, 2), after = cause_of(before, under, 0, 4, 2), gap = cause_of(before, under, 0, 5, 2);
    CHECK(at_door.reason == Reason::blocked);
    CHECK(at_door.lost_under == Approx(0.09));
    CHECK(at_door.desk == DeskKind::contact_centre);
    CHECK(at_door.busy_under == Approx(0.97));
    CHECK(after.reason == Reason::never_decided);
    CHECK(after.desk == DeskKind::casework);
    CHECK(gap.reason == Reason::never_decided);
    CHECK_FALSE(cause_of(before, under, 0, 1, 2).reason);
}

TEST_CASE("A rule's margin tells what was broken before, what was uncertain, what breaks and what holds") {
    const std::vector<double> heights{1, 2, 3, 4};
    CHECK(margin_of(at({}, 0, 1), heights).margin == Margin::broken_before);
    CHECK(margin_of(at({}, 2, 1.5), heights).margin == Margin::uncertain_before);
    CHECK(margin_of(at({}, {}, {}), heights).margin == Margin::uncertain_before);
    CHECK(margin_of(at(3, {}, {}), heights).margin == Margin::holds);
    const RuleMargin breaks = margin_of(at(1, 2, 2.6), heights);
    CHECK(breaks.margin == Margin::breaks);
    CHECK(breaks.height == 2.6);
    CHECK(breaks.low == 2);
    CHECK(breaks.high == 3);
    CHECK(margin_of(at(1, 2, 3.5), heights).height == 3);  // never outside its interval
}

TEST_CASE("The first rule to break has the interval of whichever breaks first") {
    const std::vector<double> heights{1, 2, 3, 4, 5};
    const FirstToBreak first = first_to_break({1, 4}, {at(2, 4, 3.9), at(1, 3, 3.0)}, heights);
    CHECK(first.rule == std::size_t{4});
    CHECK(first.margin.height == 3);
    CHECK(first.margin.low == 2);
    CHECK(first.margin.high == 4);
    CHECK(first_to_break({0}, {at(4, {}, {})}, heights).margin.margin == Margin::holds);
    CHECK(first_to_break({}, {}, heights).margin.margin == Margin::broken_before);
    const FirstToBreak at_once = first_to_break({2}, {at({}, 0, 1)}, heights);
    CHECK(at_once.margin.margin == Margin::breaks);
    CHECK(at_once.margin.height == 1);
}

TEST_CASE("Who breaks at the least height falls first; who holds comes after, and who had broken before last") {
    Stress stress;
    stress.plan.heights = {1, 2, 3};
    stress.places.resize(4);
    stress.first.resize(4);
    stress.first[0].margin.margin = Margin::broken_before;
    stress.first[1].margin.margin = Margin::holds;
    stress.first[2].margin = breaking(2, 2.4, 3);
    stress.first[3].margin = breaking(1, 1.2, 2);
    CHECK(first_to_fall(stress) == std::vector<std::size_t>{3, 2, 1, 0});
}
