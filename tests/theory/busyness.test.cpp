// Weekly counts of whole offices against what busy days that go together make of them.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "tests/support/copula.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kShape = 1;
constexpr double kPerDay = 20;  // in each of the two places
constexpr int kWeeks = 200;

/// Two offices where needs arise and are met at once.
Scenario two_places(double correlation) {
    Scenario s = tiny_county(2);
    s.services.resize(1);
    s.services[0].prefers = {1, 0, 0, 0};
    s.services[0].case_share = 0;
    s.holidays.clear();
    s.demand.weekday_weight.fill(1);
    s.demand.busyness_shape = kShape;
    s.demand.busyness_correlation = correlation;
    s.weeks = kWeeks;
    s.warm_up_weeks = 0;
    for (Municipality& m : s.municipalities)
        m.population = 7 * kPerDay * 1000 / s.services[0].per_1000_week.at(s.start);
    return s;
}

struct WeeklyMoments {
    Replicates mean, variance, covariance;  // one value a replication
};

WeeklyMoments play(double correlation) {
    const Scenario scenario = two_places(correlation);
    const World world(scenario);
    WeeklyMoments moments;
    for (std::uint32_t replication = 0; replication < 40; ++replication) {
        const RunRecord record = run_replication(world, replication);
        double mean = 0, variance = 0, covariance = 0;
        for (std::size_t w = 0; w < kWeeks; ++w) {
            const double a = static_cast<double>(record.weekly[w].born) - 7 * kPerDay;
            const double b = static_cast<double>(record.weekly[2 * kWeeks + w].born) - 7 * kPerDay;
            mean += (a + b) / 2 / kWeeks;
            variance += (a * a + b * b) / 2 / kWeeks;
            covariance += a * b / kWeeks;
        }
        moments.mean.add(mean);
        moments.variance.add(variance);
        moments.covariance.add(covariance);
    }
    return moments;
}

}  // namespace

TEST_CASE("Counts of two offices vary and go together as gamma days with correlated scores do", "[theory]") {
    const double variance = 7 * (kPerDay + kPerDay * kPerDay / kShape);
    for (const double rho : {0.0, 0.7}) {
        INFO("correlation " << rho);
        const WeeklyMoments moments = play(rho);
        const auto covariance = [&](double r) { return 7 * kPerDay * kPerDay * gamma_covariance(kShape, r); };
        CHECK(std::abs(moments.mean.z(0)) < 5);
        CHECK(std::abs(moments.variance.z(variance)) < 5);
        CHECK(std::abs(moments.covariance.z(covariance(rho))) < 5);
        CHECK(std::abs(moments.covariance.z(covariance(rho < 0.5 ? rho + 0.15 : rho - 0.15))) > 5);
        CHECK(std::abs(moments.variance.z(variance * 1.25)) > 5);
    }
}
