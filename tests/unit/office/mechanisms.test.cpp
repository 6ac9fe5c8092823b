// Single mechanisms of an office, each seen through what a whole run leaves behind: people who all
// meet the same fate.

#include <catch2/catch.hpp>

#include "tests/support/one_place.hpp"

using namespace skranke;
using namespace skranke::test;

TEST_CASE("Who can use no channel meets a barrier", "[office]") {
    Scenario s = one_place();
    s.groups[0].able.fill(0);
    const RunRecord record = run(s);
    CHECK(unmet(record, Reason::barrier) > 100);
    CHECK(unmet(record, Reason::barrier) == settled(record));
    CHECK(cell(record).attempts == 0);
}

TEST_CASE("A digital form helps from the day it exists, and only those who can use it", "[office]") {
    Scenario s = one_place();
    s.services[0].prefers = {1, 0, 0, 0};
    s.groups[0].max_attempts = 1;
    s.municipalities[0].digital_form_from = s.start + std::chrono::days{28};
    const RunRecord half = run(s);
    CHECK(unmet(half, Reason::barrier) > 100);
    CHECK(channel(half, Channel::digital).reached == channel(half, Channel::digital).attempts);
    std::uint64_t early = 0, late = 0;
    for (std::size_t w = 0; w < 8; ++w) (w < 4 ? early : late) += half.weekly[w].unmet;
    CHECK(early == unmet(half, Reason::barrier));
    CHECK(late == 0);
    s.services[0].system = System::state;  // the state's form was always there
    s.services[0].decided_by = DeskKind::unemployment_office;
    CHECK(unmet(run(s), Reason::barrier) == 0);
}

TEST_CASE("A door that is shut turns people away until they have heard of it", "[office]") {
    Scenario s = one_place();
    s.groups[0].max_attempts = 1;
    OpeningHours hours = office_hours();
    hours.periods.push_back({s.start + std::chrono::days{14}, {}});
    s.channels[static_cast<std::size_t>(Channel::drop_in)].hours = hours;
    s.door_hours[0] = hours;
    const RunRecord record = run(s);
    CHECK(unmet(record, Reason::closed) > 20);
    CHECK(unmet(record, Reason::barrier) > unmet(record, Reason::closed));  // weeks against one week
    CHECK(unmet(record, Reason::closed) + unmet(record, Reason::barrier) == cell(record).unmet_total());
}

TEST_CASE("Whoever lives in quarantine cannot come to the door, but can ring", "[office]") {
    Scenario s = one_place();
    Surge& quarantine = s.surges.emplace_back();
    quarantine.kind = SurgeKind::quarantine;
    quarantine.share = Timeline{1.0};
    s.groups[0].max_attempts = 1;
    CHECK(unmet(run(s), Reason::barrier) > 100);
    s.services[0].prefers = {0, 1, 1, 0};
    const RunRecord record = run(s);
    CHECK(unmet(record, Reason::barrier) == 0);
    CHECK(channel(record, Channel::drop_in).attempts == 0);
    CHECK(channel(record, Channel::phone).reached > 100);
}

TEST_CASE("A full waiting room refuses, and the people are counted as blocked", "[office]") {
    Scenario s = one_place();
    s.channels[static_cast<std::size_t>(Channel::drop_in)].room = Timeline{1};
    s.channels[static_cast<std::size_t>(Channel::drop_in)].talk_min = Timeline{120};
    s.channels[static_cast<std::size_t>(Channel::drop_in)].after_blocked = {0, 0, 0, 1};
    const RunRecord record = run(s);
    CHECK(unmet(record, Reason::blocked) > 50);
    CHECK(unmet(record, Reason::blocked) <= channel(record, Channel::drop_in).blocked);
}

TEST_CASE("The phone loop: nobody free for the query, a message, a missed callback, from the start again", "[office]") {
    Scenario s = one_place();
    s.services[0].prefers = {0, 1, 0, 0};
    s.phone_loop.query_share = 1;
    s.phone_loop.missed = 1;
    s.phone_loop.after_missed = {1, 0, 0, 0};
    s.channels[static_cast<std::size_t>(Channel::phone)].after_closed = {0, 0, 1, 0};  // rang just before closing
    s.groups[0].max_attempts = 3;
    s.office_desks[0][static_cast<std::size_t>(DeskKind::duty_phone)].hours = same_hours(17 * 60, 23 * 60, 5);
    const RunRecord record = run(s);  // the duty phone is staffed only after the contact centre has closed
    CHECK(unmet(record, Reason::missed_callback) > 50);
    CHECK(unmet(record, Reason::missed_callback) + unmet(record, Reason::closed) == cell(record).unmet_total());
    CHECK(unmet(record, Reason::closed) < unmet(record, Reason::missed_callback) / 10);
    CHECK(channel(record, Channel::phone).missed > 2 * unmet(record, Reason::missed_callback));
    CHECK(channel(record, Channel::phone).reached == 0);

    s.phone_loop.missed = 0;
    const RunRecord answered = run(s);
    CHECK(answered.outcomes[0].unmet_total() == unmet(answered, Reason::closed));
    CHECK(cell(answered).access.mean_min() > 60);  // hours until the callback

    s.office_desks[0] = s.desks;  // somebody is there for the query
    s.office_desks[0][static_cast<std::size_t>(DeskKind::duty_phone)].positions = Timeline{50};
    const RunRecord at_once = run(s);
    CHECK(cell(at_once).access.mean_min() < 60);
    CHECK(channel(at_once, Channel::phone).missed == 0);
}

TEST_CASE("An appointment comes no earlier than its lead time, and no-shows are lost", "[office]") {
    Scenario s = one_place();
    s.services[0].prefers = {0, 0, 0, 1};
    s.appointments = {Timeline{100}, 3, 30, 0.0};
    const RunRecord record = run(s);
    CHECK(cell(record).access.mean_min() > 2 * 24 * 60);
    CHECK(cell(record).unmet_total() == 0);
    s.appointments.no_show = 1;
    s.channels[static_cast<std::size_t>(Channel::appointment)].after_left = {0, 0, 0, 1};
    CHECK(unmet(run(s), Reason::left_queue) == settled(run(s)));
    s.appointments = {Timeline{0.0}, 3, 30, 0.0};
    s.channels[static_cast<std::size_t>(Channel::appointment)].after_blocked = {0, 0, 0, 1};
    CHECK(unmet(run(s), Reason::blocked) > 100);
}

TEST_CASE("The clock stands still while documents are missing, and runs while others are waited for", "[office]") {
    Scenario s = one_place();
    s.services[0].prefers = {1, 0, 0, 0};
    s.municipalities[0].digital_form_from = s.start - std::chrono::days{100};
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{200};
    s.services[0].effort_min = Timeline{1};
    s.services[0].documents_days = 5;
    s.services[0].third_party_days = 5;
    const double quick = cell(run(s)).handling.mean_min();
    s.services[0].documents_missing = Timeline{1.0};
    const RunRecord stopped = run(s);
    CHECK(cell(stopped).handling.mean_min() < quick + 24 * 60);  // at most the wait for the next opening
    CHECK(cell(stopped).total.mean_min() > 3 * 24 * 60);
    s.services[0].documents_missing = Timeline{0.0};
    s.services[0].third_party = 1;
    CHECK(cell(run(s)).handling.mean_min() > 3 * 24 * 60);
}

TEST_CASE("Documents that never come end a case as incomplete after the chase", "[office]") {
    Scenario s = one_place();
    s.services[0].documents_missing = Timeline{1.0};
    s.services[0].documents_dropout = 1;
    s.services[0].documents_chase_days = 7;
    const RunRecord record = run(s);
    CHECK(unmet(record, Reason::incomplete) > 100);
    CHECK(unmet(record, Reason::incomplete) == cell(record).unmet_total());
    CHECK(cell(record).handling.count == 0);
}

TEST_CASE("A case that nobody takes is withdrawn, or never decided, or censored by its clock", "[office]") {
    Scenario s = one_place();
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)] = DeskRules{};
    s.services[0].clock = {ClockFrom::application, 7, ClockUnit::days, 7, ClockBasis::assumption, ""};
    const RunRecord left = run(s);
    CHECK(unmet(left, Reason::never_decided) > 100);
    CHECK(unmet(left, Reason::never_decided) == cell(left).unmet_total());
    // Applications of the last two weeks of eight are still inside limit and grace.
    CHECK(static_cast<double>(cell(left).censored) / static_cast<double>(cell(left).born) == Approx(0.25).margin(0.08));
    s.services[0].withdraw_days = 2;
    CHECK(unmet(run(s), Reason::gave_up_waiting) > 100);
}

TEST_CASE("Cases that wait ring to ask: enquiries come from the backlog", "[office]") {
    Scenario s = one_place();
    s.services[0].enquiries_per_week = 2;
    const RunRecord calm = run(s);
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{0.0};
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].per_1000_adults = Timeline{0.0};
    const RunRecord stuck = run(s);
    CHECK(channel(stuck, Channel::phone).enquiries > 4 * channel(calm, Channel::phone).enquiries);
}

TEST_CASE("Children in the household go before others where the scenario says so", "[office]") {
    Scenario s = one_place();
    s.groups.push_back(s.groups[0]);
    s.groups[1].key = "families";
    s.groups[1].children = 1;
    s.services[0].group_share = {0.8, 0.2};
    s.services[0].priority = 3;
    s.services[0].priority_children = 1;
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].per_1000_adults = Timeline{0.10};
    const RunRecord record = run(s);
    CHECK(record.outcomes[1].handling.mean_min() * 2 < record.outcomes[0].handling.mean_min());
}

TEST_CASE("A third of a position takes three times as long over a case", "[office]") {
    Scenario s = one_place();
    s.services[0].per_1000_week = Timeline{0.1};
    s.services[0].effort_cv = 0;
    auto& casework = s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
    casework.per_1000_adults = Timeline{0.0};
    casework.positions = Timeline{1.0};
    casework.hours = same_hours(0, 1440, 7);
    s.services[0].effort_min = Timeline{10};
    CHECK(cell(run(s)).handling.mean_min() == Approx(10).margin(0.5));
    casework.positions = Timeline{1.0 / 3};
    CHECK(cell(run(s)).handling.mean_min() == Approx(30).margin(1.5));
}

TEST_CASE("An office with fewer residents than its desk's limit is staffed as a small one", "[office]") {
    constexpr auto kPhone = static_cast<std::size_t>(DeskKind::duty_phone);
    Scenario s = tiny_county(2);  // 20,000 and 40,000 residents
    for (auto& desks : s.office_desks) {
        desks[kPhone].absence = Timeline{0.06};
        desks[kPhone].cover = 1;
        desks[kPhone].small_office = {40'000, Timeline{0.4}, 0};
    }
    const World world(s);
    CHECK(world.offices[0].desks[kPhone].absence->front() == 0.4);
    CHECK(world.offices[0].desks[kPhone].cover == 0);
    CHECK(world.offices[1].desks[kPhone].absence->front() == 0.06);
    CHECK(world.offices[1].desks[kPhone].cover == 1);
}

TEST_CASE("Positions more or fewer count from all that a desk otherwise has, and never leave less than none", "[office]") {
    constexpr auto kCasework = static_cast<std::size_t>(DeskKind::casework);
    Scenario s = tiny_county(2);  // 20,000 and 40,000 residents
    DeskRules& rules = s.office_desks[1][kCasework];
    rules.per_1000_adults = Timeline{0.1};
    rules.positions = Timeline{0.5};
    const auto positions_with = [&](double minimum, double more) {
        rules.minimum = minimum;
        rules.more = more;
        return World(s).offices[1].desks[kCasework].positions.front();
    };
    const double as_written = positions_with(0, 0);
    CHECK(as_written > 1);
    CHECK(positions_with(0, -0.75) == Approx(as_written - 0.75));
    CHECK(positions_with(0, 2) == Approx(as_written + 2));
    CHECK(positions_with(100, -3) == 97);
    CHECK(positions_with(0, -200) == 0);
}

TEST_CASE("An acute case is judged by the clock of what it becomes, and counted where it came in", "[office]") {
    Scenario s = one_place();
    s.services.push_back(s.services[0]);
    s.services[1].key = "emergency";
    s.services[1].per_1000_week = Timeline{0.0};
    s.services[0].clock = {ClockFrom::application, 100, ClockUnit::days, 100, ClockBasis::assumption, ""};
    s.services[1].clock = {ClockFrom::application, 0, ClockUnit::hours, 10000, ClockBasis::assumption, ""};
    s.services[0].acute_becomes = 1;
    CHECK(cell(run(s)).met_late == 0);
    s.services[0].acute = 1;
    const RunRecord acute = run(s);
    CHECK(cell(acute).met_on_time == 0);
    CHECK(cell(acute).met_late > 100);
    CHECK(acute.outcomes[1].born == 0);
    s.services[0].acute = 0.5;
    CHECK(cell(run(s)).met_on_time > 50);
    CHECK(cell(run(s)).met_late > 50);
}

TEST_CASE("A case inside its clock is met on time, one outside is met late or never decided", "[office]") {
    Scenario s = tiny_county(1);
    for (Service& service : s.services) {
        service.case_share = 1;
        service.clock.limit = 9;
    }
    const RunRecord record = run(s);
    for (std::size_t service = 0; service < 2; ++service) {
        const OutcomeCell& outcome = record.outcomes[service];
        const LimitCell& clock = record.limits[service];
        CHECK(clock.inside == outcome.met_on_time);
        CHECK(clock.outside >= outcome.met_late);
        CHECK(clock.outside > 0);
    }
}

TEST_CASE("What stops a clock is the scenario's choice", "[office]") {
    Scenario s = one_place();
    s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{200};
    Service& service = s.services[0];
    service.documents_missing = Timeline{1.0};
    service.documents_days = 4;
    service.third_party = 1;
    service.third_party_days = 8;
    const auto handled = [&](bool documents, bool third_party) {
        service.clock.stops = {documents, third_party};
        return cell(run(s)).handling.mean_min() / (24 * 60);
    };
    const double neither = handled(false, false), both = handled(true, true);
    CHECK(both < 1.5);
    CHECK(neither - handled(true, false) == Approx(4).margin(0.8));
    CHECK(neither - handled(false, true) == Approx(7).margin(1.5));  // long waits are cut off by the run's end
}

TEST_CASE("Provisional replies that nobody writes are due and never sent; begun too late they are late", "[office]") {
    Scenario s = one_place();
    Service& service = s.services[0];
    service.provisional = {7, 3, 5, ClockBasis::assumption, ""};
    service.clock.limit = service.clock.grace = 100;
    auto& casework = s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)];
    casework = DeskRules{};
    const ReplyCell nobody = run(s).replies[0];
    CHECK(nobody.due > 100);
    CHECK(nobody.in_time + nobody.late == 0);
    casework = s.desks[static_cast<std::size_t>(DeskKind::casework)];
    casework.per_1000_adults = Timeline{0.12};
    const ReplyCell few = run(s).replies[0];
    CHECK(few.in_time > 0);
    CHECK(few.in_time + few.late <= few.due);
    service.provisional.ahead_days = 0;
    const ReplyCell late = run(s).replies[0];
    CHECK(late.in_time == 0);
    CHECK(late.late > 0);
    CHECK(late.late <= late.due);
    service.system = System::state;
    service.decided_by = DeskKind::unemployment_office;
    service.documents_missing = Timeline{1.0};
    service.documents_days = 20;
    service.provisional.ahead_days = 5;  // a weekend may lie between
    const ReplyCell state = run(s).replies[0];
    CHECK(state.due > 50);
    CHECK(state.in_time == state.due);
    service.provisional.after_days = 0;
    CHECK(run(s).replies[0].due == 0);
}
