#include "engine/demand/calendar.hpp"

#include <catch2/catch.hpp>
#include <random>
#include <set>

#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

Date on(int y, unsigned m, unsigned d) {
    return Date{std::chrono::year{y} / std::chrono::month{m} / std::chrono::day{d}};
}

/// The rows of scenarios/data/holidays-norway.csv.
std::vector<Holiday> norwegian_holidays() {
    return {
        {"New Year's Day", false, 1, 1, 0},    {"Maundy Thursday", true, 0, 0, -3}, {"Good Friday", true, 0, 0, -2},
        {"Easter Sunday", true, 0, 0, 0},      {"Easter Monday", true, 0, 0, 1},    {"Labour Day", false, 5, 1, 0},
        {"Constitution Day", false, 5, 17, 0}, {"Ascension Day", true, 0, 0, 39},   {"Whit Sunday", true, 0, 0, 49},
        {"Whit Monday", true, 0, 0, 50},       {"Christmas Day", false, 12, 25, 0}, {"Boxing Day", false, 12, 26, 0}};
}

/// Easter week of 2020 and the week after: 6 to 19 April.
const Calendar& easter_weeks() {
    static const Calendar calendar(on(2020, 4, 6), 14, norwegian_holidays());
    return calendar;
}

Instant at(std::int64_t day, double hour) { return midnight(day) + hours(hour); }

}  // namespace

TEST_CASE("Easter falls on the days of the almanac from 1990 to 2040") {
    // Day of March, 1990 first; 32 is 1 April.
    constexpr int kMarch[] = {46, 31, 50, 42, 34, 47, 38, 30, 43, 35, 54, 46, 31, 51, 42, 27, 47,
                              39, 23, 43, 35, 55, 39, 31, 51, 36, 27, 47, 32, 52, 43, 35, 48, 40,
                              31, 51, 36, 28, 47, 32, 52, 44, 28, 48, 40, 25, 44, 36, 56, 41, 32};
    int y = 1990;
    for (const int day_of_march : kMarch) {
        INFO(y);
        CHECK(easter_sunday(y) == on(y, 3, 1) + std::chrono::days{day_of_march - 1});
        ++y;
    }
    CHECK(y == 2041);
}

TEST_CASE("Easter is a Sunday from 22 March to 25 April in every year of the Gregorian calendar") {
    for (int y = 1583; y < 4100; ++y) {
        const Date easter = easter_sunday(y);
        REQUIRE(std::chrono::weekday{easter} == std::chrono::Sunday);
        REQUIRE(easter >= on(y, 3, 22));
        REQUIRE(easter <= on(y, 4, 25));
    }
}

TEST_CASE("Norway's public holidays of 2020 follow from their rules") {
    const Calendar calendar(on(2020, 1, 1), 366, norwegian_holidays());
    std::set<Date> found;
    for (std::int64_t day = 0; day < calendar.days(); ++day)
        if (calendar.is_holiday(day)) found.insert(calendar.date(day));
    CHECK(found == std::set<Date>{on(2020, 1, 1), on(2020, 4, 9), on(2020, 4, 10), on(2020, 4, 12), on(2020, 4, 13),
                                  on(2020, 5, 1), on(2020, 5, 17), on(2020, 5, 21), on(2020, 5, 31), on(2020, 6, 1),
                                  on(2020, 12, 25), on(2020, 12, 26)});
}

TEST_CASE("A run that crosses New Year has the holidays of both years") {
    const Calendar calendar(on(2020, 12, 21), 120, norwegian_holidays());
    CHECK(calendar.is_holiday(4));                                            // 25 December 2020
    CHECK(calendar.is_holiday(11));                                           // 1 January 2021
    CHECK(calendar.is_holiday((on(2021, 4, 4) - on(2020, 12, 21)).count()));  // Easter 2021
}

TEST_CASE("A holiday on 29 February is kept in leap years only") {
    const std::vector<Holiday> leap_day{{"Leap Day", false, 2, 29, 0}};
    CHECK(Calendar(on(2020, 2, 1), 60, leap_day).is_holiday(28));
    const Calendar ordinary(on(2021, 2, 1), 60, leap_day);
    for (std::int64_t day = 0; day < 60; ++day) CHECK_FALSE(ordinary.is_holiday(day));
}

TEST_CASE("Weekdays run from Monday, and holidays bring the demand of a Sunday") {
    const Calendar& calendar = easter_weeks();
    CHECK(calendar.weekday(0) == 0);
    CHECK(calendar.weekday(13) == 6);
    CHECK(calendar.is_working_day(2));
    CHECK_FALSE(calendar.is_working_day(3));  // Maundy Thursday
    CHECK_FALSE(calendar.is_working_day(5));  // Saturday
    CHECK(calendar.demand_weekday(3) == 6);
    CHECK(calendar.demand_weekday(8) == 1);
    CHECK(Calendar(on(2020, 3, 5), 7, {}).weekday(0) == 3);  // a Thursday
}

TEST_CASE("An office is open from its first minute up to its last, and shut on holidays and weekends") {
    const WorkingTime office(easter_weeks(), test::office_hours());
    CHECK_FALSE(office.is_open(at(0, 8) - Duration{1}));
    CHECK(office.is_open(at(0, 8)));
    CHECK(office.is_open(at(0, 15) - Duration{1}));
    CHECK_FALSE(office.is_open(at(0, 15)));
    CHECK_FALSE(office.is_open(at(3, 12)));   // Maundy Thursday
    CHECK_FALSE(office.is_open(at(5, 12)));   // Saturday
    CHECK_FALSE(office.is_open(at(14, 12)));  // beyond the calendar
}

TEST_CASE("The next opening skips nights, weekends and Easter, and never comes after the last day") {
    const WorkingTime office(easter_weeks(), test::office_hours());
    CHECK(office.next_open(at(0, 7)) == at(0, 8));
    CHECK(office.next_open(at(0, 11.5)) == at(0, 11.5));
    CHECK(office.next_open(at(0, 15)) == at(1, 8));
    CHECK(office.next_open(at(2, 16)) == at(8, 8));  // Wednesday before Easter to Tuesday after
    CHECK(office.next_open(at(11, 15)) == kNever);   // only a weekend is left
    CHECK(office.next_open(at(99, 12)) == kNever);
    CHECK(office.next_open(kNever) == kNever);
    CHECK(WorkingTime(easter_weeks(), OpeningHours{}).next_open(Instant{}) == kNever);
}

TEST_CASE("Effort is done in open time only") {
    const WorkingTime office(easter_weeks(), test::office_hours());  // 7 hours a day
    CHECK(office.add_open_time(at(0, 9), hours(2)) == at(0, 11));
    CHECK(office.add_open_time(at(0, 14), hours(1)) == at(0, 15));
    CHECK(office.add_open_time(at(0, 14), hours(3)) == at(1, 10));
    CHECK(office.add_open_time(at(0, 20), hours(15)) == at(8, 9));  // two days' work across Easter
    CHECK(office.add_open_time(at(4, 12), hours(0)) == at(8, 8));
    CHECK(office.add_open_time(at(0, 0), hours(7 * 7)) == at(11, 15));  // all there is
    CHECK(office.add_open_time(at(0, 0), hours(7 * 7) + Duration{1}) == kNever);
}

TEST_CASE("Changed hours hold from their date on, and around-the-clock hours have no seam at midnight") {
    OpeningHours hours_that_change = test::office_hours();
    hours_that_change.periods.push_back({on(2020, 4, 7), WeekHours{}});  // shut from Tuesday on
    const WorkingTime door(easter_weeks(), hours_that_change);
    CHECK(door.is_open(at(0, 12)));
    CHECK(door.next_open(at(0, 15)) == kNever);

    const WorkingTime always(Calendar(on(2020, 4, 6), 14, {}), test::same_hours(0, 24 * 60, 7));
    CHECK(always.add_open_time(at(0, 12), hours(100)) == at(0, 112));
}

TEST_CASE("Work done in two parts is done when it would have been in one") {
    const Calendar calendar(on(2020, 3, 2), 120, norwegian_holidays());
    const WorkingTime office(calendar, test::office_hours());
    std::mt19937_64 random(17);
    const auto random_time = [&](Duration most) {
        const auto step = random() % 4 == 0 ? hours(1).us : 1;  // often full hours, to meet the edges
        return Duration{static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most.us)) / step * step};
    };
    for (int i = 0; i < 100'000; ++i) {
        const Instant start = Instant{} + random_time(days(110));
        const Duration a = random_time(hours(30));
        const Duration b = random_time(hours(30)) + Duration{1};  // nothing more to do is no second part
        REQUIRE(office.add_open_time(start, a + b) == office.add_open_time(office.add_open_time(start, a), b));
        REQUIRE(office.open_time(start, office.add_open_time(start, a)) == a);
    }
}

}  // namespace skranke
