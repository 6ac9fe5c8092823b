#include "engine/analysis/estimate.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <boost/math/distributions/students_t.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <functional>
#include <random>

using namespace skranke;

namespace {

class Normal {
  public:
    explicit Normal(std::uint64_t seed) : bits_(seed) {}
    double uniform() { return (static_cast<double>(bits_() >> 11) + 0.5) * 0x1p-53; }
    double operator()() {
        return std::sqrt(-2.0 * std::log(uniform())) * std::cos(2.0 * 3.14159265358979323846 * uniform());
    }

  private:
    std::mt19937_64 bits_;
};

struct Interval {
    double low, high;
    // The same middle, `factor` times as wide.
    Interval stretched(double factor) const {
        const double middle = (low + high) / 2, half = (high - low) / 2;
        return {middle - factor * half, middle + factor * half};
    }
    bool holds(double truth) const { return low <= truth && truth <= high; }
};

// Distance of an interval's observed coverage from what it should be, in binomial standard errors.
double z_of_coverage(double truth, double expected, const std::function<Interval()>& draw) {
    constexpr int kTrials = 20000;
    int hits = 0;
    for (int t = 0; t < kTrials; ++t) hits += draw().holds(truth) ? 1 : 0;
    return (hits / double{kTrials} - expected) / std::sqrt(expected * (1 - expected) / kTrials);
}

double z_of_mean(double stretch) {
    Normal normal(1);
    return z_of_coverage(7.0, 0.95, [&] {
        MeanEstimator mean;
        for (int i = 0; i < 6; ++i) mean.add(7.0 + 3.0 * normal());
        const Estimate e = mean.estimate();
        return Interval{e.low, e.high}.stretched(stretch);
    });
}

// Unmet / settled with settled counts that swing and carry the unmet with them.
double z_of_ratio(double stretch) {
    Normal normal(2);
    return z_of_coverage(0.1, 0.95, [&] {
        RatioEstimator ratio;
        for (int i = 0; i < 40; ++i) {
            const double settled = 1000.0 + 100.0 * normal();
            ratio.add(0.1 * settled + 8.0 * normal(), settled);
        }
        const Estimate e = ratio.estimate();
        return Interval{e.low, e.high}.stretched(stretch);
    });
}

// Two groups that share busy days: their rates go up and down together.
double z_of_gap(double stretch, double truth) {
    Normal normal(5);
    return z_of_coverage(truth, 0.95, [&] {
        RatioGapEstimator gap;
        for (int i = 0; i < 40; ++i) {
            const double busy = 20.0 * normal();
            const double first = 400.0 + 30.0 * normal(), second = 900.0 + 60.0 * normal();
            gap.add({0.15 * first + busy + 5.0 * normal(), first}, {0.1 * second + busy + 6.0 * normal(), second});
        }
        const Estimate e = gap.estimate();
        return Interval{e.low, e.high}.stretched(stretch);
    });
}

constexpr unsigned kWilsonTrials = 200;
constexpr double kWilsonTruth = 0.3;

// Exact coverage of the Wilson interval for 200 trials at 0.3: a sum over all outcomes.
double exact_wilson_coverage() {
    const boost::math::binomial hits(kWilsonTrials, kWilsonTruth);
    double covered = 0;
    for (unsigned k = 0; k <= kWilsonTrials; ++k) {
        const ShareEstimate share{k, kWilsonTrials};
        if (Interval{share.low(), share.high()}.holds(kWilsonTruth)) covered += pdf(hits, k);
    }
    return covered;
}

double z_of_wilson(double stretch) {
    Normal normal(3);
    return z_of_coverage(kWilsonTruth, exact_wilson_coverage(), [&] {
        ShareEstimate share{0, kWilsonTrials};
        for (unsigned i = 0; i < kWilsonTrials; ++i) share.hits += normal.uniform() < kWilsonTruth ? 1 : 0;
        return Interval{share.low(), share.high()}.stretched(stretch);
    });
}

}  // namespace

TEST_CASE("Student's points agree with Boost.Math for 1 to 1,000 degrees of freedom") {
    for (std::uint64_t v = 1; v <= 1000; ++v) {
        const double exact = quantile(boost::math::students_t(static_cast<double>(v)), 0.975);
        CAPTURE(v);
        REQUIRE(std::abs(student_t_975(v) - exact) < 2e-6);
    }
    REQUIRE(student_t_975(1'000'000) == Approx(1.959964).margin(5e-6));
}

TEST_CASE("The mean of 1 to 5 is 3 within 1.96324") {
    MeanEstimator mean;
    for (int i = 1; i <= 5; ++i) mean.add(i);
    const Estimate e = mean.estimate();
    REQUIRE(e.valid);
    REQUIRE(e.value == Approx(3.0));
    REQUIRE(e.half_width() == Approx(2.776445 * std::sqrt(2.5 / 5)).epsilon(1e-6));
}

TEST_CASE("A ratio divides sums, not ratios, and its interval is the delta method's") {
    RatioEstimator ratio;
    ratio.add(1, 10);
    ratio.add(6, 20);
    const Estimate e = ratio.estimate();
    REQUIRE(e.value == Approx(7.0 / 30.0));
    // y - r x = -4/3 and +4/3; variance 32/9 over n = 2, divided by the mean denominator 15.
    REQUIRE(e.half_width() == Approx(12.7062047 * std::sqrt(32.0 / 9.0 / 2.0) / 15.0).epsilon(1e-6));
}

TEST_CASE("A ratio that never varies is known exactly, however much its parts vary") {
    RatioEstimator ratio;
    for (int i = 1; i <= 10; ++i) ratio.add(3.0 * i, 10.0 * i);
    REQUIRE(ratio.estimate().value == Approx(0.3));
    REQUIRE(ratio.estimate().half_width() < 1e-7);
}

TEST_CASE("One replication gives a value whose interval is the whole line") {
    MeanEstimator mean;
    mean.add(4);
    RatioEstimator ratio;
    ratio.add(1, 4);
    for (const Estimate& e : {mean.estimate(), ratio.estimate()}) {
        REQUIRE(e.valid);
        REQUIRE(std::isinf(e.half_width()));
    }
    REQUIRE(mean.estimate().value == 4.0);
    REQUIRE(ratio.estimate().value == 0.25);
}

TEST_CASE("Nothing to estimate from gives an estimate that is not valid") {
    RatioEstimator ratio;
    REQUIRE_FALSE(MeanEstimator{}.estimate().valid);
    REQUIRE_FALSE(ratio.estimate().valid);
    ratio.add(0, 0);
    ratio.add(0, 0);
    REQUIRE_FALSE(ratio.estimate().valid);
}

TEST_CASE("Wilson intervals agree with the published examples") {
    // R. G. Newcombe, Statistics in Medicine 17 (1998), pp. 857-872, table I, method 3.
    struct Example {
        std::uint64_t hits, trials;
        double low, high;
    };
    for (const Example& x : {Example{81, 263, 0.2553, 0.3662}, Example{15, 148, 0.0624, 0.1605},
                             Example{0, 20, 0.0, 0.1611}, Example{1, 29, 0.0061, 0.1718}}) {
        const ShareEstimate share{x.hits, x.trials};
        CAPTURE(x.hits, x.trials);
        REQUIRE(share.low() == Approx(x.low).margin(5e-5));
        REQUIRE(share.high() == Approx(x.high).margin(5e-5));
    }
    REQUIRE(ShareEstimate{20, 20}.high() == 1.0);
    REQUIRE(ShareEstimate{}.low() == 0.0);
    REQUIRE(ShareEstimate{}.high() == 1.0);
}

TEST_CASE("Student's interval for a mean covers the truth 95 times in 100") {
    REQUIRE(std::abs(z_of_mean(1.0)) < 4.0);
    REQUIRE(std::abs(z_of_mean(1.96 / 2.5706)) > 8.0);  // the normal's point instead of Student's
    REQUIRE(std::abs(z_of_mean(1.1)) > 4.0);
}

TEST_CASE("The delta method's interval for a ratio covers the truth 95 times in 100") {
    REQUIRE(std::abs(z_of_ratio(1.0)) < 4.0);
    REQUIRE(std::abs(z_of_ratio(0.9)) > 4.0);
    REQUIRE(std::abs(z_of_ratio(1.1)) > 4.0);
}

TEST_CASE("Wilson's interval covers the truth as often as the binomial distribution says, near 95 in 100") {
    REQUIRE(exact_wilson_coverage() == Approx(0.95).margin(0.01));
    REQUIRE(std::abs(z_of_wilson(1.0)) < 4.0);
    REQUIRE(std::abs(z_of_wilson(0.9)) > 4.0);
}

TEST_CASE("The interval of a gap between two groups of the same runs covers it in 19 cases of 20") {
    CHECK(std::abs(z_of_gap(1.0, 0.05)) < 5);
    CHECK(z_of_gap(0.9, 0.05) < -5);
    CHECK(z_of_gap(1.0, 0.055) < -5);
}

TEST_CASE("A gap is that of the two ratios, and needs both") {
    RatioGapEstimator gap;
    gap.add({3, 10}, {0, 0});
    CHECK_FALSE(gap.estimate().valid);
    gap.add({1, 10}, {1, 5});
    CHECK(gap.estimate().valid);
    CHECK(gap.estimate().value == Approx(4.0 / 20 - 1.0 / 5));
    RatioGapEstimator same;
    RatioEstimator ratio;
    for (int i = 1; i < 9; ++i) {
        same.add({double(i % 3), double(i)}, {0, 1});
        ratio.add(i % 3, i);
    }
    CHECK(same.estimate().low == Approx(ratio.estimate().low));  // against a group that loses nobody
}
