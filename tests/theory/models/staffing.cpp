// Heads who work elsewhere. A front desk that a caseworker helps when people wait: one clerk, one caseworker, two
// streams of customers.
//
// Two offices of one caseworker each, one of them without a case: once it has lent its head for good, the
// other is M/M/2, and before, it could not have kept up alone.
//
// State of the helped desk: n people at the front, served or waiting; whether the caseworker is there; k cases.

#include <algorithm>

#include "tests/support/erlang.hpp"
#include "tests/support/markov_chain.hpp"
#include "tests/support/tiny_county.hpp"
#include "tests/theory/models/scenario_model.hpp"

namespace skranke::test {
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

/// Where a service at the front with `n` there, the caseworker too, leaves her: still there, or back.
bool stays(const HelpedOffice& o, int n) { return n - 2 >= o.help_when; }

/// Mean wait at the front and time of a case, minutes; people who are served at the front.
std::vector<double> solve(const HelpedOffice& o) {
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
    const auto waiting = [&](std::size_t s) {
        return std::max(0.0, static_cast<double>(front(s) - (is_away(s) ? 2 : 1)));
    };
    const auto served = [&](std::size_t s) { return std::min(front(s), is_away(s) ? 2 : 1) * 1.0; };
    return {expectation(p, waiting) / visits, expectation(p, all_cases) / cases, expectation(p, served)};
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

std::vector<Ratio> samples(const World& world, const RunRecord& record) {
    DeskWeek front;
    for (std::size_t w = 0; w < world.shape.weeks; ++w)
        front += record.desks[world.desk_index(0, DeskKind::reception) * world.shape.weeks + w];
    return {minutes_of(record.channels[static_cast<std::size_t>(Channel::drop_in)].wait),
            minutes_of(record.outcomes[1].handling),
            {in_minutes({front.busy_us}), 7 * 24 * 60 * static_cast<double>(world.shape.weeks)}};
}

// ---------------------------------------------------------------- a head on loan

constexpr double kLentEffort = 60, kBetween = 40;  // minutes: 1.5 erlang

Scenario two_offices() {
    Scenario s = tiny_county(2);
    s.weeks = 40;
    s.warm_up_weeks = 4;
    s.holidays.clear();
    s.demand = {};
    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight.fill(1);
    s.groups[0].able.fill(1);
    s.services.resize(1);
    Service& service = s.services[0];
    service = Service{};
    service.key = "case";
    service.per_1000_week = Timeline{7 * 24 * 60 / kBetween};
    service.group_share = {1};
    service.prefers = {1, 0, 0, 0};
    service.effort_law = TimeLaw::exponential;
    service.effort_min = Timeline{kLentEffort};
    service.clock.limit = service.clock.grace = 100;
    s.municipalities[0].population = 1000;
    s.municipalities[1].population = 0;
    for (Municipality& m : s.municipalities) m.digital_form_from = s.start - std::chrono::days{100};
    for (auto& desks : s.office_desks) {
        DeskRules& desk = desks[static_cast<std::size_t>(DeskKind::casework)];
        desk = {};
        desk.hours = same_hours(0, 1440, 7);
        desk.positions = Timeline{1};
    }
    Pool& pool = s.pools.emplace_back();
    pool.offices = {0, 1};
    pool.work = LentWork::remote;
    pool.most_share = 1;
    pool.delay_days = 1;
    pool.lasts_days = 3650;
    pool.ask_when_backlog_days = 0.1;
    pool.lend_when_backlog_days = 0;
    return s;
}

}  // namespace

Model helped_reception(int help_when) {
    HelpedOffice office;
    office.help_when = help_when;
    HelpedOffice effort = office, later = office, talk = office;
    effort.effort *= 1.1;
    ++later.help_when;
    talk.talk *= 1.05;
    return {
        "help at the reception from " + std::to_string(help_when) + " waiting on",
        Part::staffing,
        "exact Markov chain of 9,922 states",
        {{"wait of a visit, min", 1}, {"time of a case, min", 0}, {"served at once, mean", 2}},
        {"effort of cases 10 % more", "help comes one later", "talks 5 % longer"},
        30,
        [=] { return solve(office); },
        scenario_player({scenario_of(office), scenario_of(effort), scenario_of(later), scenario_of(talk)}, samples)};
}

Model lent_head() {
    const double exact = kLentEffort + erlang_c(kLentEffort / kBetween, 2) * kLentEffort / (2 - kLentEffort / kBetween);
    Scenario slower = two_offices();
    slower.pools[0].pace = 0.9;
    return {"a head lent for good",
            Part::staffing,
            "M/M/2 (Erlang C)",
            {{"time of a case, min"}},
            {"10 % slower away from home"},
            40,
            [=] { return std::vector{exact}; },
            scenario_player({two_offices(), slower}, [](const World&, const RunRecord& r) {
                return std::vector{minutes_of(r.outcomes[0].handling)};
            })};
}

}  // namespace skranke::test
