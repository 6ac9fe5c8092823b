// A staffing given to a scenario.

#include "engine/planning/sizing/staffing.hpp"

#include <catch2/catch.hpp>

#include "engine/office/staffing/duty.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;

TEST_CASE("A scenario that is given a staffing has its positions period by period, and before them those written") {
    Scenario scenario = test::tiny_county(2);
    scenario.weeks = 5;
    scenario.sizing.period_weeks = 2;
    scenario.sizing.unit = {1, 1, 0.5};
    const World written(scenario);
    const StaffingFrame frame(written);
    REQUIRE(frame.periods() == 3);
    CHECK(frame.weeks_of(2) == 1);
    Staffing staffing(scenario.offices.size());
    for (std::size_t o = 0; o < staffing.size(); ++o)
        for (std::size_t d = 0; d < kOfficeDesks; ++d) staffing[o][d].units = {1, 2, static_cast<int>(3 + o)};
    Scenario given = scenario;
    give(given, frame, staffing);
    const World world(given);
    const auto first = static_cast<std::size_t>(world.first_counted_day);
    for (std::size_t o = 0; o < staffing.size(); ++o) {
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            const DailyValues& positions = world.offices[o].desks[d].positions;
            for (std::size_t day = 0; day < first; ++day) CHECK(positions[day] == written.offices[o].desks[d].positions[day]);
            CHECK(positions[first] == Approx(1 * frame.unit[d]));
            CHECK(positions[first + 13] == Approx(1 * frame.unit[d]));
            CHECK(positions[first + 14] == Approx(2 * frame.unit[d]));
            CHECK(positions[first + 34] == Approx((3.0 + static_cast<double>(o)) * frame.unit[d]));
            CHECK(frame.as_written[o][d][0] == Approx(written.offices[o].desks[d].positions[first]));
        }
    }
}

TEST_CASE("Hours at work become a rota with just so many heads at each hour") {
    std::vector<int> at_work(24, 0);
    at_work[9] = 2;
    at_work[10] = at_work[11] = 5;
    at_work[13] = 1;
    const Rota rota = rota_of(at_work, 5);
    const Crew crew(5, Whereabouts::at_work);
    for (std::size_t weekday : {0u, 4u})
        for (int hour = 0; hour < 24; ++hour) CHECK(heads_on_duty(rota, weekday, 60 * hour + 30, crew) == at_work[static_cast<std::size_t>(hour)]);
}
