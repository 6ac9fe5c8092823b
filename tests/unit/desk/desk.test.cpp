#include "engine/desk/desk.hpp"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "engine/kernel/flow.hpp"

using namespace skranke;

namespace {

/// A counter whose visitors write down what happened to them, in order.
struct Counter {
    Simulator sim;
    Desk desk{sim, 1};
    std::vector<std::string> told;

    ~Counter() { sim.end_all(); }
    void tell(const std::string& who, const std::string& what) {
        told.push_back(who + " " + what + " " + std::to_string(sim.now().us / 60'000'000));
    }
};

constexpr Duration after(int m) { return minutes(m); }

Flow visitor(Counter& c, std::string who, int comes, int stays, int patience = 0, int priority = 0,
             Stay stay = Stay::until_closing, int since = -1) {
    co_await c.sim.until(Instant{} + after(comes), Rank::arrival);
    const Instant leaves = patience > 0 ? c.sim.now() + after(patience) : kNever;
    const Instant place = since < 0 ? kNever : Instant{} + after(since);
    const Turn turn = co_await c.desk.seize(priority, leaves, stay, place);
    if (turn != Turn::started) {
        c.tell(who, turn == Turn::left ? "left" : "sent home");
        co_return;
    }
    c.tell(who, "started");
    co_await c.sim.delay(after(stays), Rank::finish);
    c.desk.release();
}

Flow at(Counter& c, int when, void (*act)(Desk&)) {
    co_await c.sim.until(Instant{} + after(when), Rank::calendar);
    act(c.desk);
}

std::vector<std::string> told(Counter& c) {
    c.sim.run_before(midnight(1));
    return c.told;
}

using Told = std::vector<std::string>;

}  // namespace

TEST_CASE("Who comes first is served first, lower priority numbers before", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 10, 0, 3);
    visitor(c, "b", 1, 10, 0, 3);
    visitor(c, "c", 2, 10, 0, 1);
    CHECK(told(c) == Told{"a started 0", "c started 10", "b started 20"});
}

TEST_CASE("Who comes back keeps her place by the time she first came", "[office][desk]") {
    Counter c;
    visitor(c, "a", 10, 10, 0, 3);
    visitor(c, "b", 11, 10, 0, 3);
    visitor(c, "c", 12, 10, 0, 3);
    visitor(c, "returning", 13, 10, 0, 3, Stay::until_closing, 5);
    visitor(c, "between", 14, 10, 0, 3, Stay::until_closing, 11);
    CHECK(told(c) == Told{"a started 10", "returning started 20", "b started 30", "between started 40", "c started 50"});
}

TEST_CASE("Patience ends on the minute, but who is served in that instant does not leave", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 10);
    visitor(c, "served", 1, 10, 9);
    visitor(c, "leaves", 2, 10, 9);
    CHECK(told(c) == Told{"a started 0", "served started 10", "leaves left 11"});
}

TEST_CASE("A later visitor with less patience leaves before an earlier one with more", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 100);
    visitor(c, "patient", 1, 1, 50);
    visitor(c, "hasty", 2, 1, 5);
    visitor(c, "hastier", 3, 1, 1);
    CHECK(told(c) == Told{"a started 0", "hastier left 4", "hasty left 7", "patient left 51"});
    CHECK(c.desk.counts().left == 3);
}

TEST_CASE("Closing time sends home those in line, not those being served or staying overnight", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 30);
    visitor(c, "waits", 1, 5);
    visitor(c, "stays", 2, 5, 0, 0, Stay::overnight);
    at(c, 10, [](Desk& d) { d.close(Desk::Closing::send_home); });
    at(c, 60, [](Desk& d) { d.open(); });
    CHECK(told(c) == Told{"a started 0", "waits sent home 10", "stays started 60"});
}

TEST_CASE("A desk that serves its line at closing takes those inside and nobody after", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 30);
    visitor(c, "inside", 1, 5);
    visitor(c, "late", 40, 5);
    at(c, 10, [](Desk& d) { d.close(Desk::Closing::serve_line); });
    CHECK(told(c) == Told{"a started 0", "inside started 30"});
    CHECK(c.desk.waiting() == 1);
}

TEST_CASE("Leaving at closing time counts as sent home, not as hanging up", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 30);
    visitor(c, "b", 1, 5, 9);  // patience would end in the instant of closing
    at(c, 10, [](Desk& d) { d.close(Desk::Closing::send_home); });
    CHECK(told(c) == Told{"a started 0", "b sent home 10"});
}

TEST_CASE("Fewer heads than are busy: the surplus goes when it is freed", "[office][desk]") {
    Counter c;
    c.desk.set_heads(2);
    visitor(c, "a", 0, 10);
    visitor(c, "b", 0, 20);
    visitor(c, "c", 1, 5);
    at(c, 5, [](Desk& d) { d.set_heads(1); });
    CHECK(told(c) == Told{"a started 0", "b started 0", "c started 20"});
    CHECK(c.desk.busy() == 0);
}

TEST_CASE("Busy and staffed time are counted inside working hours only", "[office][desk]") {
    Counter c;
    visitor(c, "a", 0, 30);
    at(c, 20, [](Desk& d) { d.close(Desk::Closing::send_home); });
    at(c, 100, [](Desk& d) { d.open(); });
    at(c, 160, [](Desk& d) { d.set_heads(1); });
    told(c);
    CHECK(c.desk.counts().busy_us == minutes(20).us);
    CHECK(c.desk.counts().staffed_us == minutes(20 + 60).us);
}

TEST_CASE("Every arrival is started, left, sent home or still in line", "[office][desk]") {
    Counter c;
    for (int i = 0; i < 50; ++i) visitor(c, "v", i % 17, 3 + i % 5, 5 + i % 7);
    at(c, 16, [](Desk& d) { d.close(Desk::Closing::send_home); });
    at(c, 18, [](Desk& d) { d.open(); });
    c.sim.run_before(Instant{} + after(19));
    const DeskWeek& n = c.desk.counts();
    CHECK(n.arrived == n.started + n.left + n.sent_home + c.desk.waiting());
    CHECK(n.left > 0);
    CHECK(n.sent_home > 0);
}
