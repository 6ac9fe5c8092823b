// What must not change a record: how sites are interleaved, and who else is in the scenario.

#include <catch2/catch.hpp>
#include <initializer_list>
#include <vector>

#include "engine/office/replication.hpp"
#include "tests/support/record_digest.hpp"
#include "tests/support/full_county.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke {

namespace {

/// Runs the municipalities of these numbers, in this order. \return digests of their parts of the record
std::vector<std::uint64_t> places(std::initializer_list<std::size_t> numbers, double shared_positions) {
    Scenario scenario = test::tiny_county(0);
    for (std::size_t kind = kOfficeDesks; kind < kDeskKinds; ++kind) {
        scenario.desks[kind].positions = Timeline{shared_positions};
        scenario.desks[kind].absence = Timeline{0.0};
    }
    for (const std::size_t number : numbers) test::add_municipality(scenario, number);
    const World world(scenario);
    const RunRecord record = run_replication(world, 0);
    std::vector<std::uint64_t> digests;
    for (std::size_t i = 0; i < numbers.size(); ++i)
        digests.push_back(test::digest_of_place(record, world.shape, i, i, kOfficeDesks));
    return digests;
}

}  // namespace

TEST_CASE("Windows and one global sequence of events leave the same record") {
    Scenario scenario = test::tiny_county();
    for (const double message_min : {1.0, 0.25, 15.0}) {
        scenario.message_delay_min = message_min;
        const World world(scenario);
        for (std::uint32_t replication = 0; replication < 2; ++replication) {
            const RunRecord windows = run_replication(world, replication, run_windows);
            const RunRecord serial = run_replication(world, replication, run_serially);
            CHECK(windows.persons > 1000);
            CHECK(windows.fingerprint == serial.fingerprint);
            CHECK(test::digest(windows) == test::digest(serial));
        }
    }
}

TEST_CASE("With every mechanism at once, windows and one global sequence of events leave the same record") {
    const Scenario scenario = test::full_county();
    const World world(scenario);
    for (std::uint32_t replication = 0; replication < 3; ++replication) {
        const RunRecord windows = run_replication(world, replication, run_windows);
        const RunRecord serial = run_replication(world, replication, run_serially);
        CHECK(windows.persons > 1000);
        CHECK(check_conservation(windows) < 0);
        CHECK(windows.fingerprint == serial.fingerprint);
        CHECK(test::digest(windows) == test::digest(serial));
        for (const std::size_t policy : {0, 1}) {
            std::uint64_t starts = 0;
            for (std::size_t site = 0; site < world.sites(); ++site)
                starts += windows.policies[policy * world.sites() + site].starts;
            CHECK(starts > 0);
        }
    }
}

TEST_CASE("The fingerprint tells apart scenarios that differ in one number") {
    Scenario scenario = test::tiny_county(2);
    const std::uint64_t base = run_replication(World(scenario), 0).fingerprint;
    scenario.services[0].effort_min = Timeline{90.001};
    CHECK(run_replication(World(scenario), 0).fingerprint != base);
}

TEST_CASE("Another municipality does not touch the others where shared desks have room for all",
          "[not_with_thread]") {
    constexpr double kNoLimit = 1e6;
    const auto two = places({1, 3}, kNoLimit);
    const auto three = places({1, 3, 0}, kNoLimit);
    const auto reordered = places({2, 3, 1}, kNoLimit);
    CHECK(three[0] == two[0]);
    CHECK(three[1] == two[1]);
    CHECK(reordered[2] == two[0]);
    CHECK(reordered[1] == two[1]);

    // Where people wait for each other it does.
    CHECK(places({1, 3, 0}, 8)[0] != places({1, 3}, 8)[0]);
}

}  // namespace skranke
