// Demand through the day with nobody waiting: the county's own arrival process against the exact
// mean of M(t)/G/infinity.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/demand/arrival_process.hpp"
#include "engine/kernel/flow.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::array<double, 24> kHours{0, 0, 0, 0, 0, 0, 1, 2, 30, 50, 55, 45, 35, 40, 35, 20, 8, 4, 2, 1, 0, 0, 0, 0};
constexpr double kPerDay = 60;
constexpr double kStay = 95;  // minutes, lognormal with cv 1

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

/// `per_day` visitors on one day, and how many are inside at `hour`.
int inside_at(double hour, double per_day, double stay_mean, std::uint32_t day) {
    Hall hall;
    const HourProfile profile(kHours);
    DayArrivals arrivals(0, per_day, profile, {11, day, 0, 0, 0});
    RandomStream stays({11, day, 0, 0, 1});
    const Lognormal law(stay_mean, 1.0);
    door(hall, arrivals, stays, law);
    hall.sim.run_before(Instant{} + hours(hour));
    const int inside = hall.inside;
    hall.sim.end_all();
    return inside;
}

/// Integral of arrival rate times the probability of still being inside.
double theory(double hour) {
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

double z_at(double hour, double per_day, double stay_mean) {
    Replicates values;
    for (std::uint32_t day = 0; day < 30000; ++day) values.add(inside_at(hour, per_day, stay_mean, day));
    return values.z(theory(hour));
}

}  // namespace

TEST_CASE("A day's visitors are inside as M(t)/G/infinity says, at any hour", "[theory]") {
    for (const double hour : {9.0, 12.0, 17.0}) {
        INFO("at " << hour);
        CHECK(std::abs(z_at(hour, kPerDay, kStay)) < 5.0);
    }
    CHECK(std::abs(z_at(12.0, kPerDay * 1.01, kStay)) > 5.0);
    CHECK(std::abs(z_at(17.0, kPerDay, kStay * 1.01)) > 5.0);
}
