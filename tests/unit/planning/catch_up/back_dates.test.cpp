// When an office is back, in one replication and over many.

#include "engine/planning/catch_up/back_dates.hpp"

#include <catch2/catch.hpp>

#include "engine/planning/catch_up/back_rule.hpp"

using namespace skranke;

namespace {

/// Weeks with 100 open cases, of which so many are overdue.
std::optional<std::size_t> back(const BackRule& rule, std::initializer_list<std::int64_t> overdue) {
    std::vector<WeekEnd> weeks;
    for (const std::int64_t cases : overdue) weeks.push_back({100, cases});
    return back_week(rule, weeks);
}

BackDates dates(std::initializer_list<int> weeks, std::size_t of = 10) {
    BackDates made(of);
    for (const int week : weeks) made.add(week < 0 ? std::nullopt : std::optional(static_cast<std::size_t>(week)));
    return made;
}

}  // namespace

TEST_CASE("Back is the first of the weeks in a row that are inside", "[planning]") {
    const BackRule rule{.most_overdue = 0.05, .weeks = 3};
    CHECK(back(rule, {9, 9, 5, 5, 5, 9}) == 2);
    CHECK(back(rule, {9, 5, 5, 6, 0, 0, 0}) == 4);
    CHECK(back(rule, {0, 0, 0}) == 0);
    CHECK_FALSE(back(rule, {9, 9, 9, 0, 0}));  // the run ends before the third
    CHECK_FALSE(back(rule, {}));
}

TEST_CASE("A single overdue case leaves an office inside, two of few do not", "[planning]") {
    const BackRule rule{.most_overdue = 0.05};
    CHECK(is_inside(rule, {3, 1}));
    CHECK_FALSE(is_inside(rule, {39, 2}));
    CHECK(is_inside(rule, {40, 2}));
    CHECK(is_inside({.most_overdue = 0}, {3, 1}));
}

TEST_CASE("Who is not back before the run ends is later than all others, and counted", "[planning]") {
    const BackDates some = dates({3, 4, 4, 5, 6, 7, 7, -1, -1, -1});
    CHECK(some.quantile(0.1) == 3);
    CHECK(some.quantile(0.5) == 6);
    CHECK(some.quantile(0.7) == 7);
    CHECK_FALSE(some.quantile(0.71));
    CHECK(some.never().hits == 3);
    CHECK(some.back_by(4).hits == 3);
    CHECK(some.back_by(9).trials == 10);
}

TEST_CASE("The interval of the median has the ranks of the binomial distribution", "[planning]") {
    // Ten values: the second and the ninth, 97.9 % (David & Nagaraja, sec. 7.1).
    const BackDates::Interval ten = dates({0, 1, 2, 3, 4, 5, 6, 7, 8, 9}).median_interval();
    CHECK(ten.valid);
    CHECK(ten.low == 1);
    CHECK(ten.high == 8);
    const BackDates::Interval six = dates({0, 1, 2, 3, 4, -1}).median_interval();
    CHECK(six.low == 0);
    CHECK_FALSE(six.high);
    CHECK(six.valid);
    CHECK_FALSE(dates({0, 1, 2, 3, 4}).median_interval().valid);
}
