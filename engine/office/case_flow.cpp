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

/// \param registered  when the case came to the desk
/// \param stopped     how long its clock has stood still
Place place_of(const CaseDesk& at, const World& world, const CaseFile& file, Instant registered, Duration stopped) {
    const Service& service = world.scenario.services[file.person.service];
    const CaseRules& rules = at.staff.cases->rules;
    const int priority = class_of(service, file.person);
    if (rules.discipline != Discipline::earliest_due || priority <= rules.urgent_priority) return {priority, registered};
    const Instant starts = service.clock.from == ClockFrom::need ? file.person.born : file.received;
    return {kPriorities - 1, last_in_time(world.calendar, starts, service.clock.limit, service.clock.unit) + stopped};
}

}  // namespace

CaseFile open_file(const Scenario& scenario, const Person& person, Instant received) {
    CaseFile file{person, received};
    file.person.acute = is_acute(scenario, person);
    const std::size_t becomes = scenario.services[person.service].acute_becomes;
    if (file.person.acute && becomes != kItself) file.person.service = static_cast<std::uint16_t>(becomes);
    return file;
}

Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const CaseFile& file, OpenNeed* need) {
    const Service& service = world.scenario.services[file.person.service];
    const Instant registered = at.sim.now();
    const CaseLuck luck = draw_luck(at.levers, world, file.person, registered);
    Duration stopped{};
    // One turn with all the work; or a review that shows what is missing, and the rest when it has
    // come. Then the case keeps the place of the day it was registered.
    for (bool review = luck.needs_two_turns();; review = false) {
        const double part = !luck.needs_two_turns() ? 1.0 : review ? service.review_share : 1 - service.review_share;
        const Task task{place_of(at, world, file, registered, stopped),
                        {part * luck.effort_over_mean, &*at.levers.effort_min[file.person.service]},
                        luck.withdraws == kNever ? kNever : std::max(luck.withdraws + stopped, at.sim.now()),
                        service.interrupts ? Manner::interrupts : Manner::waits};
        if (!co_await have_turn(at, task)) co_return CaseEnd{CaseEnd::How::withdrawn, at.sim.now(), stopped};
        if (!review) co_return CaseEnd{CaseEnd::How::decided, at.sim.now(), stopped};

        if (luck.lacks_documents) {
            if (need != nullptr) need->stop_clock();
            co_await at.sim.delay(luck.documents_delay);
            stopped = luck.documents_delay;
            if (need != nullptr) need->start_clock();
            if (luck.never_complete) co_return CaseEnd{CaseEnd::How::incomplete, at.sim.now(), stopped};
        }
        if (luck.waits_for_others) co_await at.sim.delay(luck.third_party_delay);
    }
}

}  // namespace skranke
