#include "engine/parallel/point_runner.hpp"

#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

#include "engine/office/replication.hpp"
#include "tests/support/record_digest.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

constexpr std::size_t kPoints = 5;
constexpr std::uint32_t kReplications = 3;

/// A county whose seed says which point it is.
Scenario at_point(std::size_t point) {
    Scenario scenario = test::tiny_county(2);
    scenario.seed = 100 + point;
    return scenario;
}

struct Kept {
    std::vector<std::size_t> points;
    std::vector<std::uint32_t> replications;
    std::vector<std::uint64_t> digests;
    bool complete = false;
};

Kept run(const PointPlan& plan) {
    Kept kept;
    kept.complete = run_points(plan, at_point, [&](std::size_t point, const World& world, const RunRecord& record) {
        CHECK(world.scenario.seed == 100 + point);
        kept.points.push_back(point);
        kept.replications.push_back(record.key.replication);
        kept.digests.push_back(test::digest(record));
    });
    return kept;
}

PointPlan plan_of(unsigned threads) { return {.points = kPoints, .replications = kReplications, .threads = threads, .cancelled = {}}; }

}  // namespace

TEST_CASE("Points are played and kept in order, each replication as if it were alone, on any number of threads", "[not_with_thread]") {
    std::vector<std::uint64_t> alone;
    for (std::size_t p = 0; p < kPoints; ++p) {
        const Scenario scenario = at_point(p);
        const World world(scenario);
        for (std::uint32_t r = 0; r < kReplications; ++r) alone.push_back(test::digest(run_replication(world, r)));
    }
    for (const unsigned threads : {1u, 2u, 7u}) {
        const Kept kept = run(plan_of(threads));
        CHECK(kept.complete);
        CHECK(kept.digests == alone);
        for (std::size_t i = 0; i < kept.points.size(); ++i) {
            CHECK(kept.points[i] == i / kReplications);
            CHECK(kept.replications[i] == i % kReplications);
        }
    }
    CHECK(alone[0] != alone[kReplications]);
}

TEST_CASE("A sweep that is cancelled keeps whole replications in order and says that it is not complete", "[not_with_thread]") {
    PointPlan plan = plan_of(2);
    std::atomic<int> asked{0};
    plan.cancelled = [&] { return ++asked > 7; };
    const Kept kept = run(plan);
    CHECK_FALSE(kept.complete);
    CHECK(kept.points.size() == 7);
}

TEST_CASE("A point that cannot be made ends the sweep, and so does a disk that is full", "[not_with_thread]") {
    const auto nothing = [](std::size_t, const World&, const RunRecord&) {};
    const auto broken = [](std::size_t point) -> Scenario {
        if (point == 3) throw std::runtime_error("no such point");
        return at_point(point);
    };
    const auto full = [](std::size_t, const World&, const RunRecord&) { throw std::runtime_error("no space left"); };
    for (const unsigned threads : {1u, 2u}) {
        CHECK_THROWS_WITH(run_points(plan_of(threads), broken, nothing), "no such point");
        CHECK_THROWS_WITH(run_points(plan_of(threads), at_point, full), "no space left");
    }
}

TEST_CASE("Chosen replications are kept in the order that they were asked for", "[not_with_thread]") {
    const std::vector<PlayedPoint> wanted{{3, 5}, {3, 2}, {0, 7}, {4, 0}};
    for (const unsigned threads : {1u, 3u}) {
        std::vector<std::pair<std::size_t, std::uint32_t>> kept;
        CHECK(run_chosen(wanted, {.threads = threads, .cancelled = {}}, at_point, [&](std::size_t point, const World& world, const RunRecord& record) {
            CHECK(world.scenario.seed == 100 + point);
            CHECK(test::digest(record) == test::digest(run_replication(world, record.key.replication)));
            kept.emplace_back(point, record.key.replication);
        }));
        REQUIRE(kept.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) CHECK(kept[i] == std::pair(wanted[i].point, wanted[i].replication));
    }
}

}  // namespace skranke
