// What a stress does to a scenario: nothing at the least height, more of the same above it.

#include "engine/planning/stress/stress_load.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "engine/planning/stress/stress_counts.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;

namespace {

StressLoad load_of(const Scenario& scenario, double absence) {
    StressLoad load;
    load.services = {0};
    load.from = scenario.start + std::chrono::days{14};
    load.weeks = 3;
    load.absence = absence;
    return load;
}

std::vector<std::int64_t> numbers_of(const Scenario& scenario) {
    const World world(scenario);
    return to_numbers(count_stress(scenario, world.shape, run_replication(world, 1), planning_places(scenario), {2, 3}));
}

StressCounts counts_of(const Scenario& scenario) { return stress_counts_from(numbers_of(scenario), planning_places(scenario).size()); }

std::int64_t born(const StressCounts& counts) {
    std::int64_t sum = 0;
    for (const PlaceCounts& place : counts.places) sum += place.born;
    return sum;
}

}  // namespace

TEST_CASE("At the least height a replication is bit for bit that of the scenario as written") {
    Scenario county = test::tiny_county();
    CHECK(numbers_of(stressed(county, load_of(county, 0), 1)) == numbers_of(county));
    CHECK(numbers_of(stressed(county, load_of(county, 0), 1.01)) != numbers_of(county));  // the fingerprint sees it
    Surge layoffs;
    layoffs.key = "layoffs";
    layoffs.kind = SurgeKind::layoffs;
    layoffs.onset = county.start;
    layoffs.peak = county.start + std::chrono::days{21};
    layoffs.per_1000_week = 5;
    layoffs.service = 1;
    layoffs.exposure = 0;
    county.surges.push_back(layoffs);
    StressLoad of_layoffs;
    of_layoffs.surge = 0;
    CHECK(numbers_of(stressed(county, of_layoffs, 1)) == numbers_of(county));
    CHECK(numbers_of(stressed(county, of_layoffs, 2)) != numbers_of(county));
}

TEST_CASE("Demand grows by the height while the stress lasts, and by nothing before and after") {
    const Scenario county = test::tiny_county();
    const StressLoad load = load_of(county, 0);
    const double usual = static_cast<double>(born(counts_of(county)));
    const double more = static_cast<double>(born(counts_of(stressed(county, load, 3))));
    const double share = 3.0 / county.weeks;  // of the run
    CHECK(more == Approx(usual * (1 + 2 * share)).epsilon(0.05));
    StressLoad state = load;
    state.services = {1};
    CHECK(static_cast<double>(born(counts_of(stressed(county, state, 3)))) == Approx(usual));
}

TEST_CASE("Absence takes its share of the heads at the offices' desks while the stress lasts, and nobody else") {
    const Scenario county = test::tiny_county();
    const StressCounts usual = counts_of(county), fewer = counts_of(stressed(county, load_of(county, 0.3), 1));
    DeskTime before, under;
    for (std::size_t p = 0; p < usual.places.size(); ++p)
        for (std::size_t desk = 0; desk < kOfficeDesks; ++desk) {
            before += usual.desks[p][desk];
            under += fewer.desks[p][desk];
        }
    const double kept = static_cast<double>(under.staffed_ms) / static_cast<double>(before.staffed_ms);
    CHECK(kept == Approx((1 - 0.06 - 0.3) / (1 - 0.06)).epsilon(0.05));
    CHECK(fewer.contact_centre.staffed_ms == usual.contact_centre.staffed_ms);
    std::int64_t all_before = 0, all_under = 0;
    const std::int64_t in_weeks = before.staffed_ms - under.staffed_ms;
    for (std::size_t p = 0; p < usual.places.size(); ++p)
        for (std::size_t desk = 0; desk < kOfficeDesks; ++desk) {
            all_before += usual.places[p].staffed_ms[desk];
            all_under += fewer.places[p].staffed_ms[desk];
        }
    // What is lost over the whole run is what is lost in these weeks, but for who stays on to finish.
    CHECK(static_cast<double>(all_before - all_under) == Approx(static_cast<double>(in_weeks)).epsilon(0.02));
}

TEST_CASE("A course in lines or steps is raised on the days of the stress, whatever days it names itself") {
    Scenario county = test::tiny_county(1);
    const StressLoad load = load_of(county, 0.2);
    const Date day = load.from;
    const std::chrono::days one{1}, week{7};
    std::vector<Timeline> courses(4);
    courses[0] = Timeline{0.1};
    courses[1].points = {{day + week, 0.1}, {day + 2 * week, 0.9}, {day + 9 * week, 0.3}};
    courses[2].points = {{day - week, 0.0}, {day, 0.4}, {load.to(), 0.2}};
    courses[3].kind = Timeline::Kind::line;
    courses[3].points = {{day - week, 0.0}, {day + 5 * week, 0.6}};
    for (const Timeline& course : courses) {
        county.office_desks[0][0].absence = course;
        const Timeline raised = stressed(county, load, 1).office_desks[0][0].absence;
        for (Date d = day - 3 * week; d < day + 12 * week; d += one) {
            const bool lasts = d >= day && d < load.to();
            CHECK(raised.at(d) == Approx(std::min(1.0, course.at(d) + (lasts ? 0.2 : 0))));
        }
    }
}

TEST_CASE("Stress counts come back from the numbers that are kept of them") {
    const Scenario county = test::tiny_county(3);
    const std::vector<std::int64_t> numbers = numbers_of(county);
    CHECK(to_numbers(stress_counts_from(numbers, 3)) == numbers);
    CHECK(stress_counts_from(numbers, 3).contact_centre.occupancy() > 0);
    CHECK(stress_counts_from(numbers, 3).desks[2][2].busy_ms > 0);
}
