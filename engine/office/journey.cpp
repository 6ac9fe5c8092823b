// What a resident with a need does, told as a story. How she gets through is in channels.cpp, what
// happens to her case in case_flow.cpp.

#include <algorithm>

#include "engine/office/casework/case_luck.hpp"
#include "engine/office/office.hpp"

namespace skranke {

namespace {

// Attempts of one need take purposes from 0 on, calls about an open case from here on.
constexpr std::uint32_t kFirstEnquiry = 128;
constexpr std::uint32_t kEnquiries = 100;
static_assert(kMostAttempts <= kFirstEnquiry);
static_assert(purpose_word(0, Purpose::first_attempt, kFirstEnquiry + kEnquiries) <= 256, "a purpose has 8 bits");

enum class NextStep : std::uint8_t { same, other, tomorrow, give_up };

NextStep next_step(const RetryRule& rule, double u) {
    if (u < rule.same) return NextStep::same;
    if (u < rule.same + rule.other) return NextStep::other;
    if (u < rule.same + rule.other + rule.tomorrow) return NextStep::tomorrow;
    return NextStep::give_up;
}

const RetryRule& rule_after(const Scenario& scenario, Channel channel, Reason failure) {
    const ChannelRules& rules = scenario.channels[static_cast<std::size_t>(channel)];
    switch (failure) {
        case Reason::closed: return rules.after_closed;
        case Reason::blocked: return rules.after_blocked;
        case Reason::missed_callback: return scenario.phone_loop.after_missed;
        default: return rules.after_left;
    }
}

/// People talk and nobody knew before that they would: no interpreter has been booked.
bool is_talk_without_notice(Channel way) { return way != Channel::digital && way != Channel::appointment; }
Happening happening_of(Reason failure) {
    switch (failure) {
        case Reason::closed: return Happening::closed;
        case Reason::blocked: return Happening::blocked;
        case Reason::missed_callback: return Happening::missed;
        default: return Happening::left;
    }
}

}  // namespace

Flow OfficeSite::need(Person person) {
    OpenNeed open(ledger, person, sim);
    const Service& service = world_.scenario.services[person.service];

    Contact contact;
    if (!person.carried) {
        const double hesitates = world_.scenario.demand.first_attempt_delay_min;
        if (hesitates > 0) {
            co_await sim.delay(
                minutes(exponential_quantile(person.draws(Purpose::birth).at(draw::first_delay), hesitates)));
        }
        contact = co_await reach_someone(person, open);
        if (!contact.reached) {
            open.unmet(contact.failure);
            co_return;
        }
        if (person.draws(Purpose::casework).at(draw::becomes_case) >= service.case_share) {
            if (open.decided(contact.since)) renew(person);
            co_return;
        }
    }
    CaseFile file = open_file(world_.scenario, person, person.carried ? person.born : sim.now());
    if (contact.reached && contact.channel == Channel::digital && needs_paper(world_.scenario, file.person))
        file.paper = is_shut(Channel::drop_in) ? Paper::by_post : Paper::by_hand;
    open.register_case(file.received, world_.scenario.services[file.person.service]);
    const CaseRegister::Entry entry = cases_.open();
    if (asks_before_the_end(person)) enquire(person, entry);
    if (world_.scenario.services[file.person.service].provisional.after_days > 0) {
        send_provisional(file, entry);
        count_provisional(file, entry);
    }
    CaseEnd end;
    if (service.system == System::local) {
        end = co_await work_on_case(casework_, world_, file, &open);
    } else {
        end = co_await ask<CaseEnd>(*this, world_.benefit_office(), PostKind::case_file,
                                    world_.delay_of(PostKind::case_file), file);
        open.clock_stood_still(end.stopped);
    }
    cases_.close(entry);
    switch (end.how) {
        case CaseEnd::How::decided:
            if (open.decided(end.when)) renew(person);
            break;
        case CaseEnd::How::incomplete: open.unmet(Reason::incomplete); break;
        case CaseEnd::How::withdrawn: open.unmet(Reason::gave_up_waiting); break;
    }
}

Step<Contact> OfficeSite::reach_someone(const Person& person, OpenNeed& open) {
    const int most = world_.scenario.groups[person.group].max_attempts;
    Instant first_attempt = kNever;
    std::optional<Channel> wanted, avoided;
    Contact contact;
    for (std::uint32_t attempt = 0;; ++attempt) {
        NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
        if (!wanted || !can_use(person, *wanted) || is_known_shut(way_in(person, *wanted)) ||
            is_known_down(person, *wanted))
            wanted = choose(person, draws.at(draw::channel), avoided);
        const Channel way = wanted ? way_in(person, *wanted) : Channel{};
        if (wanted) {
            const Instant opens = hours_of(way).next_open(sim.now());
            if (opens > sim.now() && !is_shut(way)) {
                co_await sim.until(arrival_after_opening(way, opens, draws.at(draw::spread)), Rank::arrival);
            }
            first_attempt = std::min(first_attempt, sim.now());
            open.attempt();
            ledger.note(person, sim.now(), Happening::attempt, *wanted);
            contact = co_await try_channel(person, *wanted, attempt);
            note_contact(person, contact);
        } else {
            contact = Contact{};  // no open channel that she can use
        }
        if (contact.reached) {
            contact.channel = *wanted;
            if (person.needs_interpreter && is_talk_without_notice(way)) {
                const Duration delay = interpreter_delay(person, attempt);
                co_await sim.delay(delay);
                contact.since = contact.since + delay;
            }
            open.reached(contact.since - first_attempt);
            co_return contact;
        }
        open.failed_attempt(contact.failure);
        if (static_cast<int>(attempt) + 1 >= most) co_return contact;
        if (!wanted) {
            co_await sim.delay(minutes(world_.scenario.demand.barrier_retry_days * 24 * 60), Rank::arrival);
            continue;
        }
        const double pause = exponential_quantile(
            draws.at(draw::next_delay), world_.scenario.channels[index_of(way)].retry_min);
        switch (next_step(rule_after(world_.scenario, way, contact.failure), draws.at(draw::next_step))) {
            case NextStep::give_up: co_return contact;
            case NextStep::same: co_await sim.delay(minutes(pause), Rank::arrival); break;
            case NextStep::other:
                avoided = wanted;
                wanted.reset();
                co_await sim.delay(minutes(pause), Rank::arrival);
                break;
            case NextStep::tomorrow: co_await sim.until(midnight(day_of(sim.now()) + 1), Rank::arrival); break;
        }
    }
}

/// Nobody understands anybody until an interpreter is found.
Duration OfficeSite::interpreter_delay(const Person& person, std::uint32_t attempt) const {
    const double mean_days = world_.scenario.groups[person.group].interpreter_delay_days;
    if (mean_days <= 0) return {};
    const double draw = person.draws(Purpose::first_attempt, attempt).at(draw::interpreter_delay);
    return minutes(exponential_quantile(draw, mean_days) * 24 * 60);
}

/// The time from one call about an open case to the next; number n of this person.
Duration OfficeSite::enquiry_gap(const Person& person, std::uint32_t n) const {
    const double every_days = 7 / world_.scenario.services[person.service].enquiries_per_week;
    return minutes(exponential_quantile(person.draws(Purpose::enquiries).at(n), every_days) * 24 * 60);
}

/// Whether this person would ring about an open case at all before the run ends.
bool OfficeSite::asks_before_the_end(const Person& person) const {
    return world_.scenario.services[person.service].enquiries_per_week > 0 && can_use(person, Channel::phone) &&
           sim.now() + enquiry_gap(person, 0) < world_.horizon;
}

/// Calls about an open case, again and again until it is closed.
Flow OfficeSite::enquire(Person person, CaseRegister::Entry entry) {
    for (std::uint32_t n = 0;; ++n) {
        co_await sim.delay(enquiry_gap(person, n), Rank::arrival);
        if (!cases_.is_open(entry)) co_return;
        const std::uint32_t attempt = kFirstEnquiry + n % kEnquiries;
        const Instant opens = hours_of(Channel::phone).next_open(sim.now());
        if (opens == kNever) co_return;
        if (opens > sim.now()) {
            const double draw = person.draws(Purpose::first_attempt, attempt).at(draw::spread);
            co_await sim.until(arrival_after_opening(Channel::phone, opens, draw), Rank::arrival);
            if (!cases_.is_open(entry)) co_return;
        }
        ++ledger.channel(person, Channel::phone).enquiries;
        ledger.note(person, sim.now(), Happening::enquiry);
        ledger.note(person, sim.now(), Happening::attempt, Channel::phone);
        note_contact(person, co_await ring(person, attempt));
    }
}

/// How an attempt ended. Who is served is so from the moment she reached somebody.
void OfficeSite::note_contact(const Person& person, const Contact& contact) const {
    if (contact.reached) return ledger.note(person, contact.since, Happening::served);
    ledger.note(person, sim.now(), happening_of(contact.failure));
}

}  // namespace skranke
