#include "engine/office/roster.hpp"

#include <algorithm>

namespace skranke {

int heads_present(const DeskStaff& staff, DeskKind kind, std::int64_t day, RunIdentity run) {
    const auto today = static_cast<std::size_t>(day);
    const int heads = staff.heads(today);
    const double absence = (*staff.absence)[today];
    if (absence <= 0) return heads;
    BasicStream<2> draws({run.seed, run.replication, staff.address, static_cast<std::uint32_t>(day),
                          purpose_word(0, Purpose::absence, static_cast<std::uint32_t>(kind))});
    int present = 0;
    for (int head = 0; head < heads; ++head) present += draws.uniform() >= absence ? 1 : 0;
    return std::max(present, std::min(staff.cover, heads));
}

Flow keep_hours(Simulator& sim, Desk& desk, const DeskStaff& staff, DeskKind kind, Desk::Closing closing,
                RunIdentity run) {
    desk.close(Desk::Closing::send_home);
    for (std::int64_t day = 0; day < staff.hours->days(); ++day) {
        if (staff.hours_may_move) co_await sim.until(std::max(midnight(day), sim.now()), Rank::calendar);
        const WorkingTime::Interval hours = staff.hours->on(day);
        if (hours.opens == hours.closes) continue;
        co_await sim.until(hours.opens, Rank::calendar);
        desk.set_heads(heads_present(staff, kind, day, run));
        desk.open();
        co_await sim.until(hours.closes, Rank::calendar);
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
