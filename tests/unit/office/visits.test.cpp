// The appointment book, number tickets and help at the door, worked out by hand.

#include <catch2/catch.hpp>

#include "engine/office/contact/appointment_book.hpp"
#include "tests/support/one_place.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr auto kDoor = index_of(Channel::drop_in);
constexpr auto kReception = static_cast<std::size_t>(DeskKind::reception);

/// Everybody's need arises on the first Monday, and all come to the door the moment it opens, from nine to
/// eleven, to one clerk who takes fifty minutes: three a day.
Scenario monday_crowd(CloseRule at_closing) {
    Scenario s = one_place();
    s.warm_up_weeks = 0;
    s.services[0].per_1000_week.points = {{s.start, 0.5}, {s.start + std::chrono::days{7}, 0.0}};
    s.services[0].case_share = 0;
    s.demand.weekday_weight = {1, 0, 0, 0, 0, 0, 0};
    s.demand.hour_weight.fill(0);
    s.demand.hour_weight[6] = 1;
    s.groups[0].max_attempts = 1;
    ChannelRules& door = s.channels[kDoor];
    door.hours = same_hours(9 * 60, 11 * 60, 5);
    s.door_hours = {door.hours};
    door.arrive_within_min = 0;
    door.talk_min = Timeline{50};
    door.talk_cv = 0;
    door.at_closing = at_closing;
    DeskRules& reception = s.office_desks[0][kReception];
    reception = DeskRules{};
    reception.positions = Timeline{1};
    reception.hours = door.hours;
    return s;
}

}  // namespace

TEST_CASE("A day's meetings never exceed slots per clerk x clerks, and too many asking wait ever longer", "[office]") {
    Scenario s = one_place();
    s.appointments.slots_per_day = Timeline{4};
    s.appointments.lead_days = 1;
    s.appointments.longest_lead_days = 1000;
    s.channels[index_of(Channel::appointment)].hours = same_hours(9 * 60, 15 * 60, 7);
    s.office_desks[0][kReception] = DeskRules{};
    s.office_desks[0][kReception].positions = Timeline{2};
    const World world(s);
    const Levers levers(world, &world.offices[0]);
    AppointmentBook book(world, levers);
    for (std::int64_t day = 0; day < 30; ++day) {  // ten ask each day, for eight slots
        for (std::int64_t i = 0; i < 10; ++i)
            CHECK(day_of(book.book(midnight(day)).value()) == 1 + (10 * day + i) / 8);
    }
    for (std::int64_t day = 0; day < 60; ++day) CHECK(book.booked(day) == (day == 0 || day > 38 ? 0 : day == 38 ? 4 : 8));
}

TEST_CASE("With number tickets those in line at closing time are the first to be served when it opens again", "[office]") {
    const RunRecord record = run(monday_crowd(CloseRule::carry_over));
    const std::uint64_t people = cell(record).born;
    REQUIRE(people > 6);
    REQUIRE(people <= 15);  // all are served before the weekend
    std::int64_t access = 0, in_line = 0;
    for (std::uint64_t k = 0; k < people; ++k) {
        const auto day = static_cast<std::int64_t>(k / 3), place = static_cast<std::int64_t>(k % 3);
        access += day * 24 * 60 + place * 50;
        in_line += day * 120 + place * 50;
    }
    CHECK(cell(record).access.count == people);
    CHECK(cell(record).access.sum_us == minutes(static_cast<double>(access)).us);
    CHECK(channel(record, Channel::drop_in).wait.sum_us == minutes(static_cast<double>(in_line)).us);
    CHECK(channel(record, Channel::drop_in).attempts == people);
}

TEST_CASE("Without tickets those in line at closing time are sent home, or served after it", "[office]") {
    CHECK(channel(run(monday_crowd(CloseRule::send_home)), Channel::drop_in).reached == 3);
    const RunRecord served = run(monday_crowd(CloseRule::serve));
    CHECK(channel(served, Channel::drop_in).reached == cell(served).born);
    CHECK(cell(served).access.mean_min() == Approx(25.0 * static_cast<double>(cell(served).born - 1)).margin(1e-6));
}

TEST_CASE("A ticket is worth nothing at a door that stays shut", "[office]") {
    Scenario s = monday_crowd(CloseRule::carry_over);
    s.door_hours[0].periods.push_back({s.start + std::chrono::days{1}, {}});
    const RunRecord record = run(s);
    CHECK(channel(record, Channel::drop_in).reached == 3);
    CHECK(unmet(record, Reason::closed) == cell(record).born - 3);
}

TEST_CASE("Who cannot use the digital form is helped at home, or by a host at the door", "[office]") {
    Scenario s = one_place();
    s.warm_up_weeks = 0;
    s.services[0].prefers = {1};
    s.services[0].case_share = 0;
    s.municipalities[0].digital_form_from = s.start - std::chrono::days{1};
    s.groups[0].able[index_of(Channel::digital)] = Timeline{0.0};
    s.groups[0].max_attempts = 1;
    CHECK(unmet(run(s), Reason::barrier) == settled(run(s)));
    s.groups[0].helped_at_home = 1;
    const RunRecord at_home = run(s);
    CHECK(channel(at_home, Channel::digital).reached == cell(at_home).born);
    CHECK(at_home.desks[0].started == 0);

    s.groups[0].helped_at_home = 0;
    s.groups[0].helped_at_office = 1;
    s.assisted.minutes = Timeline{12};
    s.channels[kDoor].talk_cv = 0;
    s.channels[kDoor].at_closing = CloseRule::serve;
    s.office_desks[0][kReception].positions = Timeline{50};
    const RunRecord at_door = run(s);
    std::uint64_t started = 0;
    std::int64_t busy = 0;
    for (std::size_t w = 0; w < 8; ++w) {
        started += at_door.desks[w].started;
        busy += at_door.desks[w].busy_us;
    }
    CHECK(started > 100);
    CHECK(channel(at_door, Channel::digital).reached == started);
    CHECK(channel(at_door, Channel::drop_in).attempts == 0);
    // Who came in the last minutes is helped after hours, which are not counted.
    CHECK(static_cast<double>(busy) == Approx(static_cast<double>(started) * 12 * 60e6).epsilon(0.03));
    CHECK(busy <= static_cast<std::int64_t>(started) * minutes(12).us);

    s.groups[0].can_travel = 0;
    CHECK(unmet(run(s), Reason::barrier) == settled(run(s)));
}
