// PHOLD, with ties and without: each process's trajectory is the serial oracle's, whatever the number
// of threads and of parts that the processes are spread over.

#include "bench/kernel/phold.hpp"

#include <catch2/catch.hpp>

#include "engine/kernel/window.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/parallel/window_team.hpp"

namespace skranke {

namespace {

using bench::Phold;
using bench::PholdModel;

constexpr double kTime = 12;

struct Course {
    std::uint64_t fingerprint = 0, events = 0;
    bool operator==(const Course&) const = default;
};

Course serially(const PholdModel& model, std::uint32_t parts) {
    Phold phold(model, parts);
    run_serially(phold.sites(), phold.lookahead(), phold.horizon(kTime));
    return {phold.fingerprint(), phold.events()};
}

Course together(const PholdModel& model, std::uint32_t parts, unsigned threads) {
    Phold phold(model, parts);
    with_threads(threads, [&] {
        run_windows_together(phold.sites(), phold.lookahead(), phold.horizon(kTime),
                             {.threads = threads, .worth_sharing = 0});
    });
    return {phold.fingerprint(), phold.events()};
}

}  // namespace

TEST_CASE("PHOLD's processes do the same on any number of threads and parts, for any share of remote events") {
    for (const double remote : {0.1, 0.5, 0.9}) {
        for (const double lookahead : {0.1, 0.5, 1.0}) {
            const PholdModel model{.processes = 1000, .remote = remote, .lookahead = lookahead};
            const Course oracle = serially(model, 1);
            CHECK(oracle.events > 10'000);
            CHECK(serially(model, 7) == oracle);
            for (const unsigned threads : {1u, 2u, 3u, 7u})
                for (const std::uint32_t parts : {1u, 2u, 13u, 64u}) REQUIRE(together(model, parts, threads) == oracle);
        }
    }
}

TEST_CASE("PHOLD on ten instants a unit of time, so that everything ties, does the same as well") {
    const PholdModel model{.processes = 300, .start_events = 3, .remote = 0.5, .lookahead = 0.2, .ticks = 10};
    const Course oracle = serially(model, 1);
    for (const unsigned threads : {2u, 7u})
        for (const std::uint32_t parts : {1u, 5u, 300u}) CHECK(together(model, parts, threads) == oracle);
}

TEST_CASE("PHOLD with as many processes as an order word can name") {
    const PholdModel model{.processes = 1 << 20, .remote = 0.3};
    const auto run = [&](std::uint32_t parts) {
        Phold phold(model, parts);
        run_windows(phold.sites(), phold.lookahead(), phold.horizon(0.4));
        return Course{phold.fingerprint(), phold.events()};
    };
    const Course few = run(64);
    CHECK(few.events > 200'000);
    CHECK(few == run(1000));
}

TEST_CASE("PHOLD's fingerprint notices another seed, share of remote events and lookahead") {
    const PholdModel model{.processes = 200};
    const Course base = serially(model, 4);
    PholdModel other = model;
    other.seed = 2;
    CHECK(serially(other, 4).fingerprint != base.fingerprint);
    other = model;
    other.remote = 0.51;
    CHECK(serially(other, 4).fingerprint != base.fingerprint);
    other = model;
    other.lookahead = 0.1001;
    CHECK(serially(other, 4).fingerprint != base.fingerprint);
}

}  // namespace skranke
