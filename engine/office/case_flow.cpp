#include "engine/office/case_flow.hpp"

#include <algorithm>

namespace skranke {

namespace {

Duration in_days_of(double days_wanted) { return minutes(days_wanted * 24 * 60); }

/// The instant when `part` of a mean case's work, begun now, is done.
Instant work_until(const CaseDesk& at, const World& world, const Person& person, double part) {
    const auto day = static_cast<std::size_t>(day_of(at.sim.now()));
    const double effort_min = part * world.effort_min[person.service][day];
    return at.plan.hours.add_open_time(at.sim.now(), minutes(effort_min / at.plan.speed[day]));
}

}  // namespace

Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, Person person, OpenNeed* need) {
    const Service& service = world.scenario.services[person.service];
    const Instant registered = at.sim.now();
    const auto today = static_cast<std::size_t>(day_of(registered));
    NumberedDraws draws = person.draws(Purpose::casework);

    const double effort_over_mean = world.unit_effort[person.service].quantile(draws.at(draw::effort));
    const bool lacks_documents = draws.at(draw::documents_missing) < world.documents_missing[person.service][today];
    const Instant withdraws = service.withdraw_days <= 0
                                  ? kNever
                                  : registered + in_days_of(exponential_quantile(draws.at(draw::withdrawal),
                                                                                   service.withdraw_days));
    const bool waits_for_others = draws.at(draw::third_party) < service.third_party;
    const int priority = person.children && service.priority_children >= 0 ? service.priority_children
                                                                           : service.priority;
    CaseEnd end;

    // First turn: all the work, or a review that shows what is missing.
    const bool in_two_turns = lacks_documents || waits_for_others;
    const double first_part = in_two_turns ? service.review_share : 1.0;
    if (co_await at.desk.seize(priority, withdraws, Stay::overnight) != Turn::started) {
        co_return CaseEnd{CaseEnd::How::withdrawn, at.sim.now(), {}};
    }
    co_await at.sim.until(work_until(at, world, person, effort_over_mean * first_part), Rank::finish);
    at.desk.release();

    if (lacks_documents) {
        const Instant asked = at.sim.now();
        if (need != nullptr) need->stop_clock();
        const bool never_come = draws.at(draw::documents_dropout) < service.documents_dropout;
        const double delay = exponential_quantile(draws.at(draw::documents_delay), service.documents_days);
        const bool in_time = !never_come && delay <= service.documents_chase_days;
        co_await at.sim.delay(in_days_of(in_time ? delay : service.documents_chase_days));
        end.stopped = at.sim.now() - asked;
        if (need != nullptr) need->start_clock();
        if (!in_time) co_return CaseEnd{CaseEnd::How::incomplete, at.sim.now(), end.stopped};
    }
    if (waits_for_others) {
        co_await at.sim.delay(
            in_days_of(exponential_quantile(draws.at(draw::third_party_delay), service.third_party_days)));
    }
    if (in_two_turns) {
        const Instant patience = withdraws == kNever ? kNever : std::max(withdraws + end.stopped, at.sim.now());
        // What was missing has come: the case keeps the place of the day it was registered.
        if (co_await at.desk.seize(priority, patience, Stay::overnight, registered) != Turn::started) {
            co_return CaseEnd{CaseEnd::How::withdrawn, at.sim.now(), end.stopped};
        }
        co_await at.sim.until(work_until(at, world, person, effort_over_mean * (1 - first_part)), Rank::finish);
        at.desk.release();
    }
    end.when = at.sim.now();
    co_return end;
}

}  // namespace skranke
