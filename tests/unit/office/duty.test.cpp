// Which heads a rota takes, and what head-time a desk with one has.

#include "engine/office/staffing/duty.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

TEST_CASE("Two half shifts share any number of heads between them, each head in one", "[office]") {
    const Rota rota{{{{}, 480, 720, 0.5}, {{}, 720, 960, 0.5}}, {}, {}};
    for (std::size_t heads = 0; heads < 8; ++heads) {
        const Crew crew(heads, Whereabouts::at_work);
        CHECK(heads_on_duty(rota, 0, 480, crew) + heads_on_duty(rota, 0, 720, crew) == static_cast<int>(heads));
        CHECK(heads_on_duty(rota, 0, 960, crew) == 0);
    }
}

TEST_CASE("A head who is absent leaves her shift short, and no other", "[office]") {
    const Rota rota{{{{}, 480, 720, 0.5}, {{}, 720, 960, 0.5}}, {{{}, 600, 615, 0.25}}, {}};
    CHECK(duty_changes(rota, 0, 480, 960) == std::vector<int>{600, 615, 720});
    const Crew crew{Whereabouts::at_work, Whereabouts::away, Whereabouts::at_work, Whereabouts::at_home};
    // The first two have the early shift, the first a break
    CHECK(heads_on_duty(rota, 0, 480, crew) == 1);
    CHECK(heads_on_duty(rota, 0, 600, crew) == 0);
    CHECK(heads_on_duty(rota, 0, 720, crew) == 2);
}

TEST_CASE("Present head-time of a desk is what its rota says, hour by hour", "[office]") {
    Scenario s = tiny_county(1);
    s.holidays.clear();
    for (auto& service : s.services) service.per_1000_week = Timeline{0.0};
    DeskRules& desk = s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
    desk.absence = Timeline{0.0};
    desk.per_1000_adults = Timeline{0.0};
    desk.positions = Timeline{4};
    const auto staffed_hours = [&] {
        const World world(s);
        const RunRecord record = run_replication(world, 0);
        return static_cast<double>(
                   record.desks[world.desk_index(0, DeskKind::casework) * world.shape.weeks].staffed_us) /
               3600e6;
    };
    CHECK(staffed_hours() == 4 * 7 * 5);
    desk.rota.breaks = {{{}, 690, 720, 0.5}, {{}, 720, 750, 0.5}};
    CHECK(staffed_hours() == 4 * 6.5 * 5);
    desk.rota.meetings = {{{2, 2}, 540, 600, 1}};
    CHECK(staffed_hours() == 4 * 6.5 * 5 - 4);
    desk.rota.shifts = {{{0, 3}, 480, 900, 0.75}};
    CHECK(staffed_hours() == 3 * 7 * 4 - 4 * (2 * 0.5 + 1 * 0.5) - 3);
}
