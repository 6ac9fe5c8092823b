#include "bench/office/mini_office.hpp"

#include "engine/kernel/flow.hpp"
#include "engine/stats/tally.hpp"

namespace skranke::bench {

namespace {

constexpr int kEmergency = 0, kOrdinary = 1;  // in the order they are served

// People who ring after the horizon, and effort that reaches beyond it, still look up opening hours.
constexpr std::int64_t kDaysKnown = MiniOffice::kDays + 28;

WorkingTime weekdays() {
    OpeningHours hours;
    OpeningHours::Period& always = hours.periods.emplace_back();
    for (std::size_t weekday = 0; weekday < 5; ++weekday) always.week[weekday] = DailyHours{8 * 60, 16 * 60};
    const Date monday = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
    return {Calendar(monday, kDaysKnown, {}), hours};
}

/// One replication: the office, the streams of its chances by purpose, and what is counted.
struct Office {
    enum Purpose : std::uint32_t { gaps, patiences, pauses, retries, talks, cases, efforts };

    Office(const MiniOffice& shared, RunIdentity identity) : plan(shared), run(identity) {}

    StreamAddress address(Purpose purpose) const {
        return {.seed = run.seed, .replication = run.replication, .purpose = purpose};
    }

    const MiniOffice& plan;
    const MiniOfficeRules& rules = plan.rules;
    const WorkingTime& hours = plan.hours;
    const RunIdentity run;
    Simulator sim;
    Desk phone{sim}, casework{sim};
    ExponentialStream gap{address(gaps)}, patience{address(patiences)}, pause{address(pauses)};
    LongStream retry{address(retries)}, chance{address(cases)};
    NormalStream talk{address(talks)}, effort{address(efforts)};
    std::uint64_t persons = 0, gave_up = 0;
    Tally wait;                     ///< of all attempts
    std::array<Tally, 2> decision;  ///< by priority
};

Flow work_on_case(Office& office, int priority) {
    const Instant opened = office.sim.now();
    co_await office.casework.seize(priority);
    const Duration effort = minutes(office.plan.effort.of_normal(office.effort.standard_normal()));
    co_await office.sim.until(office.hours.add_open_time(office.sim.now(), effort), Rank::finish);
    office.decision[static_cast<std::size_t>(priority)].add(office.sim.now() - opened);
    office.casework.release();
}

/// When someone who has just failed rings again: after a while, or soon after the next opening.
Instant next_attempt(Office& office) {
    const Instant wanted = office.sim.now() + minutes(office.rules.retry_after * office.pause.unit_exponential());
    const Instant open = office.hours.next_open(wanted);
    return open == wanted ? wanted : open + minutes(office.rules.arrive_within * office.retry.uniform());
}

Flow person(Office& office) {
    ++office.persons;
    for (int attempt = 1;; ++attempt) {
        const Instant rang = office.sim.now();
        const Duration patience = minutes(office.rules.patience * office.patience.unit_exponential());
        const Turn turn = co_await office.phone.seize(0, rang + patience);
        office.wait.add(office.sim.now() - rang);
        if (turn == Turn::started) break;
        if (attempt == office.rules.most_attempts || office.retry.uniform() >= office.rules.tries_again) {
            ++office.gave_up;
            co_return;
        }
        co_await office.sim.until(next_attempt(office), Rank::arrival);
    }
    co_await office.sim.delay(minutes(office.plan.talk.of_normal(office.talk.standard_normal())), Rank::finish);
    office.phone.release();
    if (office.chance.uniform() < office.rules.becomes_case)
        work_on_case(office, office.chance.uniform() < office.rules.emergency ? kEmergency : kOrdinary);
}

Flow bring_people(Office& office) {
    for (std::int64_t day = 0; day < MiniOffice::kDays; ++day) {
        DayTimes times(day, office.plan.calls_on(day), office.plan.call_times);
        if (times.is_empty()) continue;
        while (const auto next = times.after(office.gap.unit_exponential())) {
            co_await office.sim.until(*next, Rank::arrival);
            person(office);
        }
    }
}

MiniOfficeFigures figures_of(const Office& office) {
    const DeskWeek& phone = office.phone.counts();
    MiniOfficeFigures f;
    f.persons = static_cast<double>(office.persons);
    f.attempts = static_cast<double>(phone.arrived);
    f.served = static_cast<double>(phone.started);
    f.abandoned = static_cast<double>(phone.left);
    f.closed = static_cast<double>(phone.sent_home);
    f.gave_up = static_cast<double>(office.gave_up);
    f.wait_served = in_minutes(Duration{phone.wait_us}) / f.served;
    f.wait_all = office.wait.mean_min();
    f.cases_opened = static_cast<double>(office.casework.counts().arrived);
    f.cases_decided = static_cast<double>(office.decision[kEmergency].count + office.decision[kOrdinary].count);
    f.cases_open_end = f.cases_opened - f.cases_decided;
    f.tdec_emergency = office.decision[kEmergency].mean_min();
    f.tdec_ordinary = office.decision[kOrdinary].mean_min();
    f.agent_occupancy = static_cast<double>(phone.busy_us) / static_cast<double>(phone.staffed_us);
    f.events = office.sim.executed();
    return f;
}

}  // namespace

MiniOffice::MiniOffice(const MiniOfficeRules& given)
    : rules(given),
      call_times(given.calls_an_hour),
      talk(given.talk, given.talk_cv),
      effort(given.effort, given.effort_cv),
      hours(weekdays()),
      absence(kDaysKnown, 0.0),
      pace(kDaysKnown, 1.0),
      phone(staffed(given.agents)),
      casework(staffed(given.caseworkers)) {
    for (const double calls : rules.calls_an_hour) calls_a_day_ += calls;
}

DeskPlan MiniOffice::staffed(int heads) const {
    DeskPlan plan;
    plan.hours = &hours;
    plan.absence = &absence;
    plan.pace = &pace;
    plan.positions.assign(kDaysKnown, heads);
    return plan;
}

double MiniOffice::calls_on(std::int64_t day) const {
    if (day % 7 >= 5) return 0;
    const std::int64_t week = day / 7 + 1;
    return week >= 3 && week <= 6 ? calls_a_day_ * rules.surge : calls_a_day_;
}

MiniOfficeFigures MiniOffice::play(RunIdentity run) const {
    Office office(*this, run);
    DeskStaff agents(phone), caseworkers(casework);
    keep_hours(office.sim, office.phone, agents, DeskKind::duty_phone, Desk::Closing::send_home, run);
    keep_hours(office.sim, office.casework, caseworkers, DeskKind::casework, Desk::Closing::work_on, run);
    bring_people(office);
    office.sim.run_before(midnight(kDays));
    return figures_of(office);
}

}  // namespace skranke::bench
