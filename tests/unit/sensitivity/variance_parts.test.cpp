#include "engine/sensitivity/variance_parts.hpp"

#include <catch2/catch.hpp>

#include "engine/random/random_stream.hpp"
#include "tests/support/z_value.hpp"
#include "tests/unit/sensitivity/functions.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kInput = 4, kLuck = 2, kInterplay = 1;

/// Answers made of three independent parts with known variances.
VarianceParts parts_of(std::uint64_t seed, double input) {
    constexpr std::size_t kPoints = 12, kReplications = 8;
    NormalStream normal({.seed = seed});
    std::vector<double> luck;
    for (std::size_t r = 0; r < kReplications; ++r) luck.push_back(std::sqrt(kLuck) * normal.standard_normal());
    Responses responses(kReplications);
    for (std::size_t p = 0; p < kPoints; ++p) {
        const double at = std::sqrt(input) * normal.standard_normal();
        for (std::size_t r = 0; r < kReplications; ++r)
            responses.add({100 + at + luck[r] + std::sqrt(kInterplay) * normal.standard_normal(), 1});
    }
    return variance_parts(responses, 0);
}

}  // namespace

TEST_CASE("The parts of a variance are found: what inputs, common luck and their interplay add") {
    Replicates input, luck, interplay;
    for (std::uint64_t seed = 1; seed <= 2000; ++seed) {
        const VarianceParts parts = parts_of(seed, kInput);
        input.add(parts.input);
        luck.add(parts.luck);
        interplay.add(parts.interplay);
    }
    CHECK(std::fabs(input.z(kInput)) < 5);
    CHECK(std::fabs(luck.z(kLuck)) < 5);
    CHECK(std::fabs(interplay.z(kInterplay)) < 5);
    CHECK(std::fabs(input.z(kInput + kInterplay / 8)) > 2);  // what counting interplay as input would give
}

TEST_CASE("Where inputs change nothing, nearly all variance is chance") {
    Replicates share;
    for (std::uint64_t seed = 1; seed <= 200; ++seed) share.add(parts_of(seed, 0).input_share());
    CHECK(share.mean() < 0.05);
}

TEST_CASE("Answers that differ by point alone are all input, by replication alone all luck") {
    Responses by_point(3), by_replication(3);
    for (int p = 0; p < 4; ++p)
        for (int r = 0; r < 3; ++r) {
            by_point.add({double(p), 1});
            by_replication.add({double(r), 1});
        }
    CHECK(variance_parts(by_point, 0).input == Approx(5.0 / 3));
    CHECK(variance_parts(by_point, 0).input_share() == Approx(1));
    CHECK(variance_parts(by_point, 1).input == Approx(1));
    CHECK(variance_parts(by_replication, 0).luck == Approx(1));
    CHECK(variance_parts(by_replication, 0).input == 0);
    CHECK(variance_parts(by_replication, 0).standard_error() == Approx(std::sqrt(1.0 / 3)));
}

TEST_CASE("A single point or replication, or a missing answer, is no ground for parts") {
    Responses one(1);
    one.add({1, 1});
    one.add({2, 1});
    CHECK_FALSE(variance_parts(one, 0).valid);
    Responses missing(2);
    for (int i = 0; i < 4; ++i) missing.add({1, i == 3 ? 0.0 : 1.0});
    CHECK_FALSE(variance_parts(missing, 0).valid);
}

TEST_CASE("Quantiles lie between order statistics") {
    CHECK(quantile({3, 1, 2, 4}, 0.5) == Approx(2.5));
    CHECK(quantile({3, 1, 2, 4}, 0) == 1);
    CHECK(quantile({5}, 0.975) == 5);
}

TEST_CASE("The spread of inputs leaves out the scenario as written, and points without an answer") {
    Responses responses(2);
    for (const double y : {1000.0, 0.0, 1.0, 2.0, std::nan(""), 3.0, 4.0})
        for (int r = 0; r < 2; ++r) responses.add({std::isnan(y) ? 0 : y, std::isnan(y) ? 0.0 : 1.0});
    const Estimate spread = input_spread(responses, 1);
    CHECK(spread.value == Approx(2));
    CHECK(spread.low == Approx(0.1));
    CHECK(spread.high == Approx(3.9));
}

TEST_CASE("Chance is taken out of the spread of inputs, and all of it where inputs change nothing") {
    Replicates width, raw, idle;
    for (std::uint64_t seed = 1; seed <= 300; ++seed) {
        constexpr std::size_t kPoints = 40, kReplications = 4;
        NormalStream normal({.seed = seed});
        Responses moved(kReplications), still(kReplications);
        for (std::size_t p = 0; p < kPoints; ++p) {
            const double at = normal.standard_normal();
            for (std::size_t r = 0; r < kReplications; ++r) {
                const double chance = 2 * normal.standard_normal();
                moved.add({50 + at + chance, 1});
                still.add({50 + chance, 1});
            }
        }
        const std::vector<double> means = moved.means();
        width.add(input_spread(moved, 0).half_width());
        raw.add((quantile(means, 0.975) - quantile(means, 0.025)) / 2);
        idle.add(input_spread(still, 0).half_width());
    }
    CHECK(width.mean() == Approx(1.85).epsilon(0.08));  // half the distance of these points among 40 normal ones
    CHECK(raw.mean() > 1.3 * width.mean());
    CHECK(idle.mean() < 0.6);
}
