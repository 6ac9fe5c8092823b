#include <catch2/catch.hpp>

#include "engine/spreadsheet/cell_date.hpp"

using namespace skranke;

TEST_CASE("A serial number is the day that Excel shows, in both systems, around the leap day that never was") {
    CHECK(date_of_serial(1, DateSystem::from_1900) == "1900-01-01");
    CHECK(date_of_serial(59, DateSystem::from_1900) == "1900-02-28");
    CHECK_FALSE(date_of_serial(60, DateSystem::from_1900));
    CHECK(date_of_serial(61, DateSystem::from_1900) == "1900-03-01");
    CHECK(date_of_serial(43892, DateSystem::from_1900) == "2020-03-02");
    CHECK(date_of_serial(42430, DateSystem::from_1904) == "2020-03-02");
    CHECK(date_of_serial(0, DateSystem::from_1904) == "1904-01-01");
}

TEST_CASE("The time of day is kept to the minute") {
    CHECK(date_of_serial(43892.395833333336, DateSystem::from_1900) == "2020-03-02 09:30");
    CHECK(date_of_serial(43891.99999999, DateSystem::from_1900) == "2020-03-02");
}

TEST_CASE("What is no day has no date") {
    for (const double serial : {-1.0, 0.0, 1e9, 1e300, 0.0 / 0.0}) CHECK_FALSE(date_of_serial(serial, DateSystem::from_1900));
    CHECK_FALSE(date_of_serial(109'575, DateSystem::from_1900));  // 1 January 2200
}

TEST_CASE("Formats that show a day are dates, others are numbers") {
    for (const char* code : {"dd.mm.yyyy", "yyyy-mm-dd hh:mm", "[$-414]d. mmmm yyyy;@", "D/M/YY", "[Red]yyyy"})
        CHECK(is_date_format(code));
    for (const char* code : {"General", "0.00", "#,##0 \"days\"", "[Red]0", "0\\d", "hh:mm", "@", "0;dd", ""})
        CHECK_FALSE(is_date_format(code));
    CHECK(is_date_format(14));
    CHECK(is_date_format(22));
    CHECK_FALSE(is_date_format(0));
    CHECK_FALSE(is_date_format(49));
}

TEST_CASE("A time as everything we write has it is so many seconds after 1970, and anything else is none") {
    REQUIRE(seconds_of("1970-01-01T00:00:01Z") == 1);
    REQUIRE(seconds_of("2026-01-02T03:04:05Z") == 1'767'323'045);
    REQUIRE(seconds_of("yesterday") == 0);
    REQUIRE(seconds_of("") == 0);
}
