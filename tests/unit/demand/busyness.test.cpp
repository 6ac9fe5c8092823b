#include "engine/demand/busyness.hpp"

#include <boost/math/distributions/gamma.hpp>
#include <boost/math/distributions/normal.hpp>
#include <catch2/catch.hpp>
#include <cmath>

#include "engine/random/distribution.hpp"
#include "engine/random/random_stream.hpp"
#include "tests/support/copula.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

namespace skranke {

namespace {

/// The value that Boost.Math gives a score.
double value_of(double score, double shape) {
    const boost::math::normal normal;
    const boost::math::gamma_distribution<> gamma(shape, 1 / shape);
    if (score < 0) return quantile(gamma, cdf(normal, score));
    return quantile(complement(gamma, cdf(complement(normal, score))));
}

/// Largest relative error of a table over scores within +-8, against the law of another shape.
double error_of(double table_shape, double shape) {
    const GammaQuantile gamma(table_shape);
    double worst = 0;
    for (double score = -8; score <= 8; score += 0.0173)
        worst = std::max(worst, std::abs(gamma.of_normal(score) / value_of(score, shape) - 1));
    return worst;
}

/// Five places on a line northwards, 0.5 degrees apart: 55.6 km each.
Scenario five_places() {
    Scenario scenario = test::tiny_county(5);
    for (std::size_t m = 0; m < 5; ++m) {
        scenario.municipalities[m].lon = 10;
        scenario.municipalities[m].lat = 60 + 0.5 * static_cast<double>(m);
    }
    scenario.demand.busyness_shape = 2;
    scenario.demand.busyness_correlation = 0.8;
    scenario.demand.busyness_range_km = 100;
    return scenario;
}

struct Moments {
    test::Replicates mean, variance, covariance;
};

/// Of the factors of places 1 and 4, from many days.
Moments moments_of(const Scenario& scenario) {
    const CorrelatedBusyness busyness(scenario);
    Moments moments;
    for (std::uint32_t day = 0; day < 400'000; ++day) {
        RandomStream stream({.seed = 77, .entity = day});
        std::array<double, 5> normals;
        for (double& normal : normals) normal = normal_quantile(stream.uniform());
        const double a = busyness.factor(1, normals), b = busyness.factor(4, normals);
        moments.mean.add(b);
        moments.variance.add((b - 1) * (b - 1));
        moments.covariance.add((a - 1) * (b - 1));
    }
    return moments;
}

}  // namespace

TEST_CASE("A score becomes the gamma value of the same probability, whatever the shape") {
    for (const double shape : {0.1, 0.5, 1.0, 2.0, 20.0, 400.0, 1e5}) {
        INFO("shape " << shape);
        CHECK(error_of(shape, shape) < 1e-7);
        CHECK(error_of(shape, shape * 1.01) > 1e-5);
    }
}

TEST_CASE("A larger score never gives a smaller value, beyond the ends of the table either") {
    for (const double shape : {0.001, 0.3, 7.0, 1e6}) {
        const GammaQuantile gamma(shape);
        double last = 0;
        for (double score = -12; score <= 12; score += 0.00137) {
            const double value = gamma.of_normal(score);
            REQUIRE(value >= last);
            REQUIRE(std::isfinite(value));
            last = value;
        }
    }
}

TEST_CASE("Busy days of two municipalities go together as their distance says, and each stays gamma") {
    Scenario scenario = five_places();
    const Municipality &a = scenario.municipalities[1], &b = scenario.municipalities[4];
    const double distance = 1.5 * 6371.0088 * 3.14159265358979 / 180;  // along the surface; straight 0.003 % less
    CHECK(busyness_correlation(scenario.demand, a, b) == Approx(0.8 * std::exp(-distance / 100)).epsilon(1e-4));

    const Moments moments = moments_of(scenario);
    const double rho = busyness_correlation(scenario.demand, a, b);
    CHECK(std::abs(moments.mean.z(1.0)) < 5);
    CHECK(std::abs(moments.variance.z(1 / 2.0)) < 5);
    CHECK(std::abs(moments.covariance.z(test::gamma_covariance(2, rho))) < 5);
    CHECK(std::abs(moments.variance.z(1 / 2.0 * 1.1)) > 5);
    CHECK(std::abs(moments.covariance.z(test::gamma_covariance(2, rho * 1.1))) > 5);

    scenario.demand.busyness_range_km = 0;
    CHECK(busyness_correlation(scenario.demand, a, b) == 0.8);
    CHECK(std::abs(moments_of(scenario).covariance.z(test::gamma_covariance(2, 0.8))) < 5);
}

TEST_CASE("Distance is the same in every direction, across the poles and the date line too") {
    DemandRules rules;
    rules.busyness_correlation = 0.99;
    rules.busyness_range_km = 1000;
    Municipality a, b;
    const auto correlation = [&](double lon1, double lat1, double lon2, double lat2) {
        a.lon = lon1, a.lat = lat1, b.lon = lon2, b.lat = lat2;
        return busyness_correlation(rules, a, b);
    };
    const double along_equator = correlation(0, 0, 10, 0);
    CHECK(correlation(-175, 0, 175, 0) == Approx(along_equator).epsilon(1e-12));
    CHECK(correlation(20, -5, 20, 5) == Approx(along_equator).epsilon(1e-12));
    CHECK(correlation(0, 85, 180, 85) == Approx(along_equator).epsilon(1e-12));
    CHECK(correlation(31, 70, 31, 70) == 0.99);
}

TEST_CASE("A country of municipalities in one place can be as alike as the limit allows") {
    Scenario scenario = test::tiny_county(1);
    scenario.municipalities.assign(356, scenario.municipalities[0]);
    scenario.demand.busyness_correlation = 0.99;
    scenario.demand.busyness_range_km = 1;
    const CorrelatedBusyness busyness(scenario);
    CHECK(busyness.normals_of(355) == 356);
    std::vector<double> normals(356, 0.0);
    normals[0] = 1;  // 0.99 of the score of every other
    CHECK(busyness.factor(355, normals) == Approx(GammaQuantile(15).of_normal(0.99)));
}

}  // namespace skranke
