// One replication on several threads: the trajectory of one global sequence of events, whatever the
// number of threads and parts.

#include "engine/parallel/window_team.hpp"

#include <catch2/catch.hpp>
#include <memory>
#include <vector>

#include "engine/kernel/window.hpp"
#include "engine/office/replication.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/parallel/threads.hpp"
#include "tests/support/broken_contract.hpp"
#include "tests/support/chatterbox.hpp"
#include "tests/support/record_digest.hpp"
#include "tests/support/full_county.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

/// Windows on a team: every window is shared unless the plan says otherwise.
auto together(TeamPlan plan) {
    return [plan](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
        with_threads(plan.threads, [&] { run_windows_together(sites, lookahead, horizon, plan); });
    };
}

constexpr std::uint64_t kShareAll = 0, kShareNone = 1'000'000'000;

}  // namespace

TEST_CASE("A team of one, two, three or seven gives the trajectory of one sequence, for any number of parts") {
    test::ChatModel model;
    model.grid_us = 10;
    for (const std::uint32_t sites : {2u, 5u, 40u}) {
        for (const std::int64_t lookahead : {1, 5}) {
            model.sites = sites;
            model.lookahead_us = 10 * lookahead;
            ++model.seed;
            const test::ChatResult oracle = test::chat_all(model, run_serially);
            REQUIRE(oracle.received > 100);
            for (const unsigned threads : {1u, 2u, 3u, 7u})
                for (const unsigned parts : {0u, 1u, 2u, 3u, 8u, 100u})
                    REQUIRE(test::chat_all(model, together({threads, parts, {}, kShareAll})) == oracle);
        }
    }
}

TEST_CASE("Windows that are shared, windows that are not and a mixture of both give the same trajectory") {
    test::ChatModel model;
    model.sites = 20;
    const test::ChatResult oracle = test::chat_all(model, run_serially);
    for (const std::uint64_t worth : {kShareAll, std::uint64_t{12}, std::uint64_t{16}, std::uint64_t{20}, kShareNone})
        CHECK(test::chat_all(model, together({3, 6, {}, worth})) == oracle);
}

TEST_CASE("Weights move sites between parts and change nothing else") {
    test::ChatModel model;
    model.sites = 7;
    const test::ChatResult oracle = test::chat_all(model, run_serially);
    for (const std::vector<double>& weights :
         {std::vector<double>{9, 1, 1, 1, 1, 1, 1}, {0, 0, 0, 0, 0, 0, 0}, {1, 2, 3, 4, 5, 6, 7}})
        CHECK(test::chat_all(model, together({2, 3, weights, kShareAll})) == oracle);
}

TEST_CASE("The heaviest site is dealt out first, each to the part that has least") {
    CHECK(deal_out(std::vector<double>{1, 5, 3, 3}, 2) == std::vector<std::uint32_t>{0, 0, 1, 1});
    CHECK(deal_out(std::vector<double>{2, 2, 2, 2}, 4) == std::vector<std::uint32_t>{0, 1, 2, 3});
    CHECK(deal_out(std::vector<double>{}, 3).empty());
}

TEST_CASE("A run that stops and goes on is the run that did not stop") {
    test::ChatModel model;
    model.sites = 9;
    const auto in_turns = [](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
        for (std::int64_t us = 0; us <= horizon.us; us += 125)
            together({3, 4, {}, kShareAll})(sites, lookahead, Instant{us});
    };
    CHECK(test::chat_all(model, in_turns) == test::chat_all(model, run_serially));
}

TEST_CASE("Fewer threads than a team was planned for finish its work") {
    test::ChatModel model;
    model.sites = 9;
    const auto alone = [](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
        with_threads(1, [&] { run_windows_together(sites, lookahead, horizon, {7, 9, {}, kShareAll}); });
    };
    CHECK(test::chat_all(model, alone) == test::chat_all(model, run_serially));
}

TEST_CASE("A message faster than the lookahead breaks a contract of a team's too") {
    test::ChatModel model;
    const auto too_long = [](std::span<Site* const> sites, Duration lookahead, Instant horizon) {
        with_threads(2, [&] { run_windows_together(sites, lookahead + Duration{1}, horizon, {2, 2, {}, kShareAll}); });
    };
    CHECK(test::breaks_a_contract([&] { test::chat_all(model, too_long); }));
    CHECK_FALSE(test::breaks_a_contract([&] { test::chat_all(model, together({2, 2, {}, kShareAll})); }));
}

TEST_CASE("A replication of a county leaves the same record on one, two, three and seven threads") {
    const Scenario scenario = test::tiny_county(6);
    const World world(scenario);
    const std::uint64_t oracle = test::digest(run_replication(world, 3, run_serially));
    for (const unsigned threads : {1u, 2u, 3u, 7u})
        for (const unsigned parts : {2u, 3u, 8u})
            CHECK(test::digest(run_replication(world, 3, together({threads, parts, {}, kShareAll}))) == oracle);
}

TEST_CASE("Replications side by side, by windows and in any mixture leave the same records, in order",
          "[not_with_thread]") {
    const Scenario scenario = test::tiny_county(3);
    const World world(scenario);
    std::vector<std::uint64_t> oracle;
    for (std::uint32_t r = 0; r < 4; ++r) oracle.push_back(test::digest(run_replication(world, r, run_serially)));
    for (const auto how : {Parallelism::automatic, Parallelism::replications, Parallelism::windows}) {
        for (const unsigned threads : {1u, 2u, 3u, 7u}) {
            std::vector<std::uint64_t> records;
            RunPlan plan{.replications = 4, .first = 0, .threads = threads, .cancelled = {}, .parallelism = how};
            run_replications(world, plan, [&](const RunRecord& record) { records.push_back(test::digest(record)); });
            CHECK(records == oracle);
        }
    }
}

TEST_CASE("A replication gets more threads than one only when fewer are left than threads, or if asked") {
    RunPlan plan{.replications = 10, .first = 0, .threads = 0, .cancelled = {}};
    CHECK(team_size(plan, 4, 0) == 1);
    CHECK(team_size(plan, 4, 7) == 1);  // three left: a fourth thread is nobody's whole share
    CHECK(team_size(plan, 4, 8) == 2);
    CHECK(team_size(plan, 4, 9) == 4);
    plan.parallelism = Parallelism::windows;
    CHECK(team_size(plan, 4, 0) == 4);
    plan.parallelism = Parallelism::replications;
    CHECK(team_size(plan, 4, 9) == 1);
}

TEST_CASE("A county with every mechanism at once leaves the same record on one, two, three and seven threads") {
    const Scenario scenario = test::full_county();
    const World world(scenario);
    const RunRecord oracle = run_replication(world, 1, run_serially);
    for (const unsigned threads : {1u, 2u, 3u, 7u})
        CHECK(test::digest(run_replication(world, 1, together({threads, 5, {}, kShareAll}))) == test::digest(oracle));
}

}  // namespace skranke
