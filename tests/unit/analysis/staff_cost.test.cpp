#include "engine/analysis/staff_cost.hpp"

#include <catch2/catch.hpp>
#include <numeric>

using namespace skranke;

TEST_CASE("Staff costs its present hours at the desk's price, and overtime by its factor") {
    Scenario s;
    s.weeks = 2;
    s.offices.resize(2);
    s.office_desks.resize(2);
    s.office_desks[1][static_cast<std::size_t>(DeskKind::casework)].hour_cost = 500;
    s.office_desks[1][static_cast<std::size_t>(DeskKind::casework)].overtime.cost_factor = 1.5;
    s.desks[static_cast<std::size_t>(DeskKind::sickness_office)].hour_cost = 400;
    RecordShape shape;
    shape.desks.resize(2 * kOfficeDesks + kDeskKinds - kOfficeDesks);
    shape.weeks = 2;
    RunRecord record(shape);
    constexpr std::int64_t kHour = 3600'000'000;
    for (DeskWeek& week : record.desks) week.staffed_us = 100 * kHour;
    record.desks[5 * 2 + 1].overtime_us = 10 * kHour;  // casework of the second office, second week
    const std::vector<double> costs = staff_cost_nok(record, s);
    REQUIRE(costs.size() == shape.desks.size());
    CHECK(costs[5] == Approx(500 * (190 + 1.5 * 10)));
    CHECK(costs[8] == Approx(400 * 200));
    CHECK(std::accumulate(costs.begin(), costs.end(), 0.0) == Approx(costs[5] + costs[8]));
}
