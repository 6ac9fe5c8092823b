// Intervals hold a truth that is known as often as they claim to, within what the table of coverage says of them;
// intervals that are wrong do not.

#include "tests/verification/coverage.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <string>

using namespace skranke::test;

namespace {

constexpr std::size_t kRepeats = 1500;
constexpr std::uint64_t kSeed = 7;

Coverage covers(const std::string& interval, const std::string& of, std::size_t replications) {
    const std::vector<Claim> claims = all_claims();
    const auto claim = std::find_if(claims.begin(), claims.end(), [&](const Claim& c) {
        return c.interval == interval && c.of.find(of) != std::string::npos;
    });
    REQUIRE(claim != claims.end());
    return cover(*claim, replications, kRepeats, kSeed);
}

/// Standard errors above a nominal 95 %.
double off(const Coverage& c) { return (c.share() - 0.95) / c.standard_error(); }

}  // namespace

TEST_CASE("Student's interval of a mean covers 95 % at any number of replications, the normal one does not at 5",
          "[verification]") {
    for (const std::size_t n : {5, 20}) CHECK(std::abs(off(covers("mean, Student", "normal", n))) < 4);
    CHECK(off(covers("mean, normal instead of Student", "normal", 5)) < -8);
}

TEST_CASE("With fifty replications every interval that the program gives covers almost nine truths in ten",
          "[verification][not_with_address]") {
    for (const Claim& claim : all_claims()) {
        if (claim.use == Use::not_in_use) continue;
        INFO(claim.interval << " of " << claim.of);
        const Coverage c = cover(claim, 50, kRepeats, kSeed);
        CHECK(c.share() > 0.88);  // Wilson's of 1 % covers 91 %, by the binomial law
        CHECK(c.mean_half_width > 0);
    }
}

TEST_CASE("The interval of a quantile covers more, the mean of the replications' own quantiles less, with more of them",
          "[verification]") {
    const std::string own = "quantile, mean of the replications' own";
    CHECK(covers("quantile, Woodruff", "90 % point of the wait", 50).share() > 0.92);
    CHECK(covers(own, "the wait", 50).share() < 0.85);
    CHECK(covers(own, "eight people", 100).share() < covers(own, "eight people", 5).share());
}
