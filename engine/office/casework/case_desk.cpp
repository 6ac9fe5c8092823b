#include "engine/office/casework/case_desk.hpp"

#include <algorithm>

namespace skranke {

namespace {

/// The instant when an effort, begun now, is done.
Instant work_until(const CaseDesk& at, double effort_min) {
    const auto day = static_cast<std::size_t>(day_of(at.sim.now()));
    return at.staff.hours->add_open_time(at.sim.now(), minutes(effort_min / at.staff.speed(day)));
}

/// What has been done since `begun`, at the speed of that day as work_until has it.
double effort_done_min(const CaseDesk& at, Instant begun) {
    const double speed = at.staff.speed(static_cast<std::size_t>(day_of(begun)));
    return in_minutes(at.staff.hours->open_time(begun, at.sim.now())) * speed;
}

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

CaseDesk::CaseDesk(Simulator& simulator, const Levers& site_levers, DeskKind kind)
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
    if (!interrupts || !interrupt_one(at)) {
        const Turn turn = co_await at.desk.seize(task.place.priority, task.leave_at, Stay::overnight, task.place.since);
        if (turn != Turn::started) co_return false;
    }
    double effort_min = task.effort.min_on(static_cast<std::size_t>(day_of(at.sim.now())));
    if (!at.in_hand || interrupts) {
        co_await at.sim.until(work_until(at, effort_min), Rank::finish);
    } else {
        for (;;) {
            const Instant begun = at.sim.now();
            if (co_await at.in_hand->work_until(work_until(at, effort_min), task.place.priority)) break;
            effort_min = std::max(0.0, effort_min - effort_done_min(at, begun));
            co_await at.desk.seize(task.place.priority, kNever, Stay::overnight, task.place.since);
        }
    }
    at.desk.release();
    co_return true;
}

}  // namespace skranke
