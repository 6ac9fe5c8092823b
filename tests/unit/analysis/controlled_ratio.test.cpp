// Control variates on models whose answers are known, and the needs of a county as controls.

#include "engine/analysis/controls/controlled_ratio.hpp"

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/analysis/controls/controlled_unmet.hpp"
#include "engine/office/expected_needs.hpp"
#include "engine/office/replication.hpp"
#include "engine/random/random_stream.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;

namespace {

constexpr double kMean = 10;

/// Values that two controls tell three quarters and more of: y = 10 + 3 a - b + e.
struct Draw {
    std::array<double, 2> off;
    double value;
};

Draw next_draw(NormalStream& stream) {
    const double a = stream.standard_normal(), b = stream.standard_normal(), e = stream.standard_normal();
    return {{a, b}, kMean + 3 * a - b + e};
}

struct Coverage {
    double ordinary = 0, controlled = 0, variance_ratio = 0;
};

/// Shares of experiments of `n` replications whose intervals hold the truth. \param error  of the controls' known mean
Coverage coverage(std::size_t n, double error = 0) {
    constexpr int kExperiments = 6000;
    NormalStream stream({.seed = 9, .replication = static_cast<std::uint32_t>(n), .purpose = 1});
    Coverage c;
    test::Replicates ordinary, controlled;
    for (int k = 0; k < kExperiments; ++k) {
        ControlledRatio ratio(2);
        for (std::size_t r = 0; r < n; ++r) {
            Draw d = next_draw(stream);
            d.off[0] += error;
            ratio.add(d.off, d.value);
        }
        const ControlledEstimate e = ratio.estimate();
        c.ordinary += e.ordinary.low <= kMean && kMean <= e.ordinary.high ? 1.0 / kExperiments : 0;
        c.controlled += e.controlled.low <= kMean && kMean <= e.controlled.high ? 1.0 / kExperiments : 0;
        ordinary.add(e.ordinary.value);
        controlled.add(e.controlled.value);
    }
    c.variance_ratio = std::pow(controlled.standard_error() / ordinary.standard_error(), 2);
    return c;
}

}  // namespace

TEST_CASE("One control is the regression that anybody can do by hand") {
    const std::array<double, 5> x{-1, 0.5, 2, -0.5, 1}, y{3, 5, 9, 4, 5};
    ControlledRatio ratio(1);
    for (std::size_t k = 0; k < 5; ++k) ratio.add(std::span(&x[k], 1), y[k]);
    // Means 0.4 and 5.2; Sxx = 5.7, Sxy = 10.1, Syy = 20.8.
    const double slope = 10.1 / 5.7, left = (20.8 - 10.1 * slope) / 3;
    const ControlledEstimate e = ratio.estimate();
    CHECK(e.controls == 1);
    CHECK(e.ordinary.value == Approx(5.2));
    CHECK(e.ordinary.half_width() == Approx(student_t_975(4) * std::sqrt(20.8 / 4 / 5)));
    CHECK(e.controlled.value == Approx(5.2 - 0.4 * slope));
    CHECK(e.controlled.half_width() == Approx(student_t_975(3) * std::sqrt(left * (0.2 + 0.16 / 5.7))));
    CHECK(e.variance_ratio == Approx(left * (0.2 + 0.16 / 5.7) / (20.8 / 4 / 5)));
}

TEST_CASE("Intervals of controlled means cover as said, and their variance is what Lavenberg and Welch say") {
    const std::size_t n = GENERATE(6, 12, 60);
    const Coverage c = coverage(n);
    CHECK(c.ordinary == Approx(0.95).margin(0.014));  // five standard errors of 6,000 experiments
    CHECK(c.controlled == Approx(0.95).margin(0.014));
    const auto size = static_cast<double>(n);
    CHECK(c.variance_ratio == Approx(1.0 / 11 * (size - 2) / (size - 4)).epsilon(0.12));
}

TEST_CASE("A control whose expectation is wrong is noticed by the coverage") {
    CHECK(coverage(60, 0.1).controlled < 0.5);
}

TEST_CASE("A ratio is controlled as a mean is, and cancels what moves both of its parts") {
    NormalStream stream({.seed = 10, .purpose = 1});
    int held = 0, ordinary = 0;
    double variance_ratio = 0;
    constexpr int kExperiments = 3000;
    for (int k = 0; k < kExperiments; ++k) {
        ControlledRatio ratio(1);
        for (int r = 0; r < 40; ++r) {
            const double more = stream.standard_normal();
            const std::array<double, 1> off{more};
            ratio.add(off, 20 + 3 * more + stream.standard_normal(), 100 + 5 * more + stream.standard_normal());
        }
        const ControlledEstimate e = ratio.estimate();
        held += e.controlled.low <= 0.2 && 0.2 <= e.controlled.high;
        ordinary += e.ordinary.low <= 0.2 && 0.2 <= e.ordinary.high;
        variance_ratio += e.variance_ratio / kExperiments;
    }
    CHECK(held / static_cast<double>(kExperiments) == Approx(0.95).margin(0.02));
    CHECK(ordinary / static_cast<double>(kExperiments) == Approx(0.95).margin(0.02));
    // z = 3m + e - 0.2 (5m + f): 4 m^2 and 1.04 left.
    CHECK(variance_ratio == Approx(1.04 / 5.04 * 38 / 37).epsilon(0.05));
}

TEST_CASE("Controls that do not vary, or follow from others, are left out") {
    NormalStream stream({.seed = 11, .purpose = 1});
    ControlledRatio constant(1), twice(3), once(1);
    for (int r = 0; r < 20; ++r) {
        const Draw d = next_draw(stream);
        const std::array<double, 1> same{4.0}, first{d.off[0]};
        const std::array<double, 3> copies{d.off[0], 2 * d.off[0], 0.0};
        constant.add(same, d.value);
        twice.add(copies, d.value);
        once.add(first, d.value);
    }
    CHECK(constant.estimate().controls == 0);
    CHECK(constant.estimate().variance_ratio == 1);
    CHECK(constant.estimate().controlled.half_width() == constant.estimate().ordinary.half_width());
    CHECK(twice.estimate().controls == 1);
    CHECK(twice.estimate().controlled.half_width() == Approx(once.estimate().controlled.half_width()));
}

TEST_CASE("With hardly more replications than controls the ordinary interval stands alone") {
    NormalStream stream({.seed = 12, .purpose = 1});
    ControlledRatio ratio(2);
    CHECK_FALSE(ratio.estimate().ordinary.valid);
    for (int r = 0; r < 5; ++r) {
        const ControlledEstimate e = ratio.estimate();
        CHECK(e.controls == 0);
        CHECK(e.controlled.value == e.ordinary.value);
        const Draw d = next_draw(stream);
        ratio.add(d.off, d.value);
    }
    CHECK(ratio.estimate().controls == 2);
    ControlledRatio nothing(1);
    const std::array<double, 1> off{1.0};
    for (int r = 0; r < 9; ++r) nothing.add(off, 0, 0);
    CHECK_FALSE(nothing.estimate().controlled.valid);
}

TEST_CASE("Needs are born as often as expected, by municipality and system") {
    const Scenario s = test::tiny_county();
    const World world(s);
    const auto expected = expected_needs(world);
    REQUIRE(expected);
    std::vector<std::array<test::Replicates, kRecordSystems>> born(expected->size());
    for (std::uint32_t r = 0; r < 60; ++r) {
        const ExpectedNeeds needs = needs_born(s, world.shape, run_replication(world, r));
        for (std::size_t m = 0; m < needs.size(); ++m)
            for (std::size_t system = 0; system < kRecordSystems; ++system) born[m][system].add(needs[m][system]);
    }
    double most_off = 0;
    for (std::size_t m = 0; m < born.size(); ++m)
        for (std::size_t system = 0; system < kRecordSystems; ++system) {
            if ((*expected)[m][system] == 0) continue;
            CHECK(std::abs(born[m][system].z((*expected)[m][system])) < 5);
            most_off = std::max(most_off, std::abs(born[m][system].z(1.1 * (*expected)[m][system])));
        }
    CHECK(most_off > 5);
}

TEST_CASE("Where needs arise again from what became of others, their number is not known") {
    Scenario s = test::tiny_county();
    s.services[0].renews = 0.2;
    CHECK_FALSE(expected_needs(World(s)));
}
