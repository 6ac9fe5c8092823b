// How needs arise: through the day, on busy days that offices have together, and again from those that were met.

#include <array>
#include <cmath>

#include "engine/demand/arrival_process.hpp"
#include "engine/kernel/flow.hpp"
#include "tests/support/copula.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/theory/models/scenario_model.hpp"
#include "tests/theory/renewing_needs.hpp"

namespace skranke::test {
namespace {

// ---------------------------------------------------------------- through the day

constexpr std::array<double, 24> kHours{0, 0, 0, 0, 0, 0, 1, 2, 30, 50, 55, 45, 35, 40, 35, 20, 8, 4, 2, 1, 0, 0, 0, 0};
constexpr double kPerDay = 60;
constexpr double kStay = 95;  // minutes, lognormal with cv 1
constexpr std::array kHoursSeen{9.0, 12.0, 17.0};

struct Hall {
    Simulator sim;
    int inside = 0;
};

Flow visitor(Hall& hall, Duration stay) {
    ++hall.inside;
    co_await hall.sim.delay(stay, Rank::finish);
    --hall.inside;
}

Flow door(Hall& hall, DayArrivals& arrivals, RandomStream& stays, const Lognormal& law) {
    for (auto next = arrivals.next(); next; next = arrivals.next()) {
        co_await hall.sim.until(*next, Rank::arrival);
        visitor(hall, minutes(law.quantile(stays.uniform())));
    }
}

/// A day's visitors, and how many are inside at each look.
std::vector<Ratio> day_in_hall(double per_day, double stay_mean, std::uint64_t seed, std::uint32_t day) {
    Hall hall;
    const HourProfile profile(kHours);
    DayArrivals arrivals(0, per_day, profile, {seed, day, 0, 0, 0});
    RandomStream stays({seed, day, 0, 0, 1});
    const Lognormal law(stay_mean, 1.0);
    door(hall, arrivals, stays, law);
    std::vector<Ratio> inside;
    for (const double hour : kHoursSeen) {
        hall.sim.run_before(Instant{} + hours(hour));
        inside.push_back({static_cast<double>(hall.inside), 1});
    }
    hall.sim.end_all();
    return inside;
}

/// Integral of arrival rate times the probability of still being inside.
double inside_on_average(double hour) {
    double total = 0;
    for (const double w : kHours) total += w;
    const double sigma = std::sqrt(std::log(2.0)), mu = std::log(kStay) - std::log(2.0) / 2;
    double mean = 0;
    const double step = 0.1;  // minutes, midpoint rule
    for (double t = step / 2; t < 60 * hour; t += step) {
        const double rate = kPerDay * kHours[static_cast<std::size_t>(t / 60)] / total / 60;
        const double stays_longer = 0.5 * std::erfc((std::log(60 * hour - t) - mu) / sigma / std::sqrt(2.0));
        mean += rate * stays_longer * step;
    }
    return mean;
}

Model visitors() {
    Model model{"visitors through the day",
                Part::demand,
                "M(t)/G/infinity: integral of rate x survival",
                {{"inside at 9:00"}, {"at 12:00"}, {"at 17:00", 1}},
                {"5 % more come", "they stay 5 % longer"},
                20000,
                {},
                {}};
    model.solve = [] {
        std::vector<double> exact;
        for (const double hour : kHoursSeen) exact.push_back(inside_on_average(hour));
        return exact;
    };
    model.player = [](std::uint64_t seed, Twin twin) -> Player {
        const double more = twin == 0U ? 1.05 : 1.0, longer = twin == 1U ? 1.05 : 1.0;
        return [=](std::uint32_t day) { return day_in_hall(more * kPerDay, longer * kStay, seed, day); };
    };
    return model;
}

// ---------------------------------------------------------------- busy days

constexpr double kShape = 1;
constexpr double kDaily = 20;  // in each of the two places
constexpr int kWeeks = 50;

/// Two offices where needs arise and are met at once.
Scenario two_places(double correlation, double shape = kShape) {
    Scenario s = tiny_county(2);
    s.services.resize(1);
    s.services[0].prefers = {1, 0, 0, 0};
    s.services[0].case_share = 0;
    s.holidays.clear();
    s.demand.weekday_weight.fill(1);
    s.demand.busyness_shape = shape;
    s.demand.busyness_correlation = correlation;
    s.weeks = kWeeks;
    s.warm_up_weeks = 0;
    for (Municipality& m : s.municipalities) m.population = 7 * kDaily * 1000 / s.services[0].per_1000_week.at(s.start);
    return s;
}

/// Moments of the weekly counts around what is expected.
std::vector<Ratio> weekly_moments(const World&, const RunRecord& record) {
    double mean_off = 0, variance = 0, covariance = 0;
    for (std::size_t w = 0; w < kWeeks; ++w) {
        const double a = static_cast<double>(record.weekly[w].born) - 7 * kDaily;
        const double b = static_cast<double>(record.weekly[2 * kWeeks + w].born) - 7 * kDaily;
        mean_off += (a + b) / 2;
        variance += (a * a + b * b) / 2;
        covariance += a * b;
    }
    return {{mean_off + 7 * kDaily * kWeeks, kWeeks}, {variance, kWeeks}, {covariance, kWeeks}};
}

Model busy_days(double correlation) {
    Scenario more = two_places(correlation);
    more.services[0].per_1000_week = Timeline{1.1 * more.services[0].per_1000_week.at(more.start)};
    const double closer = correlation < 0.5 ? correlation + 0.3 : correlation - 0.3;
    return {correlation == 0 ? "busy days, each office its own" : "busy days that offices have together",
            Part::demand,
            "gamma days with a Gaussian copula (Mehler)",
            {{"needs a week", 0}, {"variance", 1}, {"covariance of two offices", 2}},
            {"10 % more needs", "days 50 % less alike", "correlation of scores 0.3 off"},
            80,
            [=] {
                return std::vector{7 * kDaily, 7 * (kDaily + kDaily * kDaily / kShape),
                                   7 * kDaily * kDaily * gamma_covariance(kShape, correlation)};
            },
            scenario_player({two_places(correlation), more, two_places(correlation, kShape / 1.5), two_places(closer)},
                            weekly_moments)};
}

// ---------------------------------------------------------------- needs that come again

/// All needs over first needs while the same first needs are counted, mean over so many days from `from`.
double ratio(double renews, double from, double days) {
    const double leaves = (1 - renews) / kAfterDays;
    const double missing = (std::exp(-leaves * from) - std::exp(-leaves * (from + days))) / leaves / days;
    return 1 + renews / (1 - renews) * (1 - missing);
}

/// All needs over the first ones of the same people. \param exact  for `renews`
Model renewing(const std::string& name, int weeks, int warm_up_weeks, double renews, double exact) {
    Model model{name,
                Part::demand,
                "linear renewal equation",
                {{"all needs over first ones"}},
                {"10 % more renew themselves"},
                100,
                [=] { return std::vector{exact}; },
                {}};
    model.player = [=](std::uint64_t seed, Twin twin) -> Player {
        const auto played = [=](double r) {
            const auto scenario = std::make_shared<Scenario>(met_at_once(weeks, warm_up_weeks, r));
            scenario->seed = seed;
            return std::pair(scenario, std::make_shared<const World>(*scenario));
        };
        const auto born = [](const World& world, std::uint32_t replication) {
            return static_cast<double>(run_replication(world, replication).outcomes[0].born);
        };
        return [=, all = played(twin ? 1.1 * renews : renews), first = played(0)](std::uint32_t replication) {
            return std::vector<Ratio>{{born(*all.second, replication), born(*first.second, replication)}};
        };
    };
    return model;
}

}  // namespace

std::vector<Model> demand_models() {
    return {visitors(),
            busy_days(0),
            busy_days(0.7),
            renewing("needs that renew themselves, in the long run", 20, 16, 0.7, 1 / (1 - 0.7)),
            renewing("the same, from nothing", 2, 0, 0.8, ratio(0.8, 0, 14)),
            renewing("the same, after a week", 2, 1, 0.8, ratio(0.8, 7, 14))};
}

}  // namespace skranke::test
