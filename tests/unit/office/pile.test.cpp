// A run that begins with the real pile: its people, their places in line and their clocks.

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::size_t kLocal = 0, kState = 1;

/// Two municipalities, certain staff and work; nobody new unless asked for.
Scenario quiet_county(double per_1000_week = 0) {
    Scenario s = tiny_county(2);
    s.warm_up_weeks = 0;
    for (Service& service : s.services) {
        service.per_1000_week = Timeline{per_1000_week};
        service.documents_missing = Timeline{0.0};
        service.third_party = 0;
        service.withdraw_days = 0;
        service.enquiries_per_week = 0;
        service.effort_cv = 0;
        service.effort_min = Timeline{60.0};
    }
    for (DeskRules& desk : s.desks) desk.absence = Timeline{0.0};
    for (auto& desks : s.office_desks) {
        desks = s.desks;
        DeskRules& casework = desks[static_cast<std::size_t>(DeskKind::casework)];
        casework.per_1000_adults = Timeline{0.0};
        casework.positions = Timeline{1.0};
    }
    return s;
}

OpenCase received(const Scenario& s, int days_before, std::size_t service = kLocal, std::size_t office = 0) {
    OpenCase one;
    one.municipality = one.office = office;
    one.service = service;
    one.received = s.start - std::chrono::days{days_before};
    return one;
}

RunRecord run(const Scenario& s) {
    const World world(s);
    return run_replication(world, 0);
}

const OutcomeCell& cell(const RunRecord& record, std::size_t m, std::size_t service) { return record.outcomes[m * 2 + service]; }

std::uint64_t ended(const CarriedCases& carried, Outcome how) { return carried.ended[static_cast<std::size_t>(how)]; }

}  // namespace

TEST_CASE("A pile is worked off oldest first, and the days it has waited count in full", "[office]") {
    Scenario s = quiet_county();
    for (const int days : {5, 40, 1}) s.pile.push_back(received(s, days));
    const RunRecord record = run(s);
    const OutcomeCell& local = cell(record, 0, kLocal);
    CHECK(local.born == 3);
    CHECK(local.carried.total == 3);
    CHECK(local.met_late == 1);  // 40 days are more than the clock's 21
    CHECK(local.met_on_time == 2);
    // One caseworker from eight o'clock, an hour each: the oldest at nine, then at ten and eleven.
    CHECK(local.handling.sum_us == (days(46) + hours(9 + 10 + 11)).us);
    CHECK(local.total.sum_us == local.handling.sum_us);
    CHECK(local.access.count == 0);
    CHECK(ended(local.carried, Outcome::met_late) == 1);
    CHECK(ended(local.carried, Outcome::met_on_time) == 2);
}

TEST_CASE("Who is urgent goes before older cases, and what is complete needs no second turn", "[office]") {
    Scenario s = quiet_county();
    s.pile = {received(s, 40), received(s, 2)};
    s.pile[1].priority = 0;
    // Urgent at nine (2 days), the old one at ten (40 days): the other way round were 40 days and nine hours, 2 and ten.
    Scenario late = s;
    late.services[kLocal].clock.limit = 40 + 9.5 / 24;
    CHECK(cell(run(late), 0, kLocal).met_late == 1);
    late.pile[1].priority = -1;
    CHECK(cell(run(late), 0, kLocal).met_late == 0);

    s.services[kLocal].documents_missing = Timeline{1.0};
    s.services[kLocal].documents_dropout = 1;
    s.services[kLocal].documents_chase_days = 5;
    for (OpenCase& one : s.pile) one.documents = Documents::complete;
    CHECK(cell(run(s), 0, kLocal).handling.count == 2);
    for (OpenCase& one : s.pile) one.documents = Documents::missing;
    CHECK(cell(run(s), 0, kLocal).handling.count == 0);
    CHECK(cell(run(s), 0, kLocal).unmet[static_cast<std::size_t>(Reason::incomplete)] == 2);
}

TEST_CASE("Cases of the state wait at its benefit office with their days", "[office]") {
    Scenario s = quiet_county();
    s.pile = {received(s, 30, kState, 0), received(s, 10, kState, 1)};
    const RunRecord record = run(s);
    CHECK(cell(record, 0, kState).met_late == 1);
    CHECK(cell(record, 1, kState).met_on_time == 1);
    CHECK(cell(record, 0, kState).handling.sum_us >= days(30).us);
    CHECK(cell(record, 1, kState).handling.sum_us < days(11).us);
}

TEST_CASE("A case that was over limit and grace before the run is unmet when it is decided, or at the end", "[office]") {
    Scenario s = quiet_county();
    s.pile = {received(s, 500)};
    CHECK(cell(run(s), 0, kLocal).unmet[static_cast<std::size_t>(Reason::never_decided)] == 1);
    for (auto& desks : s.office_desks) desks[static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{0.0};
    s.pile.push_back(received(s, 1));
    s.services[kLocal].clock.limit = 100;
    const OutcomeCell local = cell(run(s), 0, kLocal);
    CHECK(local.unmet[static_cast<std::size_t>(Reason::never_decided)] == 1);
    CHECK(local.censored == 1);  // a day and eight weeks of a hundred days
    CHECK(ended(local.carried, Outcome::unmet) == 1);
    CHECK(ended(local.carried, Outcome::censored) == 1);
}

TEST_CASE("Working days of a clock that began before the run skip the holidays of that time", "[office]") {
    Scenario s = quiet_county();
    s.start = std::chrono::sys_days{std::chrono::year{2020} / 4 / 13};  // after Good Friday, 10 April
    s.services[kLocal].clock.unit = ClockUnit::working_days;
    s.services[kLocal].clock.limit = 2;
    s.pile = {received(s, 5)};  // Wednesday 8 April: Thursday and Monday are the two days
    CHECK(cell(run(s), 0, kLocal).met_on_time == 1);
    s.holidays.clear();  // Thursday and Friday were
    CHECK(cell(run(s), 0, kLocal).met_late == 1);
}

TEST_CASE("Born, carried over and how they ended balance, and new people are the same beside any pile", "[office]") {
    Scenario s = quiet_county(4);
    s.pile = {received(s, 3)};
    const RunRecord small = run(s);
    for (int i = 0; i < 300; ++i) s.pile.push_back(received(s, 1 + i % 60, i % 2 == 0 ? kLocal : kState, i % 3 == 0 ? 1 : 0));
    const RunRecord large = run(s);
    REQUIRE(check_conservation(large) == -1);
    for (std::size_t i = 0; i < large.outcomes.size(); ++i)
        CHECK(large.outcomes[i].born - large.outcomes[i].carried.total == small.outcomes[i].born - small.outcomes[i].carried.total);
    std::uint64_t carried = 0, weekly = 0, born = 0;
    for (const OutcomeCell& c : large.outcomes) {
        carried += c.carried.total;
        born += c.born;
    }
    for (const WeekCell& w : large.weekly) weekly += w.born;
    CHECK(carried == 301);
    CHECK(weekly + carried == born);
    CHECK(large.persons == born);
    CHECK(run_replication(World{s}, 0, run_serially).fingerprint == large.fingerprint);
}

TEST_CASE("A larger pile makes nobody's decision earlier", "[office]") {
    Scenario s = quiet_county(1);
    s.pile = {received(s, 3)};
    const auto mean_of_new = [&] {
        const OutcomeCell c = cell(run(s), 0, kLocal);
        return c.met_on_time + c.met_late - ended(c.carried, Outcome::met_on_time) - ended(c.carried, Outcome::met_late);
    };
    std::uint64_t before = mean_of_new();
    for (const int more : {50, 200, 400}) {
        for (int i = 0; i < more; ++i) s.pile.push_back(received(s, 2));
        const std::uint64_t now = mean_of_new();
        CHECK(now <= before);
        before = now;
    }
    CHECK(before < 20);  // 650 hours' work before them, 280 in the run
}

TEST_CASE("Cases past their clock at a week's end are counted among the open ones", "[office]") {
    Scenario s = quiet_county();
    for (auto& desks : s.office_desks) desks[static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{0.0};
    for (int days = 0; days < 35; ++days) s.pile.push_back(received(s, days));  // one a day, and nobody decides them
    const RunRecord record = run(s);
    REQUIRE(s.services[kLocal].clock.limit == 21);
    for (std::size_t week = 0; week < static_cast<std::size_t>(s.weeks); ++week) {
        const WeekCell& local = record.weekly[week];
        CHECK(local.open_cases == 35);
        CHECK(local.overdue == std::min<std::size_t>(35, 13 + 7 * (week + 1)));  // received more than 21 days before its last instant
    }
}

TEST_CASE("A clock that stands still while documents are missing leaves a case inside it", "[office]") {
    Scenario s = quiet_county();
    s.pile = {received(s, 20), received(s, 20)};
    s.pile[0].documents = Documents::missing;
    s.services[kLocal].documents_days = 1000;
    s.services[kLocal].documents_chase_days = 1000;
    const auto last_week = [&] { return run(s).weekly[static_cast<std::size_t>(s.weeks) - 1]; };
    CHECK((last_week().open_cases == 1 && last_week().overdue == 0));
    s.services[kLocal].clock.stops.documents = false;
    CHECK((last_week().open_cases == 1 && last_week().overdue == 1));
}
