// A whole office, small enough to be solved: residents who ring, wait, hang up, try again later or
// give up, and whose calls become cases for one caseworker. Simulated by the very classes that the
// county uses, from a scenario; held against its exact Markov chain.
//
// State: n calls in talk or in line (0..kClerks + kRoom), r people who will try again, q cases.

#include "tests/support/markov_chain.hpp"
#include "tests/theory/models/scenario_model.hpp"
#include "tests/theory/tiny_world.hpp"

namespace skranke::test {
namespace {

constexpr int kClerks = 2, kRoom = 3, kCalls = kClerks + kRoom;
constexpr int kMostRetrying = 40, kMostCases = 60;

struct TinyOffice {  // minutes
    double between_needs = 3.2;
    double talk = 5.0;
    double patience = 6.0;
    double retry_after = 25.0;
    double tries_again = 0.6;  // after a full line or after hanging up
    double becomes_case = 0.5;
    double effort = 5.2;
};

std::size_t state(int n, int r, int q) {
    return static_cast<std::size_t>((q * (kMostRetrying + 1) + r) * (kCalls + 1) + n);
}

/// What the chain says: shares of needs lost to a full line and to impatience, share of time busy, minutes.
std::vector<double> solve(const TinyOffice& o) {
    MarkovChain chain(state(kCalls, kMostRetrying, kMostCases) + 1);
    const double arrival = 1 / o.between_needs, retry = 1 / o.retry_after, leave = 1 / o.patience;
    const auto back = [](int r) { return std::min(r + 1, kMostRetrying); };
    for (int q = 0; q <= kMostCases; ++q) {
        for (int r = 0; r <= kMostRetrying; ++r) {
            for (int n = 0; n <= kCalls; ++n) {
                const std::size_t s = state(n, r, q);
                const double talking = std::min(n, kClerks) / o.talk;
                if (n < kCalls) {
                    chain.add(s, state(n + 1, r, q), arrival);
                    if (r > 0) chain.add(s, state(n + 1, r - 1, q), r * retry);
                } else {
                    chain.add(s, state(n, back(r), q), arrival * o.tries_again);
                    if (r > 0) chain.add(s, state(n, r - 1, q), r * retry * (1 - o.tries_again));
                }
                if (n > 0) {
                    chain.add(s, state(n - 1, r, q), talking * (1 - o.becomes_case));
                    chain.add(s, state(n - 1, r, std::min(q + 1, kMostCases)), talking * o.becomes_case);
                }
                if (n > kClerks) {
                    chain.add(s, state(n - 1, back(r), q), (n - kClerks) * leave * o.tries_again);
                    chain.add(s, state(n - 1, r, q), (n - kClerks) * leave * (1 - o.tries_again));
                }
                if (q > 0) chain.add(s, state(n, r, q - 1), 1 / o.effort);
            }
        }
    }
    const auto p = chain.stationary(1e-13);
    const auto calls = [](std::size_t s) { return static_cast<int>(s % (kCalls + 1)); };
    const auto retrying = [](std::size_t s) { return static_cast<int>(s / (kCalls + 1)) % (kMostRetrying + 1); };
    const auto cases = [](std::size_t s) { return static_cast<int>(s / ((kCalls + 1) * (kMostRetrying + 1))); };
    const double full_attempts =
        expectation(p, [&](std::size_t s) { return calls(s) == kCalls ? arrival + retrying(s) * retry : 0.0; });
    const double leaving = expectation(p, [&](std::size_t s) { return std::max(0, calls(s) - kClerks) * leave; });
    const double busy = expectation(p, [&](std::size_t s) { return std::min(calls(s), kClerks) * 1.0; });
    // Little: open cases over the rate at which they are opened.
    const double handling =
        expectation(p, [&](std::size_t s) { return cases(s) * 1.0; }) / (busy / o.talk * o.becomes_case);
    return {full_attempts * (1 - o.tries_again) / arrival, leaving * (1 - o.tries_again) / arrival, busy / kClerks,
            handling};
}

Scenario scenario_of(const TinyOffice& o) {
    Scenario s;
    s.start = std::chrono::sys_days{std::chrono::year{2021} / 3 / 1};
    s.weeks = 12;
    s.warm_up_weeks = 1;
    s.seed = 20210301;
    Municipality m;
    m.number = "0001";
    m.population = 1000;
    m.adults = 700;
    s.municipalities = {m};
    s.offices = {{"1", "tiny", {{0, 1.0}}}};
    Group group;
    group.key = "everybody";
    group.max_attempts = 100;
    s.groups = {group};
    Service service;
    service.key = "need";
    service.per_1000_week = Timeline{7 * 24 * 60 / o.between_needs};
    service.group_share = {1.0};
    service.prefers = {0, 1, 0, 0};
    service.case_share = o.becomes_case;
    service.effort_min = Timeline{o.effort};
    service.effort_law = TimeLaw::exponential;
    service.clock.limit = 100;
    service.clock.grace = 100;
    s.services = {service};
    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight.fill(1);
    ChannelRules& phone = s.channels[static_cast<std::size_t>(Channel::phone)];
    phone.hours = never_closed();
    phone.talk_min = Timeline{o.talk};
    phone.talk_law = TimeLaw::exponential;
    phone.patience_min = o.patience;
    phone.room = Timeline{kRoom};
    phone.at_closing = CloseRule::serve;  // midnight is no closing time here
    phone.after_blocked = phone.after_left = {o.tries_again, 0, 0, 1 - o.tries_again};
    phone.retry_min = o.retry_after;
    s.phone_answered_by = AnsweredBy::office;
    for (DeskRules& desk : s.desks) desk.hours = never_closed();
    s.desks[static_cast<std::size_t>(DeskKind::duty_phone)].positions = Timeline{kClerks};
    s.desks[static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{1.0};
    s.office_desks = {{}};
    s.office_desks[0] = s.desks;
    s.door_hours = {OpeningHours{}};
    return s;
}

std::vector<Ratio> samples(const World& world, const RunRecord& record) {
    return {unmet_share(record, Reason::blocked), unmet_share(record, Reason::left_queue),
            busy_share(desk_total(world, record, DeskKind::duty_phone)), minutes_of(record.outcomes[0].handling)};
}

}  // namespace

Model tiny_office() {
    TinyOffice talk, needs, effort;
    talk.talk *= 1.05;
    needs.between_needs *= 1.05;
    effort.effort *= 1.05;
    return {
        "tiny office",
        Part::channels,
        "exact Markov chain of 15,006 states",
        {{"share lost to a full line"}, {"share that hangs up"}, {"clerks busy", 1}, {"days to a decision, min", 2}},
        {"talk 5 % longer", "needs 5 % rarer", "effort 5 % more"},
        40,
        [] { return solve(TinyOffice{}); },
        scenario_player({scenario_of({}), scenario_of(talk), scenario_of(needs), scenario_of(effort)}, samples)};
}

}  // namespace skranke::test
