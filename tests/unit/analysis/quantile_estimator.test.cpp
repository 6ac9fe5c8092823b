#include "engine/analysis/quantile_estimator.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <vector>

#include "engine/random/distribution.hpp"

using namespace skranke;

namespace {

using Replication = std::vector<std::uint64_t>;  // minutes of its people

QuantileEstimator estimator_of(const std::vector<Replication>& replications) {
    QuantileEstimator estimator;
    for (const Replication& people : replications) {
        QuantileSketch sketch;
        for (const std::uint64_t minutes : people) sketch.add_minutes(minutes);
        estimator.add(sketch);
    }
    return estimator;
}

bool same(const Estimate& a, const Estimate& b) {
    return a.value == b.value && a.low == b.low && a.high == b.high && a.valid == b.valid;
}

/// Times that share a replication's luck, with the mean 20 x luck; 50 people on average.
QuantileSketch shared_luck(std::uint64_t seed, std::uint32_t replication) {
    RandomStream stream({seed, replication, 0, 0, 0});
    const double luck = gamma_with_mean_one(stream, 4);
    QuantileSketch sketch;
    for (int people = 0; people < 50; ++people)
        sketch.add_minutes(static_cast<std::uint64_t>(exponential(stream, 20 * luck)));
    return sketch;
}

}  // namespace

TEST_CASE("The quantile is that of all people together, and its interval is the one worked out by hand") {
    // Of 12 people 6 have at most 5 minutes: 1, 2 and 3 of 4, so s^2 = (1 + 0 + 1) / 2 / 3 / 4^2 and s = 0.1443.
    // With t = 4.303 the interval is [0.5 - 0.621, 0.5 + 0.621]: everybody.
    const Estimate wide = estimator_of({{5, 9, 9, 9}, {5, 5, 9, 9}, {5, 5, 5, 9}}).quantile_min(0.5);
    CHECK(same(wide, {5, 5, 9, true}));
    // Ten people each, with 1 to 10 minutes: no luck, so the interval is its own bin.
    const Replication even{1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
    CHECK(same(estimator_of({even, even, even}).quantile_min(0.9), {9, 9, 9, true}));
    // 4, 5 and 6 of ten have at most 5: s = 0.1 / sqrt(3), t s = 0.248, so from the 0.252- to the 0.748-quantile.
    const Replication low{1, 2, 3, 4, 5, 5, 7, 8, 9, 10}, high{1, 2, 3, 4, 6, 6, 7, 8, 9, 10};
    CHECK(same(estimator_of({low, even, high}).quantile_min(0.5), {5, 3, 8, true}));
}

TEST_CASE("The order of replications does not matter, not even when later ones have longer times") {
    const Replication a{1, 2, 70}, b{3, 1000}, c{}, d{4, 5, 6, 7, 20000};
    const QuantileEstimator forth = estimator_of({a, b, c, d}), back = estimator_of({d, c, b, a});
    for (const double q : {0.1, 0.5, 0.9}) CHECK(same(forth.quantile_min(q), back.quantile_min(q)));
}

TEST_CASE("Nobody gives no quantile, and one replication no interval") {
    CHECK_FALSE(QuantileEstimator{}.quantile_min(0.5).valid);
    CHECK_FALSE(estimator_of({{}, {}}).quantile_min(0.5).valid);
    const Estimate lone = estimator_of({{3, 4, 5}}).quantile_min(0.5);
    CHECK(lone.value == 4);
    CHECK(std::isinf(lone.half_width()));
}

TEST_CASE("More replications tell a quantile more closely") {
    QuantileEstimator few, many;
    for (std::uint32_t r = 0; r < 400; ++r) {
        if (r < 25) few.add(shared_luck(1, r));
        many.add(shared_luck(1, r));
    }
    CHECK(many.quantile_min(0.9).half_width() < 0.5 * few.quantile_min(0.9).half_width());
    CHECK(many.quantile_min(0.9).half_width() > 1);
}
