#include "engine/stats/quantile_sketch.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <random>
#include <vector>

namespace skranke {

namespace {

/// Bin in which a sketch puts a duration of `m` minutes.
std::size_t bin_holding(std::uint64_t m) {
    QuantileSketch sketch;
    sketch.add_minutes(m);
    return sketch.bins().size() - 1;
}

/// Least value that at least a share q of the sorted values do not exceed.
double exact_quantile(const std::vector<std::uint64_t>& sorted, double q) {
    const auto rank = static_cast<std::size_t>(std::max(1.0, std::ceil(q * static_cast<double>(sorted.size()))));
    return static_cast<double>(sorted[rank - 1]);
}

}  // namespace

TEST_CASE("Bins ascend without gap or overlap, and every duration lies in its own") {
    for (std::size_t bin = 0; bin < 352; ++bin)
        REQUIRE(QuantileSketch::lower_bound(bin) < QuantileSketch::lower_bound(bin + 1));
    for (std::uint64_t m = 0; m < 300'000; ++m) {
        const std::size_t bin = bin_holding(m);
        REQUIRE(QuantileSketch::lower_bound(bin) <= m);
        REQUIRE(m < QuantileSketch::lower_bound(bin + 1));
    }
}

TEST_CASE("Bins at both sides of every power of two hold what they say") {
    for (int power = 5; power < 25; ++power)
        for (const std::uint64_t m : {(1ULL << power) - 1, 1ULL << power, (1ULL << power) + 1}) {
            const std::size_t bin = bin_holding(m);
            REQUIRE(QuantileSketch::lower_bound(bin) <= m);
            REQUIRE(m < QuantileSketch::lower_bound(bin + 1));
        }
}

TEST_CASE("Quantiles below 32 minutes are exact") {
    QuantileSketch sketch;
    for (std::uint64_t m = 0; m < 32; ++m) sketch.add_minutes(m);
    for (int rank = 1; rank <= 32; ++rank) REQUIRE(sketch.quantile_min(rank / 32.0) == rank - 1);
}

TEST_CASE("Any quantile lies within one part in 32 of the exact one") {
    std::mt19937_64 random(11);
    std::lognormal_distribution<double> durations(7.0, 2.0);
    QuantileSketch sketch;
    std::vector<std::uint64_t> all;
    for (int i = 0; i < 20'000; ++i) {
        const auto m = static_cast<std::uint64_t>(std::min(durations(random), 3e7));
        sketch.add_minutes(m);
        all.push_back(m);
    }
    std::sort(all.begin(), all.end());
    double worst = 0;
    for (int i = 0; i <= 1000; ++i) {
        const double exact = exact_quantile(all, i / 1000.0);
        worst = std::max(worst, std::abs(sketch.quantile_min(i / 1000.0) - exact) / std::max(exact, 1.0));
    }
    CHECK(worst <= 1.0 / 32);
    CHECK(worst > 1.0 / 128);  // so the bound is not met by chance: bins are as wide as they say
}

TEST_CASE("Merged sketches equal one that saw everything, in either order") {
    std::mt19937_64 random(5);
    QuantileSketch left, right, all;
    for (int i = 0; i < 5000; ++i) {
        const std::uint64_t m = random() >> (40 + random() % 24);
        (i % 5 == 0 ? left : right).add_minutes(m);
        all.add_minutes(m);
    }
    QuantileSketch one = left, other = right;
    one += right;
    other += left;
    CHECK(one.bins() == all.bins());
    CHECK(other.bins() == all.bins());
    CHECK(one.count() == 5000);
}

TEST_CASE("A short sketch merges into a long one and a long one into a short one") {
    QuantileSketch brief, lengthy;
    brief.add_minutes(1);
    lengthy.add_minutes(100'000);
    QuantileSketch a = brief, b = lengthy;
    a += lengthy;
    b += brief;
    CHECK(a.bins() == b.bins());
    CHECK(a.count() == 2);
}

TEST_CASE("A sketch made from another's bins is the same sketch") {
    QuantileSketch sketch;
    for (const std::uint64_t m : {0, 3, 3, 40, 5000}) sketch.add_minutes(m);
    QuantileSketch copy;
    copy.set_bins(sketch.bins());
    CHECK(copy.count() == 5);
    CHECK(copy.quantile_min(0.5) == 3.0);
    CHECK(copy.bins() == sketch.bins());
}

TEST_CASE("A duration counts with its whole minutes, and one before zero as zero") {
    QuantileSketch sketch;
    sketch.add(minutes(7.99));
    CHECK(sketch.quantile_min(0.5) == 7.0);
    QuantileSketch negative;
    negative.add(Duration{-1});
    CHECK(negative.quantile_min(0.5) == 0.0);
}

TEST_CASE("An empty sketch tells 0, and absurd durations share the last bin") {
    CHECK(QuantileSketch{}.quantile_min(0.9) == 0.0);
    CHECK(bin_holding(~std::uint64_t{0}) == bin_holding(std::uint64_t{1} << 25));
}

}  // namespace skranke
