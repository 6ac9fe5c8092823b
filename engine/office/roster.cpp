#include "engine/office/roster.hpp"

#include <algorithm>

#include "engine/office/staffing/learning.hpp"
#include "engine/office/staffing/overtime.hpp"

namespace skranke {

namespace {

/// What a roster knows of its people from one morning to the next.
class Muster {
  public:
    Muster(DeskStaff& staff, DeskKind kind, RunIdentity run)
        : staff_(staff),
          attendance_(staff, kind, run),
          own_(staff.rules->learning_weeks, staff.rules->learning_start),
          borrowed_(staff.rules->learning_weeks, staff.rules->learning_start) {
        borrowed_.settle(0, 0);
    }

    /// Who comes today; the staff's pace is from now on theirs.
    Crew on(std::int64_t day) {
        const auto today = static_cast<std::size_t>(day);
        const Crew crew = attendance_.on(day);
        const double lent = std::max(0.0, -staff_.loan(today)), guests = std::max(0.0, staff_.loan(today));
        own_.settle(day, (*staff_.positions)[today]);
        borrowed_.settle(day, guests);
        double pace = own_.pace(day);
        if (guests > 0) {
            const double own = (*staff_.positions)[today] - lent;
            pace = (own * pace + guests * borrowed_.pace(day) * staff_.loan_pace) / (own + guests);
        }
        staff_.crew_pace = pace * pace_at_home_and_work(crew, staff_.rules->home_pace);
        return crew;
    }

    /// Sets today's closing time and how much longer the desk is open.
    void plan_closing(WorkingTime::Interval hours, std::int64_t day) {
        staff_.closes = hours.closes;
        const double backlog = backlog_days(staff_, day, hours.closes - hours.opens);
        staff_.overtime_until =
            hours.closes + overtime_.grant(staff_.rules->overtime, day, backlog, midnight(day + 1) - minutes(1) - hours.closes);
    }

  private:
    DeskStaff& staff_;
    Attendance attendance_;
    Learners own_, borrowed_;
    OvertimeAccount overtime_;
};

constexpr int minute_of(Instant t) { return static_cast<int>((t - midnight(day_of(t))) / minutes(1)); }

}  // namespace

Flow keep_hours(Simulator& sim, Desk& desk, DeskStaff& staff, DeskKind kind, Desk::Closing closing, RunIdentity run) {
    desk.close(Desk::Closing::send_home);
    const Rota& rota = staff.rules->rota;
    Muster muster(staff, kind, run);
    for (std::int64_t day = 0; day < staff.hours->days(); ++day) {
        if (staff.hours_may_move) co_await sim.until(std::max(midnight(day), sim.now()), Rank::calendar);
        const WorkingTime::Interval hours = staff.hours->on(day);
        if (hours.opens == hours.closes) continue;
        co_await sim.until(hours.opens, Rank::calendar);
        const Crew crew = muster.on(day);
        const auto weekday = static_cast<std::size_t>(day % 7);  // a run begins on a Monday
        const auto change_duty = [&](int minute) {
            staff.on_duty = heads_on_duty(rota, weekday, minute, crew);
            desk.set_heads(staff.heads_at_desk());
        };
        muster.plan_closing(hours, day);
        change_duty(minute_of(hours.opens));
        desk.open();
        const int last = static_cast<int>((hours.closes - midnight(day)) / minutes(1));
        for (const int minute : duty_changes(rota, weekday, minute_of(hours.opens), last)) {
            co_await sim.until(midnight(day) + minutes(minute), Rank::calendar);
            change_duty(minute);
        }
        co_await sim.until(hours.closes, Rank::calendar);
        if (staff.overtime_until > hours.closes) {
            const std::int64_t before = desk.counts().staffed_us;
            co_await sim.until(staff.overtime_until, Rank::calendar);
            desk.count_overtime({desk.counts().staffed_us - before});
        }
        desk.close(closing);
    }
}

Flow keep_weeks(Simulator& sim, Desk& desk, const World& world, std::vector<DeskWeek>& weeks) {
    co_await sim.until(world.counting_from, Rank::calendar);
    for (std::size_t week = 0; week < weeks.size(); ++week) {
        desk.count_in(weeks[week]);
        co_await sim.delay(days(7) - Duration{1}, Rank::calendar);
        weeks[week].backlog = desk.waiting();
        if (week + 1 == weeks.size()) desk.end_counting();
        co_await sim.delay(Duration{1}, Rank::calendar);
    }
}

}  // namespace skranke
