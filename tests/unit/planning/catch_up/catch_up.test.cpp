// A pile held against the fluid that it is on average: P cases from before the run, a new ones a week, c decided a week. The
// oldest case of the line is (P - (c - a) t) / a weeks old when the pile is gone, so the office is back within a limit of L
// weeks when t = (P - a L) / (c - a).

#include "engine/planning/catch_up/catch_up.hpp"

#include <catch2/catch.hpp>

#include "engine/planning/catch_up/catch_up_search.hpp"
#include "engine/planning/staff_change.hpp"
#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::uint32_t kReplicationsOfEach = 40;
constexpr double kPile = 500, kNew = 118, kDecided = 168, kLimitWeeks = 1;  // decided by each clerk, around the clock

Scenario with_pile(int clerks) {
    Scenario s = case_desk(clerks);
    s.weeks = 26;
    s.warm_up_weeks = 0;
    Service& service = add_cases(s, 7 * 24 * 60 / kNew, 7 * 24 * 60 / kDecided, 3);
    service.clock.limit = 7 * kLimitWeeks;
    OpenCase one;
    one.received = s.start - std::chrono::days{30};
    s.pile.assign(static_cast<std::size_t>(kPile), one);
    return s;
}

std::vector<CatchUpCourse> played(const Scenario& s, const BackRule& rule, std::uint32_t first = 0) {
    const World world(s);
    std::vector<std::vector<std::int64_t>> numbers;
    for (std::uint32_t r = 0; r < kReplicationsOfEach; ++r)
        numbers.push_back(count_weeks(world.shape, run_replication(world, first + r), planning_places(s)));
    return courses_of(rule, world.shape.weeks, numbers);
}

}  // namespace

TEST_CASE("A pile is gone when the fluid says", "[planning]") {
    for (const int clerks : {1, 2}) {
        const CatchUpCourse course = played(with_pile(clerks), BackRule{}).front();
        const double back = (kPile - kNew * kLimitWeeks) / (clerks * kDecided - kNew);  // 7.6 and 1.8 weeks
        CHECK(std::fabs(static_cast<double>(course.dates.quantile(0.5).value()) + 1 - back) <= 1);
        CHECK(course.dates.never().hits == 0);
        CHECK(course.overdue[0].low > course.overdue[2].high);
        CHECK(course.mean_open[0] == Approx(kPile + kNew - clerks * kDecided).epsilon(0.05));
    }
}

TEST_CASE("The staff that brings it back in time is what the fluid needs", "[planning]") {
    // By the end of the fifth week: 118 + 382 / 5 = 194 cases a week, 1.16 clerks; a quarter of a clerk more than one.
    const Scenario s = with_pile(1);
    const BackGoal goal{.week = 4, .probability = 0.9, .unit = 0.25};
    CatchUpSearch search(goal, {16});
    const auto play = [&](int units, std::uint32_t first) {
        return played(with_staff(s, {.key = "more", .changes = {{0, goal.unit * units}}}), BackRule{}, first);
    };
    while (const auto units = search.next()) search.tell(*units, play(units->front(), 0));
    while (const auto units = search.to_validate()) search.tell_validated(play(units->front(), 1000));
    REQUIRE(search.plans().front().units);
    CHECK(*search.plans().front().units >= 1);
    CHECK(*search.plans().front().units <= 2);  // chance wants some more than the mean
    CHECK(search.plans().front().validated.dates.back_by(goal.week).value() >= 0.9);
}

TEST_CASE("No staff brings back an office whose cases wait for others", "[planning]") {
    Scenario s = with_pile(1);
    s.services.front().third_party = 1;
    s.services.front().third_party_days = 15;
    CatchUpSearch search({.week = 4}, {40});
    while (const auto units = search.next())
        search.tell(*units, played(with_staff(s, {.key = "more", .changes = {{0, 0.5 * units->front()}}}), BackRule{}));
    CHECK_FALSE(search.to_validate());
    CHECK(search.plans().front().with_most.overdue.back().low > 1);
}
