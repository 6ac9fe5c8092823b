#include "engine/demand/demand_model.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "tests/support/broken_contract.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

constexpr std::int64_t kDays = 12 * 7;
constexpr std::size_t kHere = 1, kElsewhere = 2;  // municipalities
constexpr std::size_t kAssistance = 0, kUnemployment = 1;

Date monday(int week) { return test::tiny_county(0).start + std::chrono::days{7 * week}; }

/// The tiny county without holidays.
Scenario county() {
    Scenario scenario = test::tiny_county();
    scenario.holidays.clear();
    return scenario;
}

/// Observed weeks 1 to 5 in one municipality: 40, suppressed, 200, none, 80.
Surge layoffs() {
    Surge surge;
    surge.key = "layoffs";
    surge.kind = SurgeKind::layoffs;
    surge.service = kUnemployment;
    surge.weekly_decay = 0.5;
    surge.suppressed_count = 1.5;
    surge.series.push_back({kHere, {{monday(1), 40}, {monday(2), std::nullopt}, {monday(3), 200}, {monday(5), 80}}});
    return surge;
}

Calendar calendar_of(const Scenario& scenario) { return {scenario.start, kDays, scenario.holidays}; }

std::vector<double> needs(const Scenario& scenario, const DemandSource& source, std::size_t municipality = kHere) {
    const Calendar calendar = calendar_of(scenario);
    return DemandModel(scenario, calendar, kDays).expected_needs(source, municipality);
}

/// Needs of the last source, which tests add.
std::vector<double> last_needs(const Scenario& scenario, std::size_t municipality = kHere) {
    return needs(scenario, demand_sources(scenario).back(), municipality);
}

double recipients_factor(const Scenario& scenario, std::size_t municipality, double exponent) {
    const Calendar calendar = calendar_of(scenario);
    return DemandModel(scenario, calendar, kDays).recipients_factor(municipality, exponent);
}

double week(const std::vector<double>& by_day, std::size_t number) {
    const auto first = by_day.begin() + static_cast<std::ptrdiff_t>(7 * number);
    return std::accumulate(first, first + 7, 0.0);
}

double total(const std::vector<double>& by_day) { return std::accumulate(by_day.begin(), by_day.end(), 0.0); }

}  // namespace

TEST_CASE("A week's ordinary demand is the rate times the residents, spread by weekday") {
    const Scenario scenario = county();
    const auto assistance = needs(scenario, demand_sources(scenario).at(kAssistance));
    REQUIRE(assistance.size() == kDays);
    for (std::size_t w = 0; w < 12; ++w) CHECK(week(assistance, w) == Approx(4.0 * 40));  // 40,000 residents
    CHECK(assistance[0] / assistance[1] == Approx(1.2));
    CHECK(assistance[6] / assistance[1] == Approx(0.1));
}

TEST_CASE("A holiday brings the demand of a Sunday, and other days none of what it lacks") {
    const Scenario scenario = test::tiny_county();  // Good Friday is 10 April: week 5, day 4
    const auto assistance = needs(scenario, demand_sources(scenario).at(kAssistance));
    CHECK(assistance[5 * 7 + 4] == Approx(assistance[5 * 7 + 6]));
    CHECK(assistance[5 * 7 + 3] == Approx(assistance[4 * 7 + 3]));
}

TEST_CASE("Observed layoff weeks add up to the series, and a suppressed count to what stands for it") {
    Scenario scenario = county();
    scenario.surges.push_back(layoffs());
    const DemandSource source = demand_sources(scenario).back();
    CHECK(source.service == kUnemployment);
    const auto applications = needs(scenario, source);
    CHECK(week(applications, 0) == 0.0);
    CHECK(week(applications, 1) == Approx(40));
    CHECK(week(applications, 2) == Approx(1.5));
    CHECK(week(applications, 3) == Approx(200));
    CHECK(week(applications, 4) == 0.0);  // a gap in the series is nobody
    CHECK(week(applications, 5) == Approx(80));
    CHECK(total(last_needs(scenario, kElsewhere)) == 0.0);
}

TEST_CASE("After its series a layoff surge decays week by week, from where it was cut if it was cut") {
    Scenario scenario = county();
    scenario.surges.push_back(layoffs());
    auto applications = last_needs(scenario);
    for (std::size_t w = 6; w < 12; ++w) CHECK(week(applications, w) == Approx(week(applications, w - 1) * 0.5));

    scenario.surges.back().to = monday(5);
    applications = last_needs(scenario);
    CHECK(week(applications, 3) == Approx(200));
    CHECK(week(applications, 4) == Approx(100));
    CHECK(week(applications, 5) == Approx(50));
}

TEST_CASE("How fast a layoff surge decays may change with time") {
    Scenario scenario = county();
    scenario.surges.push_back(layoffs());
    scenario.surges.back().weekly_decay.points.push_back({monday(7), 0.9});
    const auto applications = last_needs(scenario);
    CHECK(week(applications, 6) == Approx(40));
    CHECK(week(applications, 7) == Approx(36));
    CHECK(week(applications, 8) == Approx(32.4));
}

TEST_CASE("Weeks before the first day do not count, but carry the decay in") {
    Scenario scenario = county();
    Surge early = layoffs();
    early.series = {{kHere, {{monday(-2), 64}}}};
    scenario.surges.push_back(early);
    CHECK(week(last_needs(scenario), 0) == Approx(16));
}

TEST_CASE("Layoffs are spread as usual, or by their own weights where every day of the week has one") {
    Scenario scenario = county();
    Surge surge = layoffs();
    for (int d = 0; d < 7; ++d) surge.day_weights.emplace_back(monday(3) + std::chrono::days{d}, d == 2 ? 3.0 : 0.5);
    surge.day_weights.emplace_back(monday(1), 99.0);  // one of seven does not make a week
    scenario.surges.push_back(surge);
    const auto applications = last_needs(scenario);
    CHECK(applications[3 * 7 + 2] == Approx(100));
    CHECK(applications[3 * 7 + 3] == Approx(100.0 / 6));
    CHECK(week(applications, 3) == Approx(200));
    CHECK(applications[1 * 7] / applications[1 * 7 + 1] == Approx(1.2));
}

TEST_CASE("What follows from layoffs comes later, in proportion") {
    Scenario scenario = county();
    Surge surge = layoffs();
    surge.follow_on.push_back({kAssistance, 0.02, 10});
    scenario.surges.push_back(surge);
    const auto sources = demand_sources(scenario);
    const auto applications = needs(scenario, sources.at(2));
    const auto follows = needs(scenario, sources.at(3));
    CHECK(sources.at(3).service == kAssistance);
    for (std::size_t day = 0; day < 10; ++day) REQUIRE(follows[day] == 0.0);
    for (std::size_t day = 10; day < kDays; ++day) REQUIRE(follows[day] == Approx(0.02 * applications[day - 10]));
}

TEST_CASE("A surge's height multiplies all it brings") {
    Scenario scenario = county();
    Surge surge = layoffs();
    surge.follow_on.push_back({kAssistance, 0.02, 10});
    scenario.surges.push_back(surge);
    const double follows = total(last_needs(scenario));
    scenario.surges.back().height = 2.5;
    CHECK(total(last_needs(scenario)) == Approx(2.5 * follows));
    CHECK(week(needs(scenario, demand_sources(scenario).at(2)), 3) == Approx(500));
}

TEST_CASE("Quarantine brings needs in proportion to those in it, school closure while it lasts, both delayed") {
    Scenario scenario = county();
    Surge quarantine;
    quarantine.kind = SurgeKind::quarantine;
    quarantine.share.points = {{monday(0), 0.0}, {monday(2), 0.05}};
    quarantine.follow_on.push_back({kAssistance, 30.0, 7});
    Surge closure;
    closure.kind = SurgeKind::school_closure;
    closure.from = monday(3);
    closure.to = monday(5);
    closure.follow_on.push_back({kUnemployment, 2.0, 7});
    scenario.surges = {quarantine, closure};
    const auto sources = demand_sources(scenario);
    REQUIRE(sources.size() == 4);

    const auto from_quarantine = needs(scenario, sources[2]);
    CHECK(week(from_quarantine, 2) == 0.0);
    CHECK(week(from_quarantine, 3) == Approx(30 * 0.05 * 40));  // per 1,000 and week
    const auto from_closure = needs(scenario, sources[3]);
    CHECK(week(from_closure, 3) == 0.0);
    CHECK(week(from_closure, 4) == Approx(2 * 40));
    CHECK(week(from_closure, 5) == Approx(2 * 40));
    CHECK(week(from_closure, 6) == 0.0);
}

TEST_CASE("Scale multiplies the services it names from its date on, and several multiply each other") {
    Scenario scenario = county();
    Surge surge;
    surge.kind = SurgeKind::scale;
    surge.services = {kAssistance};
    surge.factor.points = {{monday(0), 1.0}, {monday(4), 1.5}};
    scenario.surges = {surge, surge};
    const auto assistance = needs(scenario, demand_sources(scenario).at(kAssistance));
    CHECK(demand_sources(scenario).size() == 2);  // brings no people of its own
    CHECK(week(assistance, 3) == Approx(160));
    CHECK(week(assistance, 4) == Approx(160 * 2.25));
    CHECK(week(needs(scenario, demand_sources(scenario).at(kUnemployment)), 4) == Approx(160));

    scenario.surges[0].enabled = false;
    scenario.surges[1].height = 0.5;  // half of the change
    CHECK(week(needs(scenario, demand_sources(scenario).at(kAssistance)), 4) == Approx(160 * 1.25));
    scenario.surges[1].height = 9;
    scenario.surges[1].factor = Timeline{0.5};
    CHECK(total(needs(scenario, demand_sources(scenario).at(kAssistance))) == 0.0);  // never below nothing
}

TEST_CASE("A surge that is switched off brings nobody and leaves the others' people as they were") {
    Scenario scenario = county();
    Surge first = layoffs(), second = layoffs();
    first.follow_on.push_back({kAssistance, 0.02, 10});
    second.follow_on.push_back({kAssistance, 0.05, 3});
    scenario.surges = {first, second};
    const auto with = demand_sources(scenario);
    REQUIRE(with.size() == 6);
    scenario.surges[0].enabled = false;
    const auto without = demand_sources(scenario);
    REQUIRE(without.size() == 4);
    for (std::size_t i = 0; i < 2; ++i) {
        CHECK(without[2 + i].number == with[4 + i].number);
        CHECK(without[2 + i].service == with[4 + i].service);
        CHECK(needs(scenario, without[2 + i]) == needs(scenario, with[4 + i]));
        CHECK(without[i].number == with[i].number);
    }
}

TEST_CASE("Sources have numbers of their own that fit into an address") {
    Scenario scenario = county();
    Surge surge = layoffs();
    surge.follow_on.assign(15, {kAssistance, 0.01, 1});
    scenario.surges.assign(48, surge);
    std::vector<std::uint32_t> numbers;
    for (const DemandSource& source : demand_sources(scenario)) numbers.push_back(source.number);
    std::sort(numbers.begin(), numbers.end());
    CHECK(numbers.size() == 2 + 48 * 16);
    CHECK(std::adjacent_find(numbers.begin(), numbers.end()) == numbers.end());
    CHECK(numbers.back() < 1024);

    scenario.surges.push_back(surge);
    CHECK(test::breaks_a_contract([&] { demand_sources(scenario); }));
    scenario.surges.resize(1);
    scenario.surges[0].follow_on.push_back({kAssistance, 0.01, 1});
    CHECK(test::breaks_a_contract([&] { demand_sources(scenario); }));
}

TEST_CASE("Local demand follows the recipients of social assistance as far as it is told to") {
    Scenario scenario = county();
    for (Municipality& m : scenario.municipalities) m.recipients = 0.02 * m.population;
    scenario.municipalities[kHere].recipients = 0.04 * scenario.municipalities[kHere].population;
    // 200,000 residents, 40,000 of them with 4 % and the others with 2 %: 2.4 % on average.
    CHECK(recipients_factor(scenario, kHere, 1.0) == Approx(0.04 / 0.024));
    CHECK(recipients_factor(scenario, kHere, 0.5) == Approx(std::sqrt(0.04 / 0.024)));
    CHECK(recipients_factor(scenario, kHere, 0.0) == 1.0);

    scenario.demand.follow_recipients = 1.0;
    const auto sources = demand_sources(scenario);
    CHECK(week(needs(scenario, sources.at(kAssistance)), 0) == Approx(160 * 0.04 / 0.024));
    CHECK(week(needs(scenario, sources.at(kUnemployment)), 0) == Approx(160));  // the state's is not local

    scenario.municipalities[kHere].recipients = std::nullopt;
    CHECK(recipients_factor(scenario, kHere, 1.0) == 1.0);
    scenario.municipalities[kHere].recipients = 0.0;
    CHECK(recipients_factor(scenario, kHere, 1.0) == 0.0);
}

TEST_CASE("Quarantines add up, to no more than everybody") {
    Scenario scenario = county();
    Surge quarantine;
    quarantine.kind = SurgeKind::quarantine;
    quarantine.share = Timeline{0.3};
    scenario.surges = {quarantine, quarantine};
    CHECK(quarantine_share(scenario, scenario.start) == Approx(0.6));
    scenario.surges[0].height = 3;
    CHECK(quarantine_share(scenario, scenario.start) == 1.0);
    scenario.surges[0].enabled = false;
    CHECK(quarantine_share(scenario, scenario.start) == Approx(0.3));
    CHECK(quarantine_share(county(), scenario.start) == 0.0);
}

TEST_CASE("Staff stay away by the quarantine curve and while schools are shut, never more than all of them") {
    Scenario scenario = county();
    Surge quarantine, closure;
    quarantine.kind = SurgeKind::quarantine;
    quarantine.staff_absence = Timeline{0.04};
    closure.kind = SurgeKind::school_closure;
    closure.from = monday(1);
    closure.to = monday(3);
    closure.staff_absence = Timeline{0.1};
    scenario.surges = {quarantine, closure};
    CHECK(crisis_absence(scenario, monday(0)) == Approx(0.04));
    CHECK(crisis_absence(scenario, monday(1)) == Approx(0.14));
    CHECK(crisis_absence(scenario, monday(3)) == Approx(0.04));
    scenario.surges[1].height = 20;
    CHECK(crisis_absence(scenario, monday(1)) == 1.0);
}

}  // namespace skranke
