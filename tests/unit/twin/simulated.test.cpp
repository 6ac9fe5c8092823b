// The twin's formulas against the simulator, on worlds where they are exact: a phone that never closes.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/twin/formulas/erlang.hpp"
#include "tests/theory/tiny_world.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kBand = 5.0;
constexpr double kBetween = 3, kTalk = 8, kPatience = 6;
constexpr int kHeads = 3;

/// The office answers its own phone: three clerks, two may wait.
Scenario phone() {
    Scenario s = tiny_world(Channel::phone, kBetween, 12);
    s.phone_answered_by = AnsweredBy::office;
    desk_of(s, DeskKind::duty_phone).positions = Timeline{kHeads};
    rules_of(s, Channel::phone).talk_min = Timeline{kTalk};
    rules_of(s, Channel::phone).patience_min = kPatience;
    rules_of(s, Channel::phone).room = Timeline{2};
    return s;
}

struct Measured {
    Replicates wait, left, refused, occupancy;
};

Measured simulate(const Scenario& s) {
    const World world(s);
    Measured m;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
        const DeskWeek total = desk_total(world, run_replication(world, r), DeskKind::duty_phone);
        const auto arrived = static_cast<double>(total.arrived + total.refused);
        m.wait.add(static_cast<double>(total.wait_us) / static_cast<double>(total.started) / 60e6);
        m.left.add(static_cast<double>(total.left) / arrived);
        m.refused.add(static_cast<double>(total.refused) / arrived);
        m.occupancy.add(static_cast<double>(total.busy_us) / static_cast<double>(total.staffed_us));
    }
    return m;
}

}  // namespace

TEST_CASE("A simulated phone waits, loses, refuses and works as its formula says", "[twin]") {
    const LineModel model{
        .arrivals_per_min = 1 / kBetween, .service_min = kTalk, .heads = kHeads, .patience_min = kPatience, .room = 2};
    const Measured m = simulate(phone());
    const LineAnswer a = stationary_line(model);
    CHECK(std::abs(m.wait.z(a.wait_served_min)) < kBand);
    CHECK(std::abs(m.left.z(a.left)) < kBand);
    CHECK(std::abs(m.refused.z(a.refused)) < kBand);
    CHECK(std::abs(m.occupancy.z(a.occupancy)) < kBand);

    SECTION("and three percent off is noticed") {
        LineModel off = model;
        off.service_min *= 1.03;
        CHECK(std::abs(m.occupancy.z(stationary_line(off).occupancy)) > kBand);
        CHECK(std::abs(m.refused.z(stationary_line(off).refused)) > kBand);
        off = model;
        off.patience_min *= 1.03;
        CHECK(std::abs(m.left.z(stationary_line(off).left)) > kBand);
        CHECK(std::abs(m.wait.z(stationary_line(off).wait_served_min)) > kBand);
    }
}
