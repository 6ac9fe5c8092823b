#include "engine/demand/arrival_process.hpp"

#include <algorithm>
#include <boost/math/distributions/poisson.hpp>
#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "tests/support/chi_square.hpp"
#include "tests/support/z_value.hpp"

namespace skranke {

namespace {

using HourWeights = std::array<double, 24>;

/// Shut at night, a peak before noon.
constexpr HourWeights kOfficeDay{0, 0, 0, 0, 0, 0, 0, 0.5, 2, 3, 3, 2, 1, 1, 1, 0.5, 0, 0, 0, 0.25, 0, 0, 0, 0};

StreamAddress address_of(std::int64_t day) { return {.seed = 9, .entity = static_cast<std::uint32_t>(day)}; }

std::vector<Instant> arrivals_of(std::int64_t day, double expected, const HourProfile& profile) {
    std::vector<Instant> arrivals;
    DayArrivals source(day, expected, profile, address_of(day));
    while (const auto arrival = source.next()) arrivals.push_back(*arrival);
    return arrivals;
}

/// Fit of the number of arrivals a day to the Poisson law; rare numbers share the last cell.
double poisson_p(const std::vector<double>& counts, double mean) {
    const boost::math::poisson law(mean);
    constexpr std::size_t kCells = 12;
    std::vector<double> seen(kCells), expected(kCells);
    for (const double n : counts) ++seen[std::min(kCells - 1, static_cast<std::size_t>(n))];
    for (std::size_t n = 0; n + 1 < kCells; ++n) expected[n] = pdf(law, static_cast<double>(n));
    expected[kCells - 1] = cdf(complement(law, static_cast<double>(kCells - 2)));
    for (double& e : expected) e *= static_cast<double>(counts.size());
    return test::chi_square_p(seen, expected);
}

/// Fit of arrivals in cells of 5 minutes to hour weights. Cells that should be empty must be.
double day_p(const std::vector<double>& cells, const HourWeights& weights) {
    double total = 0, weight = 0;
    for (const double n : cells) total += n;
    for (const double w : weights) weight += w;
    std::vector<double> seen, expected;
    for (std::size_t cell = 0; cell < cells.size(); ++cell) {
        const double share = weights[cell / 12] / weight / 12;
        if (share == 0 && cells[cell] > 0) return 0;
        if (share == 0) continue;
        seen.push_back(cells[cell]);
        expected.push_back(total * share);
    }
    return test::chi_square_p(seen, expected);
}

}  // namespace

TEST_CASE("The number of arrivals a day is Poisson") {
    constexpr double kMean = 3.7;
    const HourProfile profile(kOfficeDay);
    std::vector<double> counts;
    test::Replicates mean, variance;
    for (std::int64_t day = 0; day < 500'000; ++day) {
        counts.push_back(static_cast<double>(arrivals_of(day, kMean, profile).size()));
        mean.add(counts.back());
        variance.add((counts.back() - kMean) * (counts.back() - kMean));
    }
    CHECK(std::abs(mean.z(kMean)) < 5);
    CHECK(std::abs(variance.z(kMean)) < 5);
    CHECK(poisson_p(counts, kMean) > test::kLeastP);

    CHECK(std::abs(mean.z(kMean * 1.01)) > 5);
    CHECK(std::abs(variance.z(kMean * 1.02)) > 5);
    CHECK(poisson_p(counts, kMean * 1.02) < test::kLeastP);
}

TEST_CASE("Arrivals follow the hours of the day, evenly within each, and never come in an hour of weight 0") {
    const HourProfile profile(kOfficeDay);
    std::vector<double> cells(24 * 12);
    for (std::int64_t day = 0; day < 1000; ++day)
        for (const Instant arrival : arrivals_of(day, 4000, profile))
            ++cells[static_cast<std::size_t>((arrival - midnight(day)) / minutes(5))];
    CHECK(day_p(cells, kOfficeDay) > test::kLeastP);

    HourWeights wrong = kOfficeDay;
    wrong[9] *= 1.02;
    CHECK(day_p(cells, wrong) < test::kLeastP);
}

TEST_CASE("Arrivals come in order and on their own day") {
    const HourProfile profile(kOfficeDay);
    for (std::int64_t day = 0; day < 200; ++day) {
        const auto arrivals = arrivals_of(day, 50, profile);
        REQUIRE(std::is_sorted(arrivals.begin(), arrivals.end()));
        for (const Instant arrival : arrivals) REQUIRE(day_of(arrival) == day);
    }
}

TEST_CASE("A day without demand has no arrivals") {
    const HourProfile profile(kOfficeDay);
    CHECK(arrivals_of(3, 0.0, profile).empty());
    CHECK(arrivals_of(3, -1.0, profile).empty());
}

TEST_CASE("More demand never means fewer arrivals") {
    const HourProfile profile(kOfficeDay);
    for (std::int64_t day = 0; day < 100; ++day)
        REQUIRE(arrivals_of(day, 20, profile).size() <= arrivals_of(day, 21, profile).size());
}

TEST_CASE("The inverse of the day's curve meets it at full hours") {
    HourWeights weights{};
    weights[8] = 1;
    weights[10] = 3;
    const HourProfile profile(weights);
    CHECK(profile.time_of(0.0) == hours(8));
    CHECK(profile.time_of(0.125) == hours(8.5));
    CHECK(profile.time_of(0.25) == hours(10));
    CHECK(profile.time_of(0.625) == hours(10.5));
    CHECK(profile.time_of(1.0 - 0x1p-53) == hours(11));
    std::size_t hour = 0;
    for (const double part : {0.0, 0.125, 0.25, 0.625, 1.0 - 0x1p-53})
        CHECK(profile.time_of(part, hour) == profile.time_of(part));
    CHECK(hour == 10);
}

TEST_CASE("A day's times are those of its arrivals, whoever draws the gaps") {
    const HourProfile profile(kOfficeDay);
    const StreamAddress address{5, 6, 7, 8, 9};
    DayArrivals arrivals(3, 40, profile, address);
    DayTimes times(3, 40, profile);
    LongStream gaps(address);
    std::size_t count = 0;
    for (auto next = arrivals.next(); next; next = arrivals.next(), ++count)
        REQUIRE(times.after(exponential(gaps, 1.0)) == next);
    CHECK(count > 10);
    CHECK_FALSE(times.after(exponential(gaps, 1.0)));
}

}  // namespace skranke
