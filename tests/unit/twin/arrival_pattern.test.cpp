#include "engine/twin/arrival_pattern.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "tests/theory/tiny_world.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

/// A phone from eight to four on weekdays, a need a minute day and night.
Scenario office_hours() {
    Scenario s = tiny_world(Channel::phone, 1, 2);
    s.warm_up_weeks = 0;
    OpeningHours hours = never_closed();
    for (std::size_t day = 0; day < 7; ++day)
        hours.periods[0].week[day] = day < 5 ? std::optional<DailyHours>{{480, 960}} : std::nullopt;
    rules_of(s, Channel::phone).hours = hours;
    rules_of(s, Channel::phone).arrive_within_min = 60;
    return s;
}

double sum(const std::vector<double>& values, std::size_t from, std::size_t to) {
    return std::accumulate(values.begin() + static_cast<std::ptrdiff_t>(from),
                           values.begin() + static_cast<std::ptrdiff_t>(to), 0.0);
}

std::vector<double> pattern_of(Scenario s) {
    const Calendar calendar(s.start, 7 * s.weeks, s.holidays);
    return ArrivalPattern(s, calendar)
        .at_channel(Channel::phone, WorkingTime(calendar, rules_of(s, Channel::phone).hours));
}

}  // namespace

TEST_CASE("Who needs something while it is shut comes in the first hour after it opens, on Monday those of the weekend",
          "[twin]") {
    const std::vector<double> pattern = pattern_of(office_hours());
    const std::size_t tuesday = kHalfHours, monday = 7 * kHalfHours;
    CHECK(sum(pattern, tuesday + 16, tuesday + 18) == Approx(60 + 16 * 60));
    CHECK(sum(pattern, tuesday + 18, tuesday + 32) == Approx(7 * 60));
    CHECK(sum(pattern, tuesday, tuesday + 16) == 0);
    CHECK(sum(pattern, tuesday + 32, 2 * kHalfHours) == 0);
    CHECK(sum(pattern, monday + 16, monday + 18) == Approx(60 + 64 * 60));
    CHECK(sum(pattern, 5 * kHalfHours, monday) == 0);
}

TEST_CASE("Nobody waits for a channel that stays shut for longer than people wait", "[twin]") {
    Scenario s = office_hours();
    s.demand.longest_wait_days = 1;
    OpeningHours& hours = rules_of(s, Channel::phone).hours;
    for (std::size_t day = 1; day < 4; ++day) hours.periods[0].week[day] = std::nullopt;  // Monday and Friday only
    const std::vector<double> pattern = pattern_of(s);
    CHECK(sum(pattern, 4 * kHalfHours, 4 * kHalfHours + 18) == Approx(60 + 8 * 60));   // since midnight
    CHECK(sum(pattern, 7 * kHalfHours, 7 * kHalfHours + 18) == Approx(60 + 64 * 60));  // a weekend has no working day
}

TEST_CASE("Needs as they arise are those expected, by the hours of the day", "[twin]") {
    Scenario s = office_hours();
    s.demand.hour_weight.fill(0);
    s.demand.hour_weight[9] = s.demand.hour_weight[13] = 1;
    const Calendar calendar(s.start, 7 * s.weeks, s.holidays);
    const std::vector<double> pattern = ArrivalPattern(s, calendar).as_needs_arise();
    CHECK(sum(pattern, 0, kHalfHours) == Approx(1440));
    CHECK(sum(pattern, 18, 20) == Approx(720));
    CHECK(sum(pattern, 26, 28) == Approx(720));
}
