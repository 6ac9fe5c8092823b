#include "engine/office/casework/case_desk.hpp"

namespace skranke {

namespace {

/// The instant when an effort, begun now, is done.
Instant work_until(const CaseDesk& at, double effort_min) {
    const auto day = static_cast<std::size_t>(day_of(at.sim.now()));
    return at.staff.hours->add_open_time(at.sim.now(), minutes(effort_min / at.staff.speed(day)));
}

}  // namespace

CaseDesk::CaseDesk(Simulator& simulator, const Levers& site_levers, DeskKind kind)
    : sim(simulator), desk(simulator), levers(site_levers), staff(site_levers.staff(kind)) {
    if (staff.cases->rules.discipline == Discipline::growing) desk.set_growth(staff.cases->growth);
}

Step<bool> have_turn(CaseDesk& at, Task task) {
    const Turn turn = co_await at.desk.seize(task.place.priority, task.leave_at, Stay::overnight, task.place.since);
    if (turn != Turn::started) co_return false;
    const double effort_min = task.effort.min_on(static_cast<std::size_t>(day_of(at.sim.now())));
    co_await at.sim.until(work_until(at, effort_min), Rank::finish);
    at.desk.release();
    co_return true;
}

}  // namespace skranke
