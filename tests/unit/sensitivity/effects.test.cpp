#include "engine/sensitivity/effects.hpp"

#include <catch2/catch.hpp>

#include "tests/support/z_value.hpp"
#include "tests/unit/sensitivity/functions.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kWeights[] = {3, -2, 0.5, 0};

double linear(std::span<const double> u) { return 3 * u[0] - 2 * u[1] + 0.5 * u[2] + 10; }
double with_interaction(std::span<const double> u) { return linear(u) + 4 * u[2] * u[3]; }

Design morris(std::size_t trajectories) { return make_design({Method::morris, {4, 4, 4, 4}, trajectories, 2}); }

}  // namespace

TEST_CASE("One at a time finds the weights of a linear answer, and both ends") {
    const Design d = make_design({Method::one_at_a_time, {2, 2, 2, 2}, 0, 1});
    const auto effects = end_effects(d, responses_of(d, linear));
    for (std::size_t f = 0; f < 4; ++f) {
        CHECK(effects[f].low.value == Approx(-kWeights[f] / 2).margin(1e-12));
        CHECK(effects[f].high.value == Approx(kWeights[f] / 2).margin(1e-12));
        CHECK(effects[f].swing() == Approx(std::fabs(kWeights[f])).margin(1e-12));
        CHECK(effects[f].is_seen() == (kWeights[f] != 0));
    }
}

TEST_CASE("An answer that is best in the middle moves at both ends") {
    const Design d = make_design({Method::one_at_a_time, {2}, 0, 1});
    const auto effects = end_effects(d, responses_of(d, [](auto u) { return (u[0] - 0.5) * (u[0] - 0.5); }));
    CHECK(effects[0].swing() == Approx(0.25));
}

TEST_CASE("The interval of an end is what the pairs of replications leave open, not what they share") {
    const Design d = make_design({Method::one_at_a_time, {2}, 0, 1});
    Responses responses(3);
    const double luck[] = {-5, 0, 5}, own[] = {-0.1, 0.2, -0.1};
    for (std::size_t p = 0; p < 3; ++p)
        for (std::size_t r = 0; r < 3; ++r) responses.add({luck[r] + (p == 2 ? 1 + own[r] : 0), 1});
    const auto effects = end_effects(d, responses);
    CHECK(effects[0].low.half_width() == Approx(0).margin(1e-12));
    CHECK(effects[0].high.value == Approx(1));
    CHECK(effects[0].high.half_width() == Approx(4.302653 * std::sqrt(0.03 / 3)).epsilon(1e-5));
    CHECK(responses.estimate(2).half_width() > 10);
    CHECK(effects[0].is_seen());
}

TEST_CASE("Morris finds the weights of a linear answer without any spread") {
    const Design d = morris(8);
    const auto effects = elementary_effects(d, responses_of(d, linear));
    for (std::size_t f = 0; f < 4; ++f) {
        CHECK(effects[f].mean.value == Approx(kWeights[f]).margin(1e-9));
        CHECK(effects[f].mean_absolute.value == Approx(std::fabs(kWeights[f])).margin(1e-9));
        CHECK(effects[f].deviation == Approx(0).margin(1e-9));
    }
}

TEST_CASE("Morris shows an interaction as spread, and only of the factors that take part") {
    const Design d = morris(400);
    const auto effects = elementary_effects(d, responses_of(d, with_interaction));
    // The effect of factor 3 is 4 x2, of factor 2 it is 0.5 + 4 x3: the level of the other is 0, 1/3, 2/3 or 1 alike.
    const double deviation = 4 * std::sqrt((0.25 + 0.25 / 9) / 2);
    CHECK(effects[0].deviation == Approx(0).margin(1e-9));
    CHECK(effects[1].deviation == Approx(0).margin(1e-9));
    for (const std::size_t f : {2, 3}) {
        CHECK(effects[f].deviation == Approx(deviation).epsilon(0.07));
        const double mean = f == 2 ? 2.5 : 2;
        CHECK(effects[f].mean.low < mean);
        CHECK(effects[f].mean.high > mean);
        CHECK_FALSE((effects[f].mean.low < mean * 1.3 && effects[f].mean.high > mean * 1.3));  // the band can be left
    }
}

TEST_CASE("Effects of both signs cancel in the mean, but not in the mean of their sizes") {
    const Design d = morris(200);
    const auto effects = elementary_effects(d, responses_of(d, [](auto u) { return (u[0] - 0.5) * (u[1] - 0.5); }));
    CHECK(std::fabs(effects[0].mean.value) < 0.13);
    CHECK(effects[0].mean_absolute.value == Approx((0.5 + 1.0 / 6) / 2).epsilon(0.1));
}

TEST_CASE("The noise of an elementary effect is the standard error of its pairs over the step") {
    const Design d = morris(2);
    Responses responses(2);
    for (std::size_t p = 0; p < d.points(); ++p)
        for (std::size_t r = 0; r < 2; ++r) responses.add({p % 2 == 0 ? 0.0 : r == 0 ? 0.9 : 1.1, 1});
    for (const ElementaryEffects& e : elementary_effects(d, responses))
        CHECK(e.noise == Approx(std::sqrt(0.02 / 2) / morris_step(4)).epsilon(1e-5));
}

TEST_CASE("Rank correlations see the direction and order of what matters, also where the answer bends") {
    const Design d = make_design({Method::latin_hypercube, {0, 0, 0, 0}, 200, 9});
    const auto found = rank_correlations(d, answers_of(d, [](auto u) { return std::exp(4 * u[0]) - 8 * u[1]; }));
    CHECK(found[0].value > 0.8);
    CHECK(found[1].value < -0.1);
    for (const std::size_t f : {2, 3}) {
        CHECK(found[f].low < 0);
        CHECK(found[f].high > 0);
    }
    const auto alone = rank_correlations(d, answers_of(d, [](auto u) { return std::exp(9 * u[0]); }));
    CHECK(alone[0].value == Approx(1));
}

TEST_CASE("Points without an answer are left out, and too few give no correlation") {
    const Design d = make_design({Method::sobol, {0}, 8, 9});
    std::vector<double> answers = answers_of(d, [](auto u) { return u[0]; });
    answers[3] = std::nan("");
    CHECK(rank_correlations(d, answers)[0].value == Approx(1));
    for (std::size_t p = 1; p < 6; ++p) answers[p] = std::nan("");
    CHECK_FALSE(rank_correlations(d, answers)[0].valid);
}
