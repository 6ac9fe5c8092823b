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
          world_(world),
          file_(file),
          need_(need),
          registered_(sim.now()),
          due_(due_of(world, file)) {}

    /// From here to its end, with a place among the cases begun if it needs one.
    Step<CaseEnd> handle();

    /// The office waits for what is not in its hands.
    /// \return how long the clock stood still
    Step<Duration> wait_for(Duration delay, bool clock_stops);

    Place place() const { return place_of(at_, service, file_.person, registered_, due_ + stopped_); }
    /// When it is withdrawn, if it has not had its turn by then.
    Instant leaves() const {
        return luck.withdraws == kNever ? kNever : std::max(luck.withdraws + stopped_, sim.now());
    }
    CaseEnd ends(CaseEnd::How how) const { return {how, sim.now(), stopped_}; }

    Simulator& sim;
    const Service& service;
    const CaseLuck luck;

  private:
    Task turn(double part) const {
        return {place(),
                {part * luck.effort_over_mean, &*at_.levers.effort_min[file_.person.service]},
                leaves(),
                service.interrupts ? Manner::interrupts : Manner::waits};
    }

    CaseDesk& at_;
    const World& world_;
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

Step<Duration> Case::wait_for(Duration delay, bool clock_stops) {
    if (clock_stops && need_ != nullptr) need_->stop_clock();
    co_await sim.delay(delay);
    if (clock_stops && need_ != nullptr) need_->start_clock();
    const Duration stood_still = clock_stops ? delay : Duration{};
    stopped_ = stopped_ + stood_still;
    co_return stood_still;
}

// One turn with all the work; or a review that shows what is missing, and the rest when it has come.
// Then the case keeps the place of the day it was registered.
Step<CaseEnd> Case::handle() {
    const double review = luck.needs_two_turns() ? service.review_share : 0;
    if (luck.needs_two_turns()) {
        if (!co_await have_turn(at_, turn(review))) co_return ends(CaseEnd::How::withdrawn);
        if (luck.lacks_documents) {
            if (service.documents_remind_days > 0) remind(at_, service, file_.person, sim.now() + luck.documents_delay);
            co_await wait_for(luck.documents_delay, service.clock.stops.documents);
            if (luck.never_complete) co_return ends(CaseEnd::How::incomplete);
        }
        if (luck.waits_for_others) co_await wait_for(luck.third_party_delay, service.clock.stops.third_party);
    }
    if (!co_await have_turn(at_, turn(1 - review))) co_return ends(CaseEnd::How::withdrawn);
    if (luck.comes_back) rework(at_, world_, file_, luck);
    co_return ends(CaseEnd::How::decided);
}

Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const CaseFile& file, OpenNeed* need) {
    Case one(at, world, file, need);
    if (file.paper != Paper::none) co_await one.wait_for(one.luck.paper_delay, one.service.clock.stops.documents);
    const Place place = one.place();
    if (!needs_place(at, one.service, place.priority)) co_return co_await one.handle();
    if (co_await at.places->seize(place.priority, one.leaves(), Stay::overnight, place.since) != Turn::started)
        co_return one.ends(CaseEnd::How::withdrawn);
    const CaseEnd end = co_await one.handle();
    at.places->release();
    co_return end;
}

}  // namespace skranke
