#include "engine/office/case_flow.hpp"

#include <algorithm>

#include "engine/office/casework/case_luck.hpp"
#include "engine/office/casework/time_limit.hpp"

namespace skranke {

namespace {

int class_of(const Service& service, const Person& person) {
    if (person.priority >= 0) return person.priority;  // as the pile has it
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
    co_await have_turn(
        at, {place_of(at, service, file.person, file.received, due_of(world, file)),
             {service.rework_effort_share * luck.effort_over_mean, &*at.levers.effort_min[file.person.service]},
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

/// One case at the desk that decides it.
class Case {
  public:
    Case(CaseDesk& desk, const World& world, const CaseFile& file, OpenNeed* need)
        : sim(desk.sim),
          service(world.scenario.services[file.person.service]),
          luck(draw_luck(desk.levers, world, file, sim.now())),
          at_(desk),
          file_(file),
          need_(need),
          registered_(file.person.carried ? file.received : sim.now()),
          due_(due_of(world, file)) {}

    /// The office begins and ends to wait for what is not in its hands.
    void begin_wait(bool clock_stops);
    void end_wait(bool clock_stops, Duration waited);

    Place place() const { return place_of(at_, service, file_.person, registered_, due_ + stopped_); }
    /// When it is withdrawn, if it has not had its turn by then.
    Instant leaves() const {
        return luck.withdraws == kNever ? kNever : std::max(luck.withdraws + stopped_, sim.now());
    }
    CaseEnd ends(CaseEnd::How how) const { return {how, sim.now(), stopped_}; }

    /// One turn of so large a part of the work.
    Task turn(double part) const {
        return {place(),
                {part * luck.effort_over_mean, &*at_.levers.effort_min[file_.person.service]},
                leaves(),
                service.interrupts ? Manner::interrupts : Manner::waits};
    }

    Simulator& sim;
    const Service& service;
    const CaseLuck luck;

  private:
    CaseDesk& at_;
    const CaseFile& file_;
    OpenNeed* need_;
    Instant registered_, due_;
    Duration stopped_{};  // so far
};

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

void Case::begin_wait(bool clock_stops) {
    if (clock_stops && need_ != nullptr) need_->stop_clock();
}

void Case::end_wait(bool clock_stops, Duration waited) {
    if (!clock_stops) return;
    if (need_ != nullptr) need_->start_clock();
    stopped_ = stopped_ + waited;
}

// One turn with all the work; or a review that shows what is missing, and the rest when it has come.
// Then the case keeps the place of the day it was registered. All in one coroutine: thousands of cases
// sleep here at once, each with the memory of its frames.
Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const CaseFile& file, OpenNeed* need) {
    Case one(at, world, file, need);
    const ClockStops& stops = one.service.clock.stops;
    const CaseLuck& luck = one.luck;
    if (file.paper != Paper::none) {
        one.begin_wait(stops.documents);
        co_await at.sim.delay(luck.paper_delay);
        one.end_wait(stops.documents, luck.paper_delay);
    }
    const Place first = one.place();
    const bool takes_place = needs_place(at, one.service, first.priority);
    if (takes_place) {
        const Turn turn = co_await at.places->seize(first.priority, one.leaves(), Stay::overnight, first.since);
        if (turn != Turn::started) co_return one.ends(CaseEnd::How::withdrawn);
    }
    CaseEnd::How how = CaseEnd::How::decided;
    for (bool review = luck.needs_two_turns();; review = false) {
        const double part = !luck.needs_two_turns() ? 1 : review ? one.service.review_share : 1 - one.service.review_share;
        if (!co_await have_turn(at, one.turn(part))) how = CaseEnd::How::withdrawn;
        if (how == CaseEnd::How::withdrawn) break;
        at.note(file.person, at.sim.now(), Happening::turn);
        if (!review) break;
        if (luck.lacks_documents) {
            at.note(file.person, at.sim.now(), Happening::documents_asked);
            one.begin_wait(stops.documents);
            if (one.service.documents_remind_days > 0)
                remind(at, one.service, file.person, at.sim.now() + luck.documents_delay);
            co_await at.sim.delay(luck.documents_delay);
            one.end_wait(stops.documents, luck.documents_delay);
            if (luck.never_complete) {
                how = CaseEnd::How::incomplete;
                break;
            }
            at.note(file.person, at.sim.now(), Happening::documents_came);
        }
        if (luck.waits_for_others) {
            one.begin_wait(stops.third_party);
            co_await at.sim.delay(luck.third_party_delay);
            one.end_wait(stops.third_party, luck.third_party_delay);
        }
    }
    if (how == CaseEnd::How::decided && luck.comes_back) rework(at, world, file, luck);
    if (takes_place) at.places->release();
    co_return one.ends(how);
}

}  // namespace skranke
