#include "engine/office/case_flow.hpp"

#include <algorithm>

#include "engine/office/casework/case_luck.hpp"
#include "engine/office/casework/time_limit.hpp"

namespace skranke {

namespace {

int class_of(const Service& service, const Person& person) {
    const bool children = person.children && service.priority_children >= 0;
    const int priority = children ? service.priority_children : service.priority;
    if (!person.acute || service.priority_acute < 0) return priority;
    return children ? std::min(priority, service.priority_acute) : service.priority_acute;
}

/// The last instant in time for a case whose clock has not stood still.
Instant due_of(const World& world, const CaseFile& file) {
    const Clock& clock = world.scenario.services[file.person.service].clock;
    const Instant starts = clock.from == ClockFrom::need ? file.person.born : file.received;
    return last_in_time(world.calendar, starts, clock.limit, clock.unit);
}

/// A decision comes back, with a clock of its own.
Flow rework(CaseDesk& at, const World& world, CaseFile file, CaseLuck luck) {
    const Service& service = world.scenario.services[file.person.service];
    co_await at.sim.delay(luck.rework_delay);
    file.received = file.person.born = at.sim.now();
    co_await have_turn(at, {place_of(at, service, file.person, file.received, due_of(world, file)),
                            {service.rework_effort_share * luck.effort_over_mean,
                             &*at.levers.effort_min[file.person.service]},
                            kNever,
                            Manner::waits});
}

/// Reminders of missing documents, the next so long after the last has been sent, until the office no
/// longer waits for them.
Flow remind(CaseDesk& at, const Service& service, Person person, Instant until) {
    const Duration every = minutes(service.documents_remind_days * 24 * 60);
    while (at.sim.now() + every < until) {
        co_await at.sim.delay(every);
        const Place place = place_of(at, service, person, at.sim.now(), at.sim.now());
        if (!co_await have_turn(at, {place, {service.remind_effort_min, nullptr}, until, Manner::waits})) co_return;
    }
}

enum class Meanwhile : std::uint8_t { clock_runs, clock_stands_still };

Meanwhile clock(bool stops) { return stops ? Meanwhile::clock_stands_still : Meanwhile::clock_runs; }

/// The office waits for what is not in its hands.
/// \return how long the clock stood still
Step<Duration> wait_for(CaseDesk& at, Duration delay, Meanwhile meanwhile, OpenNeed* need) {
    const bool stops = meanwhile == Meanwhile::clock_stands_still;
    if (stops && need != nullptr) need->stop_clock();
    co_await at.sim.delay(delay);
    if (stops && need != nullptr) need->start_clock();
    co_return stops ? delay : Duration{};
}

}  // namespace

Place place_of(const CaseDesk& at, const Service& service, const Person& person, Instant since, Instant due) {
    const CaseRules& rules = at.staff.cases->rules;
    const int priority = class_of(service, person);
    if (rules.discipline != Discipline::earliest_due || priority <= rules.urgent_priority) return {priority, since};
    return {kPriorities - 1, due};
}

CaseFile open_file(const Scenario& scenario, const Person& person, Instant received) {
    CaseFile file{person, received};
    file.person.acute = is_acute(scenario, person);
    const std::size_t becomes = scenario.services[person.service].acute_becomes;
    if (file.person.acute && becomes != kItself) file.person.service = static_cast<std::uint16_t>(becomes);
    return file;
}

Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const CaseFile& file, OpenNeed* need) {
    const Service& service = world.scenario.services[file.person.service];
    const Instant registered = at.sim.now(), due = due_of(world, file);
    const CaseLuck luck = draw_luck(at.levers, world, file, registered);
    const ClockStops stops = service.clock.stops;
    Duration stopped{};
    if (file.paper != Paper::none) stopped = co_await wait_for(at, luck.paper_delay, clock(stops.documents), need);
    // One turn with all the work; or a review that shows what is missing, and the rest when it has
    // come. Then the case keeps the place of the day it was registered.
    for (bool review = luck.needs_two_turns();; review = false) {
        const double part = !luck.needs_two_turns() ? 1.0 : review ? service.review_share : 1 - service.review_share;
        const Task task{place_of(at, service, file.person, registered, due + stopped),
                        {part * luck.effort_over_mean, &*at.levers.effort_min[file.person.service]},
                        luck.withdraws == kNever ? kNever : std::max(luck.withdraws + stopped, at.sim.now()),
                        service.interrupts ? Manner::interrupts : Manner::waits};
        if (!co_await have_turn(at, task)) co_return CaseEnd{CaseEnd::How::withdrawn, at.sim.now(), stopped};
        if (!review) {
            if (luck.comes_back) rework(at, world, file, luck);
            co_return CaseEnd{CaseEnd::How::decided, at.sim.now(), stopped};
        }

        if (luck.lacks_documents) {
            if (service.documents_remind_days > 0) remind(at, service, file.person, at.sim.now() + luck.documents_delay);
            stopped = stopped + co_await wait_for(at, luck.documents_delay, clock(stops.documents), need);
            if (luck.never_complete) co_return CaseEnd{CaseEnd::How::incomplete, at.sim.now(), stopped};
        }
        if (luck.waits_for_others)
            stopped = stopped + co_await wait_for(at, luck.third_party_delay, clock(stops.third_party), need);
    }
}

}  // namespace skranke
