#include "engine/demand/season.hpp"

#include <catch2/catch.hpp>

#include "engine/demand/demand_model.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

constexpr Season kSummerQuiet{1.1, 1.0, 1.0, 1.0, 1.0, 0.9, 0.5, 0.8, 1.1, 1.2, 1.3, 1.1};
constexpr std::size_t kAssistance = 0, kUnemployment = 1;

Date first_of(int year) { return Date{std::chrono::year{year} / 1 / 1}; }

double mean_over_year(const Season& season, int year) {
    double sum = 0;
    for (Date date = first_of(year); date < first_of(year + 1); date += std::chrono::days{1})
        sum += season_factor(season, date);
    return sum / static_cast<double>((first_of(year + 1) - first_of(year)).count());
}

/// Needs of one day of the tiny county's first municipality.
double needs_on(const Scenario& scenario, std::size_t service, Date date) {
    const Calendar calendar(scenario.start, 365, {});
    const DemandModel model(scenario, calendar, 365);
    const auto day = static_cast<std::size_t>((date - scenario.start).count());
    return model.expected_needs(demand_sources(scenario).at(service), 0)[day];
}

}  // namespace

TEST_CASE("A season moves needs between the days of a year and brings none, in leap years and others") {
    for (const int year : {2019, 2020, 2021, 2100}) {
        INFO(year);
        CHECK(mean_over_year(kSummerQuiet, year) == Approx(1).epsilon(1e-12));
    }
    const Date july{std::chrono::year{2020} / 7 / 31}, august{std::chrono::year{2020} / 8 / 1};
    CHECK(season_factor(kSummerQuiet, july) / season_factor(kSummerQuiet, august) == Approx(0.5 / 0.8));
}

TEST_CASE("Equal weights leave demand as it was, to the last bit") {
    Season level;
    level.fill(0.7);
    CHECK(season_factor(DemandRules{}.season, first_of(2020)) == 1.0);
    CHECK(season_factor(level, first_of(2021)) == Approx(1).epsilon(1e-15));
}

TEST_CASE("All services follow the season of all demand, but one with its own follows that") {
    Scenario scenario = test::tiny_county();
    const Date july{std::chrono::year{2020} / 7 / 6}, march{std::chrono::year{2020} / 3 / 2};  // both Mondays
    const auto july_over_march = [&](std::size_t service) {
        return needs_on(scenario, service, july) / needs_on(scenario, service, march);
    };
    CHECK(july_over_march(kAssistance) == 1.0);
    scenario.demand.season = kSummerQuiet;
    CHECK(july_over_march(kAssistance) == Approx(0.5));
    scenario.services[kUnemployment].season = {1, 1, 1, 1, 1, 1, 3, 1, 1, 1, 1, 1};
    CHECK(july_over_march(kAssistance) == Approx(0.5));
    CHECK(july_over_march(kUnemployment) == Approx(3));
}

}  // namespace skranke
