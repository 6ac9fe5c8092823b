// A sequential test errs no more often than it says, whatever the truth, and ends early where the truth is plain.

#include "engine/planning/stress/sequential_test.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace skranke;

namespace {

constexpr double kError = 0.025;
constexpr std::uint32_t kLong = 300;  // trials
constexpr int kTests = 1500;

struct Rates {
    double holds = 0, broken = 0;  ///< shares of tests
    double trials = 0;             ///< mean until the finding, or the most
};

Rates rates(double limit, double truth, std::uint32_t most) {
    Rates rates;
    for (int t = 0; t < kTests; ++t) {
        std::mt19937_64 bits(static_cast<std::uint64_t>(t) + 1);
        std::bernoulli_distribution held(truth);
        SequentialTest test(limit, kError);
        while (test.finding() == Finding::unknown && test.trials() < most) test.add(held(bits));
        rates.holds += test.finding() == Finding::holds ? 1.0 / kTests : 0;
        rates.broken += test.finding() == Finding::broken ? 1.0 / kTests : 0;
        rates.trials += static_cast<double>(test.trials()) / kTests;
    }
    return rates;
}

/// What a share that is truly `share` may come to by chance.
double at_most(double share) { return share + 4 * std::sqrt(share * (1 - share) / kTests); }

}  // namespace

TEST_CASE("A sequential test errs at most as often as stated, also at the limit itself and however long it looks") {
    for (const double limit : {0.5, 0.9}) {
        const Rates at_limit = rates(limit, limit, kLong);
        CHECK(at_limit.holds <= at_most(kError));
        CHECK(at_limit.broken <= at_most(kError));
        CHECK(rates(limit, limit - 0.05, kLong).holds <= at_most(kError));
        CHECK(rates(limit, limit + 0.05, kLong).broken <= at_most(kError));
    }
    // The check can fail: on the side where it is so, the same finding is no error and comes often.
    CHECK(rates(0.5, 0.4, kLong).broken > at_most(kError));
}

TEST_CASE("A sequential test finds what is so, sooner the further it is from the limit") {
    const Rates plain = rates(0.5, 0.95, 1000), near = rates(0.5, 0.65, 1000);
    CHECK(plain.holds >= 1 - at_most(kError));
    CHECK(near.holds >= 1 - at_most(kError));
    CHECK(plain.trials < 12);
    CHECK(near.trials > 4 * plain.trials);
    CHECK(rates(0.5, 0.05, 1000).broken >= 1 - at_most(kError));
}

TEST_CASE("Trials that all show the same end a test as early as its error allows") {
    // With half the weight of Jeffreys' law on one side, n equal trials weigh 2 C(2n, n) / 2^n against 1 / error = 40.
    CHECK(least_trials(0.5, kError) == 7);
    CHECK(least_trials(0.5, 0.2) < 7);
    CHECK(least_trials(0.9, kError) > 20);
}

TEST_CASE("A finding stays, whatever comes after it") {
    SequentialTest test(0.5, kError);
    for (int t = 0; t < 10; ++t) test.add(true);
    REQUIRE(test.finding() == Finding::holds);
    for (int t = 0; t < 100; ++t) test.add(false);
    CHECK(test.finding() == Finding::holds);
    CHECK(test.held() == 10);
    CHECK(test.trials() == 110);
}
