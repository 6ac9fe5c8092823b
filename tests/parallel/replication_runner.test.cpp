#include "engine/parallel/replication_runner.hpp"

#include <algorithm>
#include <atomic>
#include <catch2/catch.hpp>
#include <stdexcept>
#include <vector>

#include "engine/office/replication.hpp"
#include "tests/support/record_digest.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

struct Experiment {
    std::uint64_t fingerprint = 0;
    std::vector<std::uint64_t> records;  ///< digests, in the order they were kept
    std::vector<std::uint32_t> replications;
    bool complete = false;
};

Experiment run(const Scenario& scenario, const RunPlan& plan) {
    Experiment experiment;
    experiment.complete = run_replications(scenario, plan, [&](const RunRecord& record) {
        experiment.fingerprint = combine(experiment.fingerprint, record.fingerprint);
        experiment.records.push_back(test::digest(record));
        experiment.replications.push_back(record.key.replication);
    });
    return experiment;
}

RunPlan plan_of(std::uint32_t replications, unsigned threads) {
    RunPlan plan;
    plan.replications = replications;
    plan.threads = threads;
    return plan;
}

}  // namespace

TEST_CASE("One, two and seven threads give the same fingerprint and the same records, in order", "[not_with_thread]") {
    constexpr std::uint32_t kReplications = 15;
    const Scenario scenario = test::tiny_county(3);
    const Experiment alone = run(scenario, plan_of(kReplications, 1));
    REQUIRE(alone.complete);
    REQUIRE(alone.records.size() == kReplications);
    for (std::uint32_t r = 0; r < kReplications; ++r) CHECK(alone.replications[r] == r);
    for (const unsigned threads : {2u, 7u}) {
        const Experiment together = run(scenario, plan_of(kReplications, threads));
        CHECK(together.complete);
        CHECK(together.fingerprint == alone.fingerprint);
        CHECK(together.records == alone.records);
        CHECK(together.replications == alone.replications);
    }
}

TEST_CASE("A run that has enough keeps no more, on any number of threads", "[not_with_thread]") {
    const Scenario scenario = test::tiny_county(2);
    for (const unsigned threads : {1u, 2u, 7u}) {
        std::vector<std::uint32_t> kept;
        RunPlan plan = plan_of(1000, threads);
        plan.enough = [&] { return kept.size() == 5; };
        CHECK(run_replications(scenario, plan, [&](const RunRecord& record) { kept.push_back(record.key.replication); }));
        CHECK(kept == std::vector<std::uint32_t>{0, 1, 2, 3, 4});
    }
}

TEST_CASE("A replication run alone is the one inside a run, from any first replication", "[not_with_thread]") {
    const Scenario scenario = test::tiny_county(2);
    const World world(scenario);
    const Experiment all = run(scenario, plan_of(6, 2));
    for (std::uint32_t r = 0; r < 6; ++r) CHECK(test::digest(run_replication(world, r)) == all.records[r]);

    RunPlan tail = plan_of(2, 2);
    tail.first = 4;
    CHECK(run(scenario, tail).records == std::vector<std::uint64_t>(all.records.begin() + 4, all.records.end()));
}

TEST_CASE("Replications and seeds differ from each other", "[not_with_thread]") {
    Scenario scenario = test::tiny_county(1);
    const Experiment first = run(scenario, plan_of(2, 1));
    CHECK(first.records[0] != first.records[1]);
    ++scenario.seed;
    CHECK(run(scenario, plan_of(1, 1)).fingerprint != run(test::tiny_county(1), plan_of(1, 1)).fingerprint);
}

TEST_CASE("A run that is cancelled has kept the first replications, in order, and says so", "[not_with_thread]") {
    const Scenario scenario = test::tiny_county(1);
    const Experiment all = run(scenario, plan_of(40, 1));
    for (const unsigned threads : {1u, 2u, 7u}) {
        RunPlan plan = plan_of(40, threads);
        std::atomic<int> asked{0};
        plan.cancelled = [&] { return ++asked > 5; };
        const Experiment part = run(scenario, plan);
        CHECK_FALSE(part.complete);
        REQUIRE(part.records.size() == 5);
        CHECK(std::equal(part.records.begin(), part.records.end(), all.records.begin()));
    }
    RunPlan never_started = plan_of(40, 2);
    never_started.cancelled = [] { return true; };
    CHECK(run(scenario, never_started).records.empty());
}

TEST_CASE("An exception from whoever keeps the records ends the run and is passed on", "[not_with_thread]") {
    const Scenario scenario = test::tiny_county(1);
    for (const unsigned threads : {1u, 2u, 7u}) {
        std::uint32_t kept = 0;
        const auto full_disk = [&](const RunRecord&) {
            if (++kept == 4) throw std::runtime_error("no space left on device");
        };
        CHECK_THROWS_WITH(run_replications(scenario, plan_of(50, threads), full_disk), "no space left on device");
        CHECK(kept == 4);
    }
}

}  // namespace skranke
