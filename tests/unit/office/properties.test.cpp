// What must hold for any county: nobody is lost, labels do not matter, more staff never hurts.

#include <catch2/catch.hpp>
#include <algorithm>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

OutcomeCell sum_of(const RunRecord& record) {
    OutcomeCell sum;
    for (const OutcomeCell& cell : record.outcomes) sum += cell;
    return sum;
}

/// Not of all needs together: who gets through more easily becomes work for those behind.
std::uint64_t lost(const RunRecord& record, bool before_contact) {
    const OutcomeCell sum = sum_of(record);
    std::uint64_t n = 0;
    for (std::size_t reason = 0; reason < kReasons; ++reason)
        if (is_before_contact(static_cast<Reason>(reason)) == before_contact) n += sum.unmet[reason];
    return n;
}

}  // namespace

TEST_CASE("Every need born is met, unmet or censored, in every cell of every run", "[office][property]") {
    const Scenario scenario = tiny_county(3);
    const World world(scenario);
    for (std::uint32_t r = 0; r < 5; ++r) {
        RunRecord record = run_replication(world, r);
        CHECK(check_conservation(record) == -1);
        CHECK(sum_of(record).born > 1000);
        ++record.outcomes[2].born;  // and the check sees one that is lost
        CHECK(check_conservation(record) == 2);
    }
}

TEST_CASE("Replications differ, and each is the same when it is run again", "[office][property]") {
    const Scenario scenario = tiny_county(2);
    const World world(scenario);
    const RunRecord a = run_replication(world, 0), b = run_replication(world, 1), again = run_replication(world, 0);
    CHECK(a.fingerprint != b.fingerprint);
    CHECK(a.fingerprint == again.fingerprint);
}

TEST_CASE("The order in which offices and municipalities are listed changes no municipality's results",
          "[office][property]") {
    Scenario scenario = tiny_county(3);
    // Shared desks without a line: what one office does cannot delay another.
    scenario.desks[static_cast<std::size_t>(DeskKind::contact_centre)].positions = Timeline{10000};
    scenario.desks[static_cast<std::size_t>(DeskKind::unemployment_office)].positions = Timeline{100000};
    Scenario turned = scenario;
    std::reverse(turned.municipalities.begin(), turned.municipalities.end());
    std::reverse(turned.offices.begin(), turned.offices.end());
    std::reverse(turned.office_desks.begin(), turned.office_desks.end());
    std::reverse(turned.door_hours.begin(), turned.door_hours.end());
    for (Office& office : turned.offices) office.catchments[0].municipality = 2 - office.catchments[0].municipality;
    const RunRecord a = run_replication(World(scenario), 0);
    const RunRecord b = run_replication(World(turned), 0);
    const std::size_t cells = a.outcomes.size() / 3;
    for (std::size_t m = 0; m < 3; ++m) {
        for (std::size_t i = 0; i < cells; ++i) {
            const OutcomeCell& one = a.outcomes[m * cells + i];
            const OutcomeCell& other = b.outcomes[(2 - m) * cells + i];
            CHECK(one.born == other.born);
            CHECK(one.met_on_time == other.met_on_time);
            CHECK(one.unmet == other.unmet);
            CHECK(one.access.sum_us == other.access.sum_us);
        }
    }
}

TEST_CASE("A measure that is taken meets the same people as one that is not", "[office][property]") {
    Scenario scenario = tiny_county(2);
    const RunRecord before = run_replication(World(scenario), 0);
    scenario.phone_loop.missed = 0;
    scenario.desks[static_cast<std::size_t>(DeskKind::contact_centre)].positions = Timeline{60};
    for (auto& desks : scenario.office_desks) desks[static_cast<std::size_t>(DeskKind::casework)].minimum = 30;
    const RunRecord after = run_replication(World(scenario), 0);
    CHECK(before.persons == after.persons);
    for (std::size_t i = 0; i < before.outcomes.size(); ++i) CHECK(before.outcomes[i].born == after.outcomes[i].born);
    CHECK(sum_of(after).unmet_total() < sum_of(before).unmet_total());
}

TEST_CASE("Longer hours of phone and door never lose more people before contact", "[office][property]") {
    std::uint64_t last = ~std::uint64_t{0};
    for (const int closes : {11, 13, 15, 18}) {
        Scenario scenario = tiny_county(2);
        const OpeningHours hours = same_hours(8 * 60, closes * 60, 5);
        for (const Channel channel : {Channel::phone, Channel::drop_in})
            scenario.channels[static_cast<std::size_t>(channel)].hours = hours;
        scenario.door_hours.assign(scenario.offices.size(), hours);
        const auto set = [&](DeskRules& desk) { desk.hours = hours; };
        for (auto& desks : scenario.office_desks)
            for (const DeskKind kind : {DeskKind::reception, DeskKind::duty_phone}) set(desks[static_cast<std::size_t>(kind)]);
        set(scenario.desks[static_cast<std::size_t>(DeskKind::contact_centre)]);
        std::uint64_t unmet = 0;
        for (std::uint32_t r = 0; r < 4; ++r) unmet += lost(run_replication(World(scenario), r), true);
        INFO("open until " << closes);
        CHECK(unmet < last);
        last = unmet;
    }
}

TEST_CASE("More demand never loses fewer people, before contact or after", "[office][property]") {
    for (const bool before_contact : {true, false}) {
        std::uint64_t last = 0;
        for (const double rate : {2.0, 4.0, 8.0, 16.0}) {
            Scenario scenario = tiny_county(2);
            for (Service& service : scenario.services) service.per_1000_week = Timeline{rate};
            std::uint64_t unmet = 0;
            for (std::uint32_t r = 0; r < 4; ++r) unmet += lost(run_replication(World(scenario), r), before_contact);
            INFO("needs a week and 1,000: " << rate);
            CHECK(unmet > last);
            last = unmet;
        }
    }
}

TEST_CASE("More agents or clerks never lose more people before contact, more caseworkers never after",
          "[office][property]") {
    for (const DeskKind kind : {DeskKind::casework, DeskKind::contact_centre, DeskKind::reception}) {
        std::uint64_t last = ~std::uint64_t{0};
        for (const double factor : {0.5, 1.0, 2.0, 4.0}) {
            Scenario scenario = tiny_county(2);
            const auto scale = [&](DeskRules& desk) {
                for (auto& point : desk.per_1000_adults.points) point.value *= factor;
                for (auto& point : desk.positions.points) point.value *= factor;
                desk.minimum *= factor;
            };
            scale(scenario.desks[static_cast<std::size_t>(kind)]);
            for (auto& desks : scenario.office_desks) scale(desks[static_cast<std::size_t>(kind)]);
            std::uint64_t unmet = 0;
            for (std::uint32_t r = 0; r < 4; ++r) unmet += lost(run_replication(World(scenario), r), kind != DeskKind::casework);
            INFO("desk " << key_of(kind) << ", staff times " << factor);
            CHECK(unmet <= last);
            last = unmet;
        }
    }
}

TEST_CASE("A municipality that two offices share has all its needs counted once", "[office][property]") {
    Scenario scenario = tiny_county(2);
    scenario.offices[0].catchments[0].resident_share = 0.4;
    scenario.offices[1].catchments.push_back({0, 0.6});
    Scenario whole = tiny_county(2);
    std::uint64_t shared = 0, alone = 0;
    const World shared_world(scenario), whole_world(whole);
    for (std::uint32_t r = 0; r < 10; ++r) {
        const auto born = [](const RunRecord& record) { return record.outcomes[0].born; };
        shared += born(run_replication(shared_world, r));
        alone += born(run_replication(whole_world, r));
    }
    // Other people, as many: about 640 a replication, busyness included.
    CHECK(static_cast<double>(shared) == Approx(static_cast<double>(alone)).epsilon(0.06));
}

TEST_CASE("Attempts on a channel are counted in the weeks that count, not in the warm-up", "[office][property]") {
    Scenario s = tiny_county(1);
    s.warm_up_weeks = 6;
    s.services[0].enquiries_per_week = s.services[1].enquiries_per_week = 0;
    const RunRecord record = run_replication(World(s), 0);
    std::uint64_t by_channel = 0, by_need = 0;
    for (const ChannelCell& cell : record.channels) by_channel += cell.attempts;
    for (const OutcomeCell& cell : record.outcomes) by_need += cell.attempts;
    CHECK(by_channel >= by_need);  // who was born in the warm-up may still try
    CHECK(static_cast<double>(by_channel) < 1.1 * static_cast<double>(by_need));
}
