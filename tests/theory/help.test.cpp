// A front desk that a caseworker helps when two people wait: one clerk, one caseworker, two streams of
// customers, held against the exact Markov chain.
//
// State: n people at the front, served or waiting; whether the caseworker is there; k cases.

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/office/replication.hpp"
#include "tests/support/markov_chain.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/support/z_value.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr int kMostFront = 40, kMostCases = 120;
constexpr auto kReception = static_cast<std::size_t>(DeskKind::reception);
constexpr auto kCasework = static_cast<std::size_t>(DeskKind::casework);

struct HelpedOffice {  // minutes
    double between_visits = 10, talk = 8, between_cases = 20, effort = 11;
    int help_when = 2;
};

std::size_t state(int n, bool away, int k) {
    return static_cast<std::size_t>((k * 2 + (away ? 1 : 0)) * (kMostFront + 1) + n);
}

struct Answer {
    double visit_wait, case_time, clerk_busy;
};

/// Where a service at the front with `n` there, the caseworker too, leaves her: still there, or back.
bool stays(const HelpedOffice& o, int n) { return n - 2 >= o.help_when; }

Answer solve(const HelpedOffice& o) {
    MarkovChain chain(state(kMostFront, true, kMostCases) + 1);
    const double visits = 1 / o.between_visits, talks = 1 / o.talk, cases = 1 / o.between_cases;
    for (int k = 0; k <= kMostCases; ++k) {
        for (int n = 0; n <= kMostFront; ++n) {
            for (const bool away : {false, true}) {
                const std::size_t s = state(n, away, k);
                const int waiting = std::max(0, n - (away ? 2 : 1));
                if (n < kMostFront)  // an idle caseworker comes when this makes enough of them
                    chain.add(s, state(n + 1, away || (k == 0 && n >= 1 && waiting + 1 >= o.help_when), k), visits);
                if (k < kMostCases) chain.add(s, state(n, away, k + 1), cases);
                if (!away) {
                    if (n > 0) chain.add(s, state(n - 1, false, k), talks);
                    if (k > 0) chain.add(s, state(n, waiting >= o.help_when, k - 1), 1 / o.effort);
                } else if (n >= 2) {
                    chain.add(s, state(n - 1, stays(o, n), k), 2 * talks);
                } else {
                    chain.add(s, state(n, false, k), 1);  // never reached
                }
            }
        }
    }
    const auto p = chain.stationary(1e-13);
    const auto front = [](std::size_t s) { return static_cast<int>(s % (kMostFront + 1)); };
    const auto is_away = [](std::size_t s) { return s / (kMostFront + 1) % 2 == 1; };
    const auto all_cases = [](std::size_t s) { return static_cast<double>(s / (kMostFront + 1) / 2); };
    Answer answer{};
    answer.visit_wait =
        expectation(
            p, [&](std::size_t s) { return std::max(0.0, static_cast<double>(front(s) - (is_away(s) ? 2 : 1))); }) /
        visits;
    answer.case_time = expectation(p, all_cases) / cases;
    answer.clerk_busy = expectation(p, [&](std::size_t s) { return std::min(front(s), is_away(s) ? 2 : 1) * 1.0; });
    return answer;
}

Service service_by(Channel channel, double per_week, double case_share) {
    Service service;
    service.key = key_of(channel);
    service.per_1000_week = Timeline{per_week};
    service.group_share = {1.0};
    service.prefers[static_cast<std::size_t>(channel)] = 1;
    service.case_share = case_share;
    service.effort_law = TimeLaw::exponential;
    service.clock.limit = service.clock.grace = 100;
    return service;
}

Scenario scenario_of(const HelpedOffice& o) {
    Scenario s = tiny_county(1);
    s.weeks = 30;
    s.warm_up_weeks = 2;
    s.holidays.clear();
    s.demand = {};
    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight.fill(1);
    s.municipalities[0].population = 1000;
    s.groups[0].able.fill(1);
    s.services = {service_by(Channel::drop_in, 7 * 24 * 60 / o.between_visits, 0),
                  service_by(Channel::digital, 7 * 24 * 60 / o.between_cases, 1)};
    s.services[1].effort_min = Timeline{o.effort};
    s.municipalities[0].digital_form_from = s.start - std::chrono::days{100};
    const OpeningHours always = same_hours(0, 1440, 7);
    ChannelRules& door = s.channels[static_cast<std::size_t>(Channel::drop_in)];
    door.hours = s.door_hours[0] = always;
    door.talk_min = Timeline{o.talk};
    door.talk_law = TimeLaw::exponential;
    door.patience_min = 0;
    door.at_closing = CloseRule::serve;
    for (const std::size_t d : {kReception, kCasework}) {
        DeskRules& desk = s.office_desks[0][d];
        desk = {};
        desk.hours = always;
        desk.positions = Timeline{1.0};
    }
    s.office_desks[0][kReception].helped_by = HelpedBy::casework;
    s.office_desks[0][kReception].help_when_waiting = o.help_when;
    return s;
}

struct Measured {
    Replicates visit_wait, case_time, clerk_busy;
};

Measured simulate(const Scenario& scenario) {
    const World world(scenario);
    Measured measured;
    for (std::uint32_t r = 0; r < 40; ++r) {
        const RunRecord record = run_replication(world, r);
        measured.visit_wait.add(record.channels[static_cast<std::size_t>(Channel::drop_in)].wait.mean_min());
        measured.case_time.add(record.outcomes[1].handling.mean_min());
        DeskWeek front;
        for (std::size_t w = 0; w < world.shape.weeks; ++w)
            front += record.desks[world.desk_index(0, DeskKind::reception) * world.shape.weeks + w];
        measured.clerk_busy.add(in_minutes({front.busy_us}) / (7 * 24 * 60 * static_cast<double>(world.shape.weeks)));
    }
    return measured;
}

}  // namespace

TEST_CASE("A reception that a caseworker helps does what its exact Markov chain says", "[theory]") {
    for (const int when : {1, 2}) {
        HelpedOffice office;
        office.help_when = when;
        const Answer exact = solve(office);
        const Measured right = simulate(scenario_of(office));
        INFO("help when " << when << ": " << exact.visit_wait << " " << exact.case_time << " " << exact.clerk_busy);
        CHECK(std::abs(right.visit_wait.z(exact.visit_wait)) < 5);
        CHECK(std::abs(right.case_time.z(exact.case_time)) < 5);
        CHECK(std::abs(right.clerk_busy.z(exact.clerk_busy)) < 5);
    }
    SECTION("and ten percent off, help that comes later, or none is noticed") {
        const Answer exact = solve(HelpedOffice{});
        HelpedOffice o;
        o.effort *= 1.1;
        CHECK(std::abs(simulate(scenario_of(o)).case_time.z(exact.case_time)) > 5);
        o = {};
        o.help_when = 3;
        CHECK(std::abs(simulate(scenario_of(o)).visit_wait.z(exact.visit_wait)) > 5);
        Scenario alone = scenario_of(HelpedOffice{});
        alone.office_desks[0][kReception].skills = 0;
        CHECK(std::abs(simulate(alone).visit_wait.z(exact.visit_wait)) > 5);
        CHECK(simulate(alone).visit_wait.mean() == Approx(32).epsilon(0.1));  // M/M/1
    }
}
