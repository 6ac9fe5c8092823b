// A fingerprint of any strength is that of one global sequence of events, however sites and replications
// are spread over threads.

#include <catch2/catch.hpp>
#include <set>
#include <vector>

#include "bench/kernel/phold.hpp"
#include "engine/base/witness.hpp"
#include "engine/kernel/window.hpp"
#include "engine/office/replication.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/parallel/window_team.hpp"
#include "tests/support/chatterbox.hpp"
#include "tests/support/record_digest.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

/// Windows on a team that shares every one of them.
auto together(unsigned threads) {
    return [threads](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
        with_threads(threads, [&] {
            run_windows_together(sites, lookahead, horizon, {.threads = threads, .worth_sharing = 0});
        });
    };
}

template <class TakeTurns>
std::uint64_t fingerprint_of_phold(FingerprintStrength strength, TakeTurns take_turns) {
    bench::Phold phold({.processes = 300, .remote = 0.5, .lookahead = 0.2, .ticks = 10}, 13);
    for (Site* site : phold.sites()) site->sim.set_fingerprint_strength(strength);
    take_turns(phold.sites(), phold.lookahead(), phold.horizon(12));
    std::uint64_t all = 0;
    for (const Site* site : phold.sites()) all = combine(all, site->sim.fingerprint());
    return all;
}

}  // namespace

TEST_CASE("Chatting sites have the same fingerprint of any strength in one sequence, in windows and on a team") {
    test::ChatModel model;
    model.sites = 20;
    model.grid_us = 10;
    model.lookahead_us = 50;
    std::set<std::uint64_t> seen;
    for (const FingerprintStrength strength : kFingerprintStrengths) {
        const test::ChatResult oracle = test::chat_all(model, run_serially, strength);
        CHECK(oracle.events > 1000);
        CHECK(seen.insert(oracle.fingerprint).second);  // another strength, another fingerprint
        CHECK(test::chat_all(model, run_windows, strength) == oracle);
        for (const unsigned threads : {1u, 2u, 7u}) CHECK(test::chat_all(model, together(threads), strength) == oracle);
    }
    CHECK(present_witness == nullptr);
}

TEST_CASE("PHOLD's sites have the same fingerprint of any strength in one sequence, in windows and on a team") {
    for (const FingerprintStrength strength : kFingerprintStrengths) {
        const std::uint64_t oracle = fingerprint_of_phold(strength, run_serially);
        CHECK(fingerprint_of_phold(strength, run_windows) == oracle);
        for (const unsigned threads : {1u, 2u, 7u}) CHECK(fingerprint_of_phold(strength, together(threads)) == oracle);
    }
}

TEST_CASE("A county's record has the same fingerprint of any strength, which changes nothing else in it") {
    const Scenario scenario = test::tiny_county(3);
    const World world(scenario);
    RunRecord weak = run_replication(world, 3, run_serially);
    std::set<std::uint64_t> seen;
    for (const FingerprintStrength strength : kFingerprintStrengths) {
        const RunRecord oracle = run_replication(world, 3, run_serially, strength);
        CHECK(seen.insert(oracle.fingerprint).second);
        weak.fingerprint = oracle.fingerprint;
        CHECK(test::digest(oracle) == test::digest(weak));
        CHECK(test::digest(run_replication(world, 3, run_windows, strength)) == test::digest(oracle));
        for (const unsigned threads : {1u, 2u, 7u})
            CHECK(test::digest(run_replication(world, 3, together(threads), strength)) == test::digest(oracle));
    }
}

TEST_CASE("Replications side by side or on a team have the fingerprints of any strength that they have alone",
          "[not_with_thread]") {
    const Scenario scenario = test::tiny_county(2);
    const World world(scenario);
    for (const FingerprintStrength strength : kFingerprintStrengths) {
        std::vector<std::uint64_t> oracle;
        for (std::uint32_t r = 0; r < 4; ++r)
            oracle.push_back(test::digest(run_replication(world, r, run_serially, strength)));
        for (const auto how : {Parallelism::automatic, Parallelism::replications, Parallelism::windows}) {
            for (const unsigned threads : {1u, 2u, 7u}) {
                std::vector<std::uint64_t> records;
                RunPlan plan{.replications = 4,
                             .threads = threads,
                             .cancelled = {},
                             .parallelism = how,
                             .fingerprint = strength};
                run_replications(world, plan, [&](const RunRecord& r) { records.push_back(test::digest(r)); });
                CHECK(records == oracle);
            }
        }
    }
}

TEST_CASE("Only draws see that another random number was made on the way to the same events") {
    const Scenario scenario = test::tiny_county(1);
    const World world(scenario);
    const auto fingerprint = [&](FingerprintStrength strength, bool one_more) {
        struct Curious final : Trigger {
            StreamAddress address{.seed = 1};
            bool draws = false;
            void fire() override {
                if (draws) block_of(address, 0);
            }
        } curious;
        curious.draws = one_more;
        const auto turns = [&](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
            sites[0]->sim.schedule(midnight(3), Rank::step, curious);
            together(2)(sites, lookahead, horizon);
        };
        return run_replication(world, 0, turns, strength).fingerprint;
    };
    CHECK(fingerprint(FingerprintStrength::time, true) == fingerprint(FingerprintStrength::time, false));
    CHECK(fingerprint(FingerprintStrength::events, true) == fingerprint(FingerprintStrength::events, false));
    CHECK(fingerprint(FingerprintStrength::draws, true) != fingerprint(FingerprintStrength::draws, false));
}

}  // namespace skranke
