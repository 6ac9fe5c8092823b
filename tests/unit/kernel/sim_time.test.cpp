#include "engine/kernel/sim_time.hpp"

#include <catch2/catch.hpp>

namespace skranke {

TEST_CASE("Minutes become the nearest microsecond") {
    CHECK(minutes(1).us == 60'000'000);
    CHECK(minutes(1e-8).us == 1);  // 0.6
    CHECK(minutes(8e-9).us == 0);  // 0.48
    CHECK(hours(2) == minutes(120));
    CHECK(days(7) == 7 * hours(24));
    CHECK(in_minutes(minutes(12.5)) == 12.5);
    CHECK(in_days(hours(36)) == 1.5);
}

TEST_CASE("A wait of no known end is cut at a hundred years, so that sums stay in range") {
    CHECK(minutes(1e300) == days(36'600));
    CHECK((Instant{} + minutes(1e300) + minutes(1e300)) < kNever);
}

TEST_CASE("A day begins at midnight and ends a microsecond before the next") {
    CHECK(day_of(midnight(12)) == 12);
    CHECK(day_of(midnight(13) - Duration{1}) == 12);
    CHECK(days(3) / days(1) == 3);
    CHECK((days(3) - Duration{1}) / days(1) == 2);
}

}  // namespace skranke
