#include "engine/sensitivity/sobol_indices.hpp"

#include <catch2/catch.hpp>

#include "tests/unit/sensitivity/functions.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

SobolIndices found(const Function& f, std::size_t factors, std::size_t blocks, std::size_t resamples = 200) {
    const Design d = make_design({Method::saltelli, std::vector<std::size_t>(factors, 0), blocks, 11});
    return sobol_indices(d, answers_of(d, f), resamples, 11);
}

/// The largest distance from the truth.
double error_of(const SobolIndices& found, const Indices& truth) {
    double worst = 0;
    for (std::size_t f = 0; f < truth.first.size(); ++f)
        worst = std::max({worst, std::fabs(found.factors[f].first.value - truth.first[f]),
                          std::fabs(found.factors[f].total.value - truth.total[f])});
    return worst;
}

bool holds(const Estimate& e, double truth) { return e.low <= truth && truth <= e.high; }

}  // namespace

TEST_CASE("Indices of the Ishigami function are found, and its third factor only acts through the first") {
    const Ishigami ishigami;
    const SobolIndices indices = found(ishigami, 3, 2048);
    CHECK(error_of(indices, ishigami.indices()) < 0.02);
    CHECK(error_of(indices, Ishigami{6, 0.1}.indices()) > 0.02);  // another function's indices are told apart
    CHECK(indices.factors[2].total.value > 0.2);
    for (std::size_t f = 0; f < 3; ++f) {
        CHECK(holds(indices.factors[f].first, ishigami.indices().first[f]));
        CHECK(holds(indices.factors[f].total, ishigami.indices().total[f]));
    }
}

TEST_CASE("Indices of Sobol's g-function are found") {
    const GFunction g;
    const SobolIndices indices = found(g, 5, 2048);
    CHECK(error_of(indices, g.indices()) < 0.02);
    CHECK(error_of(indices, GFunction{{0, 1.3, 4.5, 9, 99}}.indices()) > 0.02);
}

TEST_CASE("A linear answer has total indices equal to the first-order ones, in proportion to squared weights") {
    const SobolIndices indices = found([](auto u) { return 3 * u[0] - 2 * u[1] + u[2] + 100; }, 4, 1024);
    CHECK(error_of(indices, {{9.0 / 14, 4.0 / 14, 1.0 / 14, 0}, {9.0 / 14, 4.0 / 14, 1.0 / 14, 0}}) < 0.01);
    CHECK(indices.variance == Approx(14.0 / 12).epsilon(0.01));
}

TEST_CASE("What factors do only together is in their total indices and in nobody's first-order one") {
    // x y with centred x, y: variance 1/144; plus z: variance 1/12
    const SobolIndices indices = found([](auto u) { return 3 * (u[0] - 0.5) * (u[1] - 0.5) + u[2]; }, 3, 2048);
    const double together = 9.0 / 144 / (9.0 / 144 + 1.0 / 12), alone = 1 - together;
    CHECK(error_of(indices, {{0, 0, alone}, {together, together, alone}}) < 0.02);
}

TEST_CASE("Intervals over resampled blocks become narrower with more blocks") {
    const GFunction g;
    CHECK(found(g, 5, 1024).factors[0].first.half_width() < 0.7 * found(g, 5, 128).factors[0].first.half_width());
}

TEST_CASE("Blocks with a missing answer are left out; an answer that never varies has indices 0") {
    const Design d = make_design({Method::saltelli, {0, 0}, 64, 1});
    std::vector<double> answers = answers_of(d, [](auto u) { return u[0]; });
    answers[7] = std::nan("");
    const SobolIndices indices = sobol_indices(d, answers, 0, 1);
    CHECK(indices.blocks == 63);
    CHECK(indices.factors[0].total.value == Approx(1).epsilon(0.1));
    const SobolIndices constant = sobol_indices(d, answers_of(d, [](auto) { return 5.0; }), 10, 1);
    CHECK(constant.variance == 0);
    CHECK_FALSE(constant.factors[0].total.valid);
}
