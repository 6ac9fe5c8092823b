#include "engine/office/case_flow.hpp"

#include <algorithm>

namespace skranke {

namespace {

Duration in_days_of(double days_wanted) { return minutes(days_wanted * 24 * 60); }

/// The instant when `part` of a mean case's work, begun now, is done.
Instant work_until(const CaseDesk& at, const Person& person, double part) {
    const auto day = static_cast<std::size_t>(day_of(at.sim.now()));
    const double effort_min = part * (*at.levers.effort_min[person.service])[day];
    return at.staff.hours->add_open_time(at.sim.now(), minutes(effort_min / at.staff.speed(day)));
}

/// Everything about a case that is chance, drawn when it is registered.
struct Luck {
    double effort_over_mean = 1;
    Instant withdraws = kNever;   ///< if it has not had its turn
    bool lacks_documents = false;
    bool never_complete = false;  ///< the documents do not come before the office gives up asking
    bool waits_for_others = false;
    Duration documents_delay, third_party_delay;

    bool needs_two_turns() const { return lacks_documents || waits_for_others; }
};

Luck draw_luck(const CaseDesk& at, const World& world, const Service& service, const Person& person, Instant registered) {
    NumberedDraws draws = person.draws(Purpose::casework);
    const auto today = static_cast<std::size_t>(day_of(registered));
    Luck luck;
    luck.effort_over_mean = world.unit_effort[person.service].quantile(draws.at(draw::effort));
    luck.lacks_documents = draws.at(draw::documents_missing) < (*at.levers.documents_missing[person.service])[today];
    if (service.withdraw_days > 0)
        luck.withdraws = registered + in_days_of(exponential_quantile(draws.at(draw::withdrawal), service.withdraw_days));
    if (luck.lacks_documents) {
        const double delay = exponential_quantile(draws.at(draw::documents_delay), service.documents_days);
        luck.never_complete =
            draws.at(draw::documents_dropout) < service.documents_dropout || delay > service.documents_chase_days;
        luck.documents_delay = in_days_of(luck.never_complete ? service.documents_chase_days : delay);
    }
    luck.waits_for_others = draws.at(draw::third_party) < service.third_party;
    if (luck.waits_for_others)
        luck.third_party_delay =
            in_days_of(exponential_quantile(draws.at(draw::third_party_delay), service.third_party_days));
    return luck;
}

}  // namespace

Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const Person& person, OpenNeed* need) {
    const Service& service = world.scenario.services[person.service];
    const Instant registered = at.sim.now();
    const Luck luck = draw_luck(at, world, service, person, registered);
    const int priority = person.children && service.priority_children >= 0 ? service.priority_children
                                                                           : service.priority;
    Duration stopped{};
    // One turn with all the work; or a review that shows what is missing, and the rest when it has
    // come. Then the case keeps the place of the day it was registered.
    for (bool review = luck.needs_two_turns();; review = false) {
        const Instant patience = luck.withdraws == kNever ? kNever : std::max(luck.withdraws + stopped, at.sim.now());
        if (co_await at.desk.seize(priority, patience, Stay::overnight, registered) != Turn::started) {
            co_return CaseEnd{CaseEnd::How::withdrawn, at.sim.now(), stopped};
        }
        const double part = !luck.needs_two_turns() ? 1.0 : review ? service.review_share : 1 - service.review_share;
        co_await at.sim.until(work_until(at, person, part * luck.effort_over_mean), Rank::finish);
        at.desk.release();
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
