// The phone: the office's own lines, and what the contact centre's loop asks of the office.

#include "engine/office/office.hpp"

namespace skranke {

namespace {

constexpr int kCallerFirst = 0;  // at the duty phone: who is on the line goes before those who are called back
constexpr int kCallbackAfter = 1;

Duration exponential_minutes(double u, double mean) { return minutes(exponential_quantile(u, mean)); }

int place_of(TransferPlace place) { return place == TransferPlace::before_callbacks ? kCallerFirst : kCallbackAfter; }

}  // namespace

Call OfficeSite::call_of(const Person& person, std::uint32_t attempt) const {
    constexpr std::size_t c = index_of(Channel::phone);
    const PhoneLoop& loop = world_.scenario.phone_loop;
    const Group& group = world_.scenario.groups[person.group];
    const bool local = world_.scenario.services[person.service].system == System::local;
    const double patience = world_.scenario.channels[c].patience_min * group.patience_factor;
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    Call call;
    call.home = sim.site();
    if (patience > 0) call.patience = exponential_minutes(draws.at(draw::patience), patience);
    call.talk = minutes(talk_min(person, Channel::phone, today(levers_.talk_min[c]), draws.at(draw::talk)));
    call.needs_query = local && draws.at(draw::query) < loop.query_share;
    if (call.needs_query) call.query_talk = exponential_minutes(draws.at(draw::query_talk), loop.query_talk_min);
    call.is_put_through = call.needs_query && loop.transfer > 0 && draws.at(draw::transfer) < loop.transfer;
    const double office_patience = loop.transfer_patience_min * group.patience_factor;
    if (call.is_put_through && office_patience > 0)
        call.office_patience = exponential_minutes(draws.at(draw::transfer_patience), office_patience);
    call.accepts_callback = loop.accepts_callback > 0 && draws.at(draw::accepts_callback) < loop.accepts_callback;
    if (call.accepts_callback) call.offered_callback_missed = draws.at(draw::offered_callback_missed);
    return call;
}

/// Rings the number on the letterhead: the contact centre's, or the office's own.
Step<Contact> OfficeSite::ring(const Person& person, std::uint32_t attempt) {
    using Result = CallAnswer::Result;
    if (outage_of(person, Channel::phone) != nullptr) {
        ChannelCell& silent = ledger.channel(person, Channel::phone);
        ++silent.attempts;
        co_return failed(silent.closed, Reason::closed);
    }
    if (world_.scenario.phone_answered_by == AnsweredBy::office)
        co_return co_await hold_the_line(person, Channel::phone, attempt);
    ChannelCell& counts = ledger.channel(person, Channel::phone);
    ++counts.attempts;
    const Call call = call_of(person, attempt);
    const auto answer =
        co_await ask<CallAnswer>(*this, world_.contact_centre(), PostKind::call, world_.delay_of(PostKind::call), call);
    if (answer.result == Result::served || answer.result == Result::message_taken) counts.wait.add(answer.waited);
    switch (answer.result) {
        case Result::served: ++counts.reached; co_return Contact{true, {}, answer.reached};
        case Result::message_taken: co_return co_await await_callback(person, attempt);
        case Result::put_through: co_return co_await wait_after_transfer(person, call, answer.waited, attempt);
        case Result::closed: co_return failed(counts.closed, Reason::closed);
        case Result::refused: co_return failed(counts.blocked, Reason::blocked);
        case Result::missed: co_return failed(counts.missed, Reason::missed_callback);
        case Result::left: break;
    }
    co_return failed(counts.left, Reason::left_queue);
}

/// Rings the office itself: holds the line at its duty phone, or hangs up and is called back in her turn.
Step<Contact> OfficeSite::hold_the_line(const Person& person, Channel channel, std::uint32_t attempt) {
    const std::size_t c = index_of(channel);
    const PhoneLoop& loop = world_.scenario.phone_loop;
    ChannelCell& counts = ledger.channel(person, channel);
    ++counts.attempts;
    if (const auto failure = turned_away(channel, duty_phone_, hold_.holding_the_line(), counts)) co_return *failure;
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    const Instant rang = sim.now();
    const double mean_talk = today(levers_.talk_min[c]);
    const bool hangs_up = hold_.is_offered(today(levers_.offer_callback_after_min), mean_talk) &&
                          draws.at(draw::accepts_callback) < loop.accepts_callback;
    if (hangs_up) hold_.hangs_up();
    ledger.note(person, rang, hangs_up ? Happening::callback : Happening::in_line);
    const Instant leaves = hangs_up ? kNever : patience_end(person, channel, draws.at(draw::patience));
    const Turn turn =
        co_await duty_phone_.seize(kCallerFirst, leaves, hangs_up ? Stay::overnight : Stay::until_closing);
    if (hangs_up) hold_.is_called_back();
    if (turn == Turn::left) co_return failed(counts.left, Reason::left_queue);
    if (turn == Turn::sent_home) co_return failed(counts.closed, Reason::closed);
    const Instant started = sim.now();
    const bool missed = hangs_up && draws.at(draw::offered_callback_missed) < today(levers_.missed);
    const double talk = talk_min(person, channel, mean_talk, draws.at(draw::talk)) + today(levers_.wrap_up_min[c]);
    ++(missed ? counts.missed : counts.reached);
    if (!missed) counts.wait.add(started - rang);
    co_await sim.delay(taken_at(DeskKind::duty_phone, minutes(missed ? loop.missed_call_min : talk)), Rank::finish);
    duty_phone_.release();
    co_return Contact{!missed, Reason::missed_callback, started};
}

/// The contact centre has put her through: a second line, and patience anew. If the office is not at work,
/// it finds a message.
Step<Contact> OfficeSite::wait_after_transfer(const Person& person, const Call& call, Duration waited,
                                              std::uint32_t attempt) {
    ChannelCell& counts = ledger.channel(person, Channel::phone);
    if (!is_on_duty()) {
        counts.wait.add(waited);
        co_return co_await await_callback(person, attempt);
    }
    const Instant came = sim.now(), leaves = call.office_patience.us > 0 ? came + call.office_patience : kNever;
    const Turn turn = co_await duty_phone_.seize(place_of(world_.scenario.phone_loop.transfer_place), leaves);
    if (turn == Turn::left) co_return failed(counts.left, Reason::left_queue);
    if (turn == Turn::sent_home) co_return failed(counts.closed, Reason::closed);
    const Instant started = sim.now();
    ++counts.reached;
    counts.wait.add(waited + (started - came));
    co_await sim.delay(taken_at(DeskKind::duty_phone, call.query_talk), Rank::finish);
    duty_phone_.release();
    co_return Contact{true, {}, started};
}

bool OfficeSite::is_on_duty() const { return levers_.staff(DeskKind::duty_phone).hours->is_open(sim.now()); }

/// The office has a message: it calls back when a clerk gets to it, as often as the scenario says. Who misses
/// them all starts again.
Step<Contact> OfficeSite::await_callback(const Person& person, std::uint32_t attempt) {
    const PhoneLoop& loop = world_.scenario.phone_loop;
    const WorkingTime& hours = *levers_.staff(DeskKind::duty_phone).hours;
    ledger.note(person, sim.now(), Happening::callback);
    ChannelCell& counts = ledger.channel(person, Channel::phone);
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    for (int call = 0; call < loop.callback_attempts; ++call) {
        const auto number = [&](std::uint32_t of_first, std::uint32_t of_others) {
            return call == 0 ? of_first : draw::callback_again + 4 * static_cast<std::uint32_t>(call) + of_others;
        };
        const double mean_hours = call == 0 ? today(levers_.callback_delay_hours) : loop.callback_again_hours;
        const Duration delay = exponential_minutes(draws.at(number(draw::callback_delay, 0)), mean_hours * 60);
        co_await sim.until(hours.add_open_time(sim.now(), delay));
        co_await duty_phone_.seize(kCallbackAfter, kNever, Stay::overnight);
        const Instant started = sim.now();
        const bool missed = draws.at(number(draw::missed, 1)) < today(levers_.missed);
        const Duration talk = missed ? minutes(loop.missed_call_min)
                                     : exponential_minutes(draws.at(number(draw::callback_talk, 2)), loop.callback_talk_min);
        co_await sim.delay(taken_at(DeskKind::duty_phone, talk), Rank::finish);
        duty_phone_.release();
        if (missed) continue;
        ++counts.reached;
        co_return Contact{true, {}, started};
    }
    co_return failed(counts.missed, Reason::missed_callback);
}

/// The contact centre has a resident of ours on the line: somebody free helps at once; else nobody does, or
/// agent and caller wait together.
Flow OfficeSite::help_agent(Posted<Query> posted) {
    using Result = QueryAnswer::Result;
    const Query query = posted.question;
    const auto answer = [&](Result result, Instant since = {}) {
        reply(*this, posted.reply_to, world_.delay_of(PostKind::answer), QueryAnswer{result, since});
    };
    const bool waits = query.if_busy == Query::IfBusy::wait;
    if (!duty_phone_.has_free_head() && !(waits && is_on_duty())) {
        answer(Result::nobody);
        co_return;
    }
    const Instant leaves = query.patience.us > 0 ? sim.now() + query.patience : kNever;
    const int place = waits ? place_of(world_.scenario.phone_loop.transfer_place) : kCallerFirst;
    if (co_await duty_phone_.seize(place, leaves) != Turn::started) {
        answer(Result::hung_up);
        co_return;
    }
    const Instant since = sim.now();
    co_await sim.delay(taken_at(DeskKind::duty_phone, query.talk), Rank::finish);
    duty_phone_.release();
    answer(Result::answered, since);
}

}  // namespace skranke
