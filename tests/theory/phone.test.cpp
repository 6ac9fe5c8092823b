// Virtual hold where it makes no difference, and where nobody is offered it. How it is solved in between:
// models/virtual_hold.cpp.

#include <array>
#include <catch2/catch.hpp>

#include "tests/theory/models/virtual_hold.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

RunRecord play_at_centre(const Line& line, std::uint32_t replication) {
    const Scenario scenario = scenario_of(line, Channel::phone, DeskKind::contact_centre);
    return run_replication(World(scenario), replication);
}

}  // namespace

TEST_CASE("If all accept to be called back and none misses it, the line is that of people who never hang up",
          "[theory]") {
    const auto play = [](const Line& line) { return play_at_centre(line, 3); };
    const auto work = [](const RunRecord& record) {
        DeskWeek total;
        for (const DeskWeek& week : record.desks) total += week;
        return std::array{total.started, static_cast<std::uint64_t>(total.wait_us),
                          static_cast<std::uint64_t>(total.busy_us)};
    };
    const RunRecord plain = play({.patience = 0, .offer_after = 0});
    const RunRecord held = play({.patience = 0, .offer_after = 0.01, .accepts = 1, .missed = 0});
    CHECK(held.fingerprint == plain.fingerprint);
    CHECK(work(held) == work(plain));
    CHECK(work(play({.patience = 0, .offer_after = 0.01, .accepts = 1, .missed = 0.1})) != work(plain));
}

TEST_CASE("Nobody is offered a callback while the expected wait is below the threshold", "[theory]") {
    Line line{.offer_after = 1440, .accepts = 1, .missed = 1};
    const RunRecord never = play_at_centre(line, 0);
    line.accepts = 0;
    CHECK(never.fingerprint == play_at_centre(line, 0).fingerprint);
    line = {.offer_after = 3.4, .accepts = 1, .missed = 1};  // from one person in line on
    CHECK(share_unmet(play_at_centre(line, 0), Reason::missed_callback) > 0.1);
}
