#include "engine/office/casework/case_desk.hpp"

#include <algorithm>

#include "engine/office/staffing/overtime.hpp"

namespace skranke {

namespace {

/// Whether a head has been taken from a case in hand.
bool interrupt_one(CaseDesk& at) {
    if (at.desk.has_free_head() || !at.in_hand->put_one_aside()) return false;
    at.desk.take_over();
    return true;
}

/// As many places as the heads on the day's roster may have cases, absent or not.
Flow keep_places(CaseDesk& at) {
    for (std::int64_t day = 0; day < at.staff.hours->days(); ++day) {
        co_await at.sim.until(midnight(day), Rank::calendar);
        const int heads = at.staff.heads(static_cast<std::size_t>(day));
        at.places->set_heads(static_cast<int>(at.staff.cases->rules.most_cases * heads));
    }
}

}  // namespace

CaseDesk::CaseDesk(Simulator& simulator, Levers& site_levers, DeskKind kind)
    : sim(simulator), desk(simulator), levers(site_levers), staff(site_levers.staff(kind)) {
    if (staff.cases->rules.discipline == Discipline::growing) desk.set_growth(staff.cases->growth);
    if (staff.cases->is_interrupted) in_hand.emplace(sim);
    if (staff.cases->rules.most_cases <= 0) return;
    places.emplace(sim);
    if (staff.cases->rules.discipline == Discipline::growing) places->set_growth(staff.cases->growth);
    keep_places(*this);
}

bool needs_place(const CaseDesk& at, const Service& service, int priority) {
    return at.places && !service.interrupts && priority > at.staff.cases->rules.urgent_priority;
}

Step<bool> have_turn(CaseDesk& at, Task task) {
    const bool interrupts = task.manner == Manner::interrupts;
    const auto effort_today = [&] { return task.effort.min_on(static_cast<std::size_t>(day_of(at.sim.now()))); };
    if (!interrupts || !interrupt_one(at)) {
        const Duration effort = minutes(effort_today());
        at.staff.work_in_line = at.staff.work_in_line + effort;
        const Turn turn = co_await at.desk.seize(task.place.priority, task.leave_at, Stay::overnight, task.place.since);
        at.staff.work_in_line = at.staff.work_in_line - effort;
        if (turn != Turn::started) co_return false;
    }
    double effort_min = effort_today();
    do {
        const Stretch stretch = work_on(at.staff, at.sim.now(), effort_min);
        bool finished = true;
        if (!at.in_hand || interrupts) {
            co_await at.sim.until(stretch.until, Rank::finish);
        } else {
            finished = co_await at.in_hand->work_until(stretch.until, task.place.priority);
        }
        effort_min =
            finished ? stretch.left_min : std::max(0.0, effort_min - done_min(at.staff, stretch, at.sim.now()));
        if (finished) continue;
        const Duration effort = minutes(effort_min);
        at.staff.work_in_line = at.staff.work_in_line + effort;
        co_await at.desk.seize(task.place.priority, kNever, Stay::overnight, task.place.since);
        at.staff.work_in_line = at.staff.work_in_line - effort;
    } while (effort_min > 0);
    at.desk.release();
    co_return true;
}

}  // namespace skranke
