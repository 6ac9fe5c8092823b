#include "engine/office/policies/site_view.hpp"

namespace skranke {

namespace {

std::uint64_t lost_of(const DeskWeek& counts) { return counts.refused + counts.left + counts.sent_home; }

/// A count that begins again at 0 with each week.
std::uint64_t since(std::uint64_t before, std::uint64_t now) { return now >= before ? now - before : now; }

}  // namespace

double mean_work_min(const World& world, const Levers& levers, DeskKind kind, std::size_t day) {
    if (kind == DeskKind::reception) return (*levers.talk_min[static_cast<std::size_t>(Channel::drop_in)])[day];
    if (kind == DeskKind::duty_phone || kind == DeskKind::contact_centre)
        return (*levers.talk_min[static_cast<std::size_t>(Channel::phone)])[day];
    double cases = 0, work = 0;
    const Date date = world.calendar.date(static_cast<std::int64_t>(day));
    for (std::size_t s = 0; s < world.scenario.services.size(); ++s) {
        const Service& service = world.scenario.services[s];
        if (service.decided_by != kind) continue;
        const double weight = service.per_1000_week.at(date) * service.case_share;
        cases += weight;
        work += weight * (*levers.effort_min[s])[day];
    }
    return cases > 0 ? work / cases : 0;
}

void SiteView::end_day() {
    for (Watched& watched : desks_) {
        if (watched.desk == nullptr) continue;
        const DeskWeek counts = watched.desk->counts();
        const Day now{counts.arrived + counts.refused, lost_of(counts)};
        watched.days[days_ended_ % kDays] = {since(watched.before.arrived, now.arrived), since(watched.before.lost, now.lost)};
        watched.before = now;
    }
    ++days_ended_;
}

double SiteView::operator()(const Observable& variable) const {
    if (static_cast<std::size_t>(variable.what) < kObservedAtDesk) return observe_desk(variable);
    const Watched* any = nullptr;
    for (const Watched& watched : desks_)
        if (watched.desk != nullptr) any = &watched;
    SKRANKE_EXPECT(any != nullptr);
    const std::int64_t day = day_of(any->desk->sim.now());
    switch (variable.what) {
        case Observed::open_cases: return open_cases_ ? static_cast<double>(open_cases_()) : 0;
        case Observed::absence: return world_.extra_absence[static_cast<std::size_t>(day)];
        case Observed::quarantine: return world_.quarantine[static_cast<std::size_t>(day)];
        case Observed::day: return static_cast<double>(day - world_.first_counted_day);
        case Observed::weekday: return static_cast<double>(world_.calendar.weekday(day) + 1);
        default: return 0;
    }
}

double SiteView::observe_desk(const Observable& variable) const {
    const Watched& watched = desks_[static_cast<std::size_t>(variable.desk)];
    if (watched.desk == nullptr) return 0;
    const Desk& desk = *watched.desk;
    Day week;
    for (const Day& day : watched.days) {
        week.arrived += day.arrived;
        week.lost += day.lost;
    }
    switch (variable.what) {
        case Observed::waiting: return static_cast<double>(desk.waiting());
        case Observed::heads: return desk.heads();
        case Observed::days_of_work: return days_of_work(variable.desk, desk);
        case Observed::longest_wait: return in_days(desk.sim.now() - desk.next_joined());
        case Observed::arrivals: return static_cast<double>(week.arrived);
        case Observed::lost: return static_cast<double>(week.lost);
        default: return 0;
    }
}

/// Work in line over what the desk's positions, before absence, do on the next day that it is open.
double SiteView::days_of_work(DeskKind kind, const Desk& desk) const {
    const DeskStaff& staff = levers_.staff(kind);
    const Instant opens = staff.hours->next_open(desk.sim.now());
    if (opens == kNever || desk.waiting() == 0) return 0;
    const std::int64_t day = day_of(opens);
    const auto at = static_cast<std::size_t>(day);
    const double open_min = in_minutes(staff.hours->on(day).closes - staff.hours->on(day).opens);
    const double a_day = staff.heads(at) * staff.speed(at) * open_min;
    const double work = static_cast<double>(desk.waiting()) * mean_work_min(world_, levers_, kind, at);
    return a_day > 0 ? work / a_day : 0;
}

}  // namespace skranke
