// Breaking points: curves whose crossing is known are bracketed as often as stated, with few replications.

#include "engine/planning/stress/breaking_points.hpp"

#include <catch2/catch.hpp>
#include <numeric>
#include <random>

#include "engine/random/random_stream.hpp"

using namespace skranke;

namespace {

/// A rule that holds with probability 1/2 at `point`, less above it; its luck is the same at every height.
struct Curve {
    double point, width;
    double holds(double height) const { return 1 / (1 + std::exp((height - point) / width)); }
};

struct Played {
    BreakingPoints points;
    std::uint64_t replications = 0;
    std::vector<std::size_t> order;  ///< heights in the order they were begun
};

Played play(const std::vector<Curve>& curves, BreakingPlan plan, std::uint64_t seed) {
    plan.items = curves.size();
    Played played{BreakingPoints(plan), 0, {}};
    while (const auto wanted = played.points.next()) {
        std::vector<BreakingPoints::Held> held;
        for (std::uint32_t r = wanted->first; r < wanted->first + wanted->replications; ++r) {
            auto& now = held.emplace_back();
            for (std::size_t i = 0; i < curves.size(); ++i) {
                RandomStream luck({.seed = seed, .replication = r, .entity = static_cast<std::uint32_t>(i)});
                now.push_back(luck.uniform() < curves[i].holds(plan.heights[wanted->height]));
            }
        }
        if (wanted->first == 0) played.order.push_back(wanted->height);
        played.points.tell(*wanted, held);
        played.replications += wanted->replications;
    }
    return played;
}

BreakingPlan plan_of(std::vector<double> heights) {
    BreakingPlan plan;
    plan.heights = std::move(heights);
    return plan;
}

double low_end(const BreakingPoint& point, const BreakingPlan& plan) { return point.holds ? plan.heights[*point.holds] : 0; }
double high_end(const BreakingPoint& point, const BreakingPlan& plan) { return point.broken ? plan.heights[*point.broken] : 1e9; }

}  // namespace

TEST_CASE("The interval of a breaking point holds it as often as stated, for steep and for flat curves") {
    constexpr int kCurves = 1500;
    const BreakingPlan plan = plan_of(ladder(1, 0.1, 4));
    for (const double width : {0.01, 0.1, 0.4}) {
        std::mt19937_64 bits(7);
        std::vector<Curve> curves;
        for (int i = 0; i < kCurves; ++i) curves.push_back({std::uniform_real_distribution<>(1.3, 3.5)(bits), width});
        const Played played = play(curves, plan, 3);
        double inside = 0, shifted = 0, wide = 0;
        for (std::size_t i = 0; i < curves.size(); ++i) {
            const BreakingPoint found = played.points.point(i);
            const double low = low_end(found, plan), high = high_end(found, plan);
            inside += low <= curves[i].point && curves[i].point <= high ? 1.0 / kCurves : 0;
            shifted += low <= curves[i].point + 4 * width + 0.3 && curves[i].point + 4 * width + 0.3 <= high ? 1.0 / kCurves : 0;
            wide += std::min(high, 4.0) / std::max(low, 1.0) / kCurves;
        }
        INFO("width " << width << ": " << inside << " inside, ends apart by a factor of " << wide);
        CHECK(inside >= 0.95 - 4 * std::sqrt(0.05 * 0.95 / kCurves));
        CHECK(shifted < 0.9);  // so the check above can fail
        if (width < 0.05) CHECK(wide < 1.2);
    }
}

TEST_CASE("A steep curve's point is estimated to a step, by bisection in few heights of few replications") {
    const BreakingPlan plan = plan_of(ladder(1, 0.05, 4));
    REQUIRE(plan.heights.size() > 25);
    const Played played = play({{1.93, 0.001}}, plan, 1);
    const BreakingPoint found = played.points.point(0);
    REQUIRE(found.holds);
    REQUIRE(found.broken);
    CHECK(*found.broken == *found.holds + 1);
    CHECK(found.height == Approx(1.93).epsilon(0.05));
    CHECK(played.order.size() <= 7);  // both ends and log2 of the rest
    CHECK(played.replications == 8 * played.order.size());
}

TEST_CASE("Many rules are searched for together: no height is played twice, and each tells of all") {
    std::vector<Curve> curves;
    for (int i = 0; i < 60; ++i) curves.push_back({1.2 + 0.05 * i, 0.02});
    const BreakingPlan plan = plan_of(ladder(1, 0.1, 5));
    const Played played = play(curves, plan, 5);
    std::vector<std::size_t> once = played.order;
    std::sort(once.begin(), once.end());
    CHECK(std::adjacent_find(once.begin(), once.end()) == once.end());
    CHECK(played.replications <= plan.most * plan.heights.size());
    for (std::size_t i = 0; i < curves.size(); ++i) CHECK(played.points.point(i).height == Approx(curves[i].point).epsilon(0.1));
    CHECK(played.points.open_heights() == 0);
}

TEST_CASE("What is broken from the start and what is never broken are told apart, and cost no more") {
    const BreakingPlan plan = plan_of(ladder(1, 0.1, 4));
    const Played played = play({{0.2, 0.01}, {40, 0.01}}, plan, 1);
    CHECK(played.points.point(0).is_broken_at_first());
    CHECK(played.points.point(0).height == 1);
    CHECK(played.points.point(1).holds == plan.heights.size() - 1);
    CHECK_FALSE(played.points.point(1).broken);
    CHECK_FALSE(played.points.point(1).height);
    CHECK(played.order.size() <= 5);  // the lowest, then half of what is left each time
}

TEST_CASE("A rule that chance holds as often as not at every height stays open, with the most replications and no more") {
    BreakingPlan plan = plan_of({1, 2, 3, 4});
    int open = 0;
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        const Played played = play({{2.5, 1e9}}, plan, seed);
        const BreakingPoint found = played.points.point(0);
        open += !found.holds && !found.broken ? 1 : 0;
        CHECK(played.replications <= plan.most * plan.heights.size());
    }
    CHECK(open > 140);
}

TEST_CASE("Of a race only the first to break is looked for") {
    BreakingPlan plan = plan_of(ladder(1, 0.05, 4));
    const std::vector<Curve> curves{{1.5, 0.001}, {2.9, 0.001}, {3.6, 0.001}};
    const Played all = play(curves, plan, 1);
    plan.race = {0, 0, 0};
    const Played first = play(curves, plan, 1);
    CHECK(first.points.point(0).holds == all.points.point(0).holds);
    CHECK(first.points.point(0).broken == all.points.point(0).broken);
    CHECK(first.replications < all.replications);
    CHECK(low_end(first.points.point(1), plan) >= plan.heights[*first.points.point(0).holds]);
}

TEST_CASE("Findings that contradict each other widen the interval and are told") {
    BreakingPlan plan = plan_of({1, 2, 3, 4, 5});
    plan.items = 1;
    BreakingPoints points(plan);
    const std::vector<bool> holds{true, false, true, false, false};
    for (std::size_t h = 0; h < holds.size(); ++h) points.tell({h, 0, 8}, std::vector<BreakingPoints::Held>(8, {holds[h]}));
    const BreakingPoint found = points.point(0);
    CHECK(found.contradicted);
    CHECK(found.holds == std::size_t{0});
    CHECK(found.broken == std::size_t{3});
    // Pooled, the two in the middle hold as often as not: the point is where the curve leaves one half.
    CHECK(*found.height == Approx(3));
}

TEST_CASE("A ladder rises by steps of the height, from its first to its most") {
    CHECK(ladder(1, 0.1, 1.4) == std::vector<double>{1, 1.1, 1.21, 1.33, 1.4});
    CHECK(ladder(0, 0.5, 2) == std::vector<double>{0, 0.5, 1, 1.5, 2});
    CHECK(ladder(1, 0.001, 1.02).size() == 3);  // no two closer than one hundredth
}
