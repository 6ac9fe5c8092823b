// People and clerks face to face: at the door, in booked meetings, and at people's homes.

#include "engine/office/office.hpp"

namespace skranke {

namespace {

constexpr int kBookedFirst = 0;  // at the reception: who has an appointment goes first
constexpr int kVisitorAfter = 1;

}  // namespace

/// Stands in line at the reception and talks to a clerk, or fills in the digital form with a host's help.
/// Who is carried over comes back when the door opens, with the number and the patience that she has left.
Step<Contact> OfficeSite::come_to_the_door(const Person& person, Channel counted, std::uint32_t attempt) {
    constexpr std::size_t c = index_of(Channel::drop_in);
    ChannelCell& counts = ledger.channel(person, counted);
    ++counts.attempts;
    if (const auto failure = turned_away(Channel::drop_in, reception_, reception_.waiting(), counts)) co_return *failure;
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    const double mean_talk = today(counted == Channel::digital ? levers_.assisted_min : levers_.talk_min[c]);
    const Instant came = sim.now();
    Instant leaves = patience_end(person, Channel::drop_in, draws.at(draw::patience));
    Duration away{};
    ledger.note(person, came, Happening::in_line);
    Turn turn = co_await reception_.seize(kVisitorAfter, leaves);
    while (turn == Turn::sent_home && carries_over() && !is_shut(Channel::drop_in)) {
        const Instant opens = hours_of(Channel::drop_in).next_open(sim.now());
        away = away + (opens - sim.now());
        if (leaves != kNever) leaves = leaves + (opens - sim.now());
        co_await sim.until(opens, Rank::calendar);
        turn = co_await reception_.seize(kVisitorAfter, leaves, Stay::until_closing, came);
    }
    if (turn == Turn::left) co_return failed(counts.left, Reason::left_queue);
    if (turn == Turn::sent_home) co_return failed(counts.closed, Reason::closed);
    const Instant started = sim.now();
    ++counts.reached;
    counts.wait.add(started - came - away);
    const double talk = talk_min(person, Channel::drop_in, mean_talk, draws.at(draw::talk));
    co_await sim.delay(taken_at(DeskKind::reception, minutes(talk + today(levers_.wrap_up_min[c]))), Rank::finish);
    reception_.release();
    co_return Contact{true, {}, started};
}

bool OfficeSite::carries_over() const {
    return world_.scenario.channels[index_of(Channel::drop_in)].at_closing == CloseRule::carry_over;
}

/// Books a meeting, turns up (or does not), and is served before those without one. Who does not may be
/// given another.
Step<Contact> OfficeSite::keep_appointment(const Person& person, std::uint32_t attempt) {
    constexpr std::size_t c = index_of(Channel::appointment);
    const AppointmentRules& rules = world_.scenario.appointments;
    ChannelCell& counts = ledger.channel(person, Channel::appointment);
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    Instant slot;
    for (std::uint32_t booking = 0;; ++booking) {
        ++counts.attempts;
        if (booking > 0) ledger.note(person, sim.now(), Happening::attempt, Channel::appointment);
        const std::optional<Instant> free = appointments_.book(sim.now());
        if (!free) co_return failed(counts.blocked, Reason::blocked);
        slot = *free;
        co_await sim.until(slot, Rank::arrival);
        const std::uint32_t again = draw::rebooking + 2 * booking;
        const double no_show = draws.at(booking == 0 ? draw::no_show : again + 1);
        if (no_show >= rules.no_show && (person.takes_video || can_come(person))) break;
        const Contact failure = failed(counts.left, Reason::left_queue);
        if (rules.rebook <= 0 || draws.at(again) >= rules.rebook) co_return failure;
    }
    co_await reception_.seize(kBookedFirst, kNever, Stay::overnight);
    const Instant started = sim.now();
    ++counts.reached;
    counts.wait.add(started - slot);
    const double talk = talk_min(person, Channel::appointment, today(levers_.talk_min[c]), draws.at(draw::talk));
    co_await sim.delay(taken_at(DeskKind::reception, minutes(talk)), Rank::finish);
    reception_.release();
    co_return Contact{true, {}, started};
}

Desk& OfficeSite::desk_of(DeskKind kind) {
    switch (kind) {
        case DeskKind::reception: return reception_;
        case DeskKind::duty_phone: return duty_phone_;
        default: return casework_.desk;
    }
}

/// Who asked for a visit keeps her turn overnight; the way and the talk take working hours, so a visit
/// that is not over when they end goes on the next morning, as work on a case does.
Step<Contact> OfficeSite::await_visit(const Person& person, std::uint32_t attempt) {
    constexpr std::size_t c = index_of(Channel::outreach);
    const OutreachRules& rules = world_.scenario.outreach;
    ChannelCell& counts = ledger.channel(person, Channel::outreach);
    Desk& desk = desk_of(rules.served_by);
    ++counts.attempts;
    if (const auto failure = turned_away(Channel::outreach, desk, waiting_for_visit_, counts)) co_return *failure;
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    const Instant asked = sim.now(), leaves = patience_end(person, Channel::outreach, draws.at(draw::patience));
    ledger.note(person, asked, Happening::in_line);
    ++waiting_for_visit_;
    const Turn turn = co_await desk.seize(rules.priority, leaves, Stay::overnight);
    --waiting_for_visit_;
    if (turn != Turn::started) co_return failed(counts.left, Reason::left_queue);
    const WorkingTime& hours = *levers_.staff(rules.served_by).hours;
    const Duration way = minutes(today(levers_.travel_min));
    const Duration talk =
        minutes(talk_min(person, Channel::outreach, today(levers_.talk_min[c]), draws.at(draw::talk)) +
                today(levers_.wrap_up_min[c]));
    const Instant arrives = hours.add_open_time(sim.now(), way);
    ++counts.reached;
    counts.wait.add(arrives - asked);
    co_await sim.until(hours.add_open_time(sim.now(), way + talk + way), Rank::finish);
    desk.release();
    co_return Contact{true, {}, arrives};
}

}  // namespace skranke
