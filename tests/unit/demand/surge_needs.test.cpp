#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

#include "engine/demand/delay.hpp"
#include "engine/demand/demand_model.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

constexpr std::int64_t kDays = 40 * 7;
constexpr std::size_t kHere = 1;  // 40,000 of 200,000 residents
constexpr std::size_t kAssistance = 0, kUnemployment = 1;

Scenario county() {
    Scenario scenario = test::tiny_county();
    scenario.holidays.clear();
    return scenario;
}

Date day_number(const Scenario& scenario, int day) { return scenario.start + std::chrono::days{day}; }

std::vector<double> needs(const Scenario& scenario, std::size_t source, std::size_t municipality = kHere) {
    const Calendar calendar(scenario.start, kDays, scenario.holidays);
    return DemandModel(scenario, calendar, kDays).expected_needs(demand_sources(scenario).at(source), municipality);
}

double total(const std::vector<double>& by_day) { return std::accumulate(by_day.begin(), by_day.end(), 0.0); }

double mean_day(const std::vector<double>& by_day) {
    double sum = 0;
    for (std::size_t day = 0; day < by_day.size(); ++day) sum += static_cast<double>(day) * by_day[day];
    return sum / total(by_day);
}

/// A wave from day 7 with its peak on day 35.
Surge wave(const Scenario& scenario) {
    Surge surge;
    surge.kind = SurgeKind::layoffs;
    surge.service = kUnemployment;
    surge.onset = day_number(scenario, 7);
    surge.peak = day_number(scenario, 35);
    surge.rise = 0.25;
    surge.weekly_decay = Timeline{0.5};
    surge.per_1000_week = 30;
    return surge;
}

Surge suppressed(const Scenario& scenario) {
    Surge surge;
    surge.kind = SurgeKind::suppressed;
    surge.services = {kAssistance};
    surge.share = Timeline{0.4};
    surge.from = day_number(scenario, 14);
    surge.to = day_number(scenario, 31);
    surge.returns = 1;
    surge.over_weeks = 5;
    return surge;
}

}  // namespace

TEST_CASE("A delay of part of a day is split between two, and its mean is exact") {
    const Delay fixed = delay_of(2.25, DelayLaw::fixed);
    CHECK(fixed.first == 2);
    CHECK(fixed.share == std::vector<double>{0.75, 0.25});
    CHECK(delay_of(3, DelayLaw::fixed).share == std::vector<double>{1.0});
    for (const double mean : {0.2, 1.0, 21.5}) {
        const Delay delay = delay_of(mean, DelayLaw::exponential);
        double sum = 0, days = 0;
        for (std::size_t k = 0; k < delay.share.size(); ++k) {
            sum += delay.share[k];
            days += static_cast<double>(k) * delay.share[k];
        }
        CHECK(sum == Approx(1).epsilon(1e-8));
        CHECK(days == Approx(mean).epsilon(1e-6));
    }
}

TEST_CASE("An exponential delay's days are those of an even time of day plus an exponential wait") {
    const double mean = 2.3;
    const Delay delay = delay_of(mean, DelayLaw::exponential);
    for (const std::size_t k : {0u, 1u, 4u}) {
        double probability = 0;  // midpoint rule over the time of day
        constexpr int kSteps = 100'000;
        for (int i = 0; i < kSteps; ++i) {
            const double at_least = std::max(0.0, static_cast<double>(k) - (i + 0.5) / kSteps);
            const double less_than = static_cast<double>(k) + 1 - (i + 0.5) / kSteps;
            probability += (std::exp(-at_least / mean) - std::exp(-less_than / mean)) / kSteps;
        }
        CHECK(delay.share[k] == Approx(probability).epsilon(1e-6));
    }
}

TEST_CASE("What follows a surge comes after its delay on average, all of it") {
    Scenario scenario = county();
    Surge surge = wave(scenario);
    surge.follow_on = {{kAssistance, 0.02, 1.5}, {kAssistance, 0.02, 8.5, DelayLaw::exponential}};
    scenario.surges = {surge};
    const auto applications = needs(scenario, 2), fixed = needs(scenario, 3), spread = needs(scenario, 4);
    for (std::size_t day = 2; day < kDays; ++day)
        REQUIRE(fixed[day] == Approx(0.01 * applications[day - 1] + 0.01 * applications[day - 2]));
    CHECK(total(spread) == Approx(0.02 * total(applications)).epsilon(1e-6));
    CHECK(mean_day(spread) - mean_day(applications) == Approx(8.5).epsilon(1e-4));
    CHECK(spread[35] > 0);
}

TEST_CASE("Layoffs that nobody counted rise from their onset to their peak and decay after it") {
    Scenario scenario = county();
    scenario.surges = {wave(scenario)};
    const auto applications = needs(scenario, 2);
    for (std::size_t day = 0; day < 7; ++day) REQUIRE(applications[day] == 0);
    CHECK(applications[7] > 0);
    CHECK(applications[35] == Approx(30 * 40 * 1.2 / 5.2));  // a Monday's part of the week at the peak
    CHECK(applications[28] / applications[35] == Approx(0.25));
    CHECK(applications[21] / applications[35] == Approx(0.0625));
    CHECK(applications[42] / applications[35] == Approx(0.5));
    CHECK(applications[70] / applications[35] == Approx(1.0 / 32));

    scenario.surges[0].rise = 0;
    scenario.surges[0].weekly_decay = Timeline{0.0};
    CHECK(total(needs(scenario, 2)) == Approx(needs(scenario, 2)[35]));  // one day
}

TEST_CASE("A wave reaches each municipality by its exposure, and the area as a whole as before") {
    Scenario scenario = county();
    scenario.surges = {wave(scenario)};
    const auto whole_area = [&] {
        double sum = 0;
        for (std::size_t m = 0; m < 4; ++m) sum += total(needs(scenario, 2, m));
        return sum;
    };
    const double unknown = whole_area();
    const double before = total(needs(scenario, 2));
    for (std::size_t m = 0; m < 4; ++m) scenario.municipalities[m].layoff_share = m == kHere ? 0.3 : 0.1;
    CHECK(whole_area() == Approx(unknown));
    CHECK(total(needs(scenario, 2)) / before == Approx(0.3 / 0.14));  // 0.3 of a fifth, 0.1 of four
    scenario.surges[0].exposure = 0.5;
    CHECK(total(needs(scenario, 2)) / before == Approx(std::sqrt(0.3 / 0.14)));
    scenario.surges[0].exposure = 0;
    CHECK(total(needs(scenario, 2)) == before);
}

TEST_CASE("Layoffs bring no needs of other services unless the scenario says what follows") {
    Scenario scenario = county();
    const auto before = needs(scenario, kAssistance);
    scenario.surges = {wave(scenario)};
    CHECK(demand_sources(scenario).size() == 3);
    CHECK(needs(scenario, kAssistance) == before);
}

TEST_CASE("Another model's curve brings its values: by residents, or counts of a place or of the area") {
    Scenario scenario = county();
    Surge surge;
    surge.kind = SurgeKind::curve;
    surge.service = kAssistance;
    surge.amount = 0.5;
    surge.curve = {{std::nullopt, {{day_number(scenario, 3), 10}, {day_number(scenario, 5), 4}}}};
    scenario.surges = {surge};
    CHECK(needs(scenario, 2)[3] == Approx(0.5 * 10 * 40));
    CHECK(needs(scenario, 2)[4] == 0);
    CHECK(needs(scenario, 2)[5] == Approx(0.5 * 4 * 40));

    scenario.surges[0].unit = CurveUnit::count;
    double sum = 0;
    for (std::size_t m = 0; m < 4; ++m) sum += total(needs(scenario, 2, m));
    CHECK(sum == Approx(0.5 * 14));
    CHECK(total(needs(scenario, 2)) == Approx(0.5 * 14 / 5));

    scenario.surges[0].curve[0].municipality = kHere;
    CHECK(total(needs(scenario, 2)) == Approx(0.5 * 14));
    CHECK(total(needs(scenario, 2, 0)) == 0);
}

TEST_CASE("A surge that is moved brings the same needs, as many weeks later") {
    constexpr std::int64_t kWeeks = 3;
    Scenario scenario = county();
    Surge counted, quarantine, scale;
    counted.kind = SurgeKind::layoffs;
    counted.service = kUnemployment;
    counted.series = {{kHere, {{day_number(scenario, 14), 70}, {day_number(scenario, 21), 140}}}};
    counted.to = day_number(scenario, 28);
    counted.weekly_decay.points = {{Date{}, 0.5}, {day_number(scenario, 42), 0.25}};
    for (int day = 14; day < 21; ++day) counted.day_weights.emplace_back(day_number(scenario, day), day);
    quarantine.kind = SurgeKind::quarantine;
    quarantine.share.kind = Timeline::Kind::line;
    quarantine.share.points = {{day_number(scenario, 7), 0}, {day_number(scenario, 21), 0.02}};
    quarantine.follow_on = {{kAssistance, 3.0, 2}};
    scale.services = {kAssistance};
    scale.factor.points = {{day_number(scenario, 0), 1}, {day_number(scenario, 14), 2}, {day_number(scenario, 30), 1}};
    const std::vector<Surge> written = {wave(scenario), counted, quarantine, scale, suppressed(scenario)};
    for (const Surge& surge : written) {
        scenario.surges = {surge};
        const std::size_t sources = demand_sources(scenario).size();
        for (std::size_t source = 0; source < sources; ++source) {
            scenario.surges = {surge};
            const auto before = needs(scenario, source);
            move_by_weeks(kWeeks, scenario.surges[0]);
            const auto after = needs(scenario, source);
            REQUIRE(std::equal(after.begin() + 7 * kWeeks, after.end(), before.begin()));
        }
    }
}

TEST_CASE("Scale can add needs to what it multiplies") {
    Scenario scenario = county();
    Surge surge;
    surge.services = {kAssistance};
    surge.factor = Timeline{2.0};
    surge.add.points = {{day_number(scenario, 0), 0.0}, {day_number(scenario, 7), 1.0}};
    surge.height = 0.5;
    scenario.surges = {surge};
    const auto assistance = needs(scenario, kAssistance);
    const auto week = [&](std::ptrdiff_t w) {
        return std::accumulate(assistance.begin() + 7 * w, assistance.begin() + 7 * w + 7, 0.0);
    };
    CHECK(week(0) == Approx(160 * 1.5));
    CHECK(week(1) == Approx(160 * 1.5 + 0.5 * 40));
}

TEST_CASE("Needs that are suppressed come back afterwards, as many as the scenario says and no more") {
    Scenario scenario = county();
    const auto usual = needs(scenario, kAssistance), others = needs(scenario, kUnemployment);
    scenario.surges = {suppressed(scenario)};
    const auto all_back = needs(scenario, kAssistance);
    CHECK(total(all_back) == Approx(total(usual)).epsilon(1e-12));
    CHECK(needs(scenario, kUnemployment) == others);
    for (std::size_t day = 0; day < kDays; ++day) {
        const bool during = day >= 14 && day < 31, after = day >= 31 && day < 31 + 35;
        if (during) REQUIRE(all_back[day] == Approx(0.6 * usual[day]));
        if (after) REQUIRE(all_back[day] > usual[day]);
        if (!during && !after) REQUIRE(all_back[day] == usual[day]);
    }
    const double taken = std::accumulate(usual.begin() + 14, usual.begin() + 31, 0.0) * 0.4;
    scenario.surges[0].returns = 0.25;
    CHECK(total(needs(scenario, kAssistance)) == Approx(total(usual) - 0.75 * taken).epsilon(1e-12));
    scenario.surges[0].returns = 0;
    CHECK(total(needs(scenario, kAssistance)) == Approx(total(usual) - taken).epsilon(1e-12));
    scenario.surges.assign(2, suppressed(scenario));
    CHECK(total(needs(scenario, kAssistance)) == Approx(total(usual)).epsilon(1e-12));
    CHECK(needs(scenario, kAssistance)[20] == Approx(0.36 * usual[20]));
}

}  // namespace skranke
