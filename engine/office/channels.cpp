// How a resident gets through: which channels are open to her, and what happens on each.

#include <algorithm>

#include "engine/office/office.hpp"

namespace skranke {

namespace {

constexpr std::size_t index_of(Channel channel) { return static_cast<std::size_t>(channel); }

constexpr int kCallerFirst = 0;      // at a desk with callbacks: who is on the line goes first
constexpr int kCallbackAfter = 1;
constexpr int kBookedFirst = 0;      // at the reception: who has an appointment goes first
constexpr int kVisitorAfter = 1;

Duration exponential_minutes(double u, double mean) { return minutes(exponential_quantile(u, mean)); }

}  // namespace

bool OfficeSite::can_use(const Person& person, Channel channel) const {
    if (!person.able[index_of(channel)]) return false;
    const auto today = static_cast<std::size_t>(day_of(sim.now()));
    if (channel == Channel::drop_in) return person.quarantine_draw >= world_.quarantine[today];
    if (channel != Channel::digital || world_.scenario.services[person.service].system == System::state) return true;
    return day_of(sim.now()) >= plan_.catchments[person.catchment].form_from_day;
}

const WorkingTime& OfficeSite::hours_of(Channel channel) const {
    return *levers_.hours[index_of(channel)];
}

Instant OfficeSite::arrival_after_opening(Channel channel, Instant opens, double draw) const {
    const Duration spread = minutes(world_.scenario.channels[index_of(channel)].arrive_within_min);
    const Duration open_for = hours_of(channel).on(day_of(opens)).closes - opens;
    return opens + Duration{static_cast<std::int64_t>(draw * static_cast<double>(std::min(spread, open_for).us))};
}

bool OfficeSite::is_shut(Channel channel) const {
    const Instant opens = hours_of(channel).next_open(sim.now());
    if (opens == kNever) return true;
    double working_days = 0;  // between today and the day it opens: none over a weekend or Easter
    for (std::int64_t day = day_of(sim.now()) + 1; day < day_of(opens); ++day) {
        working_days += world_.calendar.is_working_day(day) ? 1 : 0;
        if (working_days > world_.scenario.demand.longest_wait_days) return true;
    }
    return false;
}

bool OfficeSite::is_known_shut(Channel channel) const {
    if (!is_shut(channel)) return false;
    const Duration news = minutes(world_.scenario.demand.news_days * 24 * 60);
    return hours_of(channel).next_open(std::max(Instant{}, sim.now() - news)) > sim.now();
}

const Outage* OfficeSite::outage_of(const Person& person, Channel channel) const {
    if (world_.outages.empty()) return nullptr;
    return world_.outage_at(sim.now(), channel, world_.scenario.services[person.service].system);
}

bool OfficeSite::is_known_down(const Person& person, Channel channel) const {
    const Outage* outage = outage_of(person, channel);
    return outage != nullptr && sim.now() - outage->from > minutes(world_.scenario.demand.news_days * 24 * 60);
}

std::optional<Channel> OfficeSite::choose(const Person& person, double draw, std::optional<Channel> except) const {
    const auto& by_service = world_.scenario.services[person.service].prefers;
    const auto& by_group = world_.scenario.groups[person.group].prefers;
    PerChannel<double> weight{};
    double total = 0;
    for (std::size_t c = 0; c < kChannels; ++c) {
        const auto channel = static_cast<Channel>(c);
        weight[c] = by_service[c] * by_group[c];
        if (weight[c] <= 0 || !can_use(person, channel) || is_known_shut(channel) || is_known_down(person, channel))
            weight[c] = 0;
        if (except && channel == *except) continue;
        total += weight[c];
    }
    if (total <= 0) {  // nothing but perhaps the one that has just failed
        return except && weight[index_of(*except)] > 0 ? except : std::nullopt;
    }
    double left = draw * total;
    std::optional<Channel> chosen;
    for (std::size_t c = 0; c < kChannels; ++c) {
        if (weight[c] <= 0 || (except && c == index_of(*except))) continue;
        chosen = static_cast<Channel>(c);
        if (left < weight[c]) break;
        left -= weight[c];
    }
    return chosen;
}

Step<Contact> OfficeSite::try_channel(const Person& person, Channel channel, std::uint32_t attempt) {
    if (channel == Channel::phone) co_return co_await ring(person, attempt);
    ChannelCell& counts = ledger.channel(person, channel);
    const bool is_down = outage_of(person, channel) != nullptr;
    if (channel == Channel::digital && !is_down) {
        ++counts.attempts;
        ++counts.reached;
        co_return Contact{true, {}, sim.now()};
    }
    if (is_down || is_shut(channel)) {
        ++counts.attempts;
        ++counts.closed;
        co_return Contact{false, Reason::closed, {}};
    }
    if (channel == Channel::appointment) co_return co_await keep_appointment(person, attempt);
    co_return co_await wait_at(reception_, person, channel, attempt);
}

/// Stands in line at a desk of the office and talks to a clerk.
Step<Contact> OfficeSite::wait_at(Desk& desk, const Person& person, Channel channel, std::uint32_t attempt) {
    ChannelCell& counts = ledger.channel(person, channel);
    ++counts.attempts;
    const ChannelRules& rules = world_.scenario.channels[index_of(channel)];
    const auto today = static_cast<std::size_t>(day_of(sim.now()));
    const Instant came = sim.now();
    if (!hours_of(channel).is_open(came)) {
        ++counts.closed;
        co_return Contact{false, Reason::closed, {}};
    }
    const double room = (*levers_.room[index_of(channel)])[today];
    if (room > 0 && static_cast<double>(desk.waiting()) >= room) {
        desk.refuse();
        ++counts.blocked;
        co_return Contact{false, Reason::blocked, {}};
    }
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    const double patience = rules.patience_min * world_.scenario.groups[person.group].patience_factor;
    const Instant leaves = patience <= 0 ? kNever : came + exponential_minutes(draws.at(draw::patience), patience);
    const Turn turn = co_await desk.seize(channel == Channel::phone ? kCallerFirst : kVisitorAfter, leaves);
    if (turn != Turn::started) {
        ++(turn == Turn::left ? counts.left : counts.closed);
        co_return Contact{false, turn == Turn::left ? Reason::left_queue : Reason::closed, {}};
    }
    const Instant started = sim.now();
    ++counts.reached;
    counts.wait.add(started - came);
    const double talk = (*levers_.talk_min[index_of(channel)])[today] *
                        world_.unit_talk[index_of(channel)].quantile(draws.at(draw::talk));
    const double wrap_up = (*levers_.wrap_up_min[index_of(channel)])[static_cast<std::size_t>(day_of(started))];
    const DeskStaff& staff = levers_.staff(&desk == &reception_ ? DeskKind::reception : DeskKind::duty_phone);
    co_await sim.delay(staff.at_pace(minutes(talk + wrap_up)), Rank::finish);
    desk.release();
    co_return Contact{true, {}, started};
}

/// Books a meeting, turns up (or does not), and is served before those without one.
Step<Contact> OfficeSite::keep_appointment(const Person& person, std::uint32_t attempt) {
    ChannelCell& counts = ledger.channel(person, Channel::appointment);
    ++counts.attempts;
    const std::optional<Instant> slot = appointments_.book(sim.now());
    if (!slot) {
        ++counts.blocked;
        co_return Contact{false, Reason::blocked, {}};
    }
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    co_await sim.until(*slot, Rank::arrival);
    if (draws.at(draw::no_show) < world_.scenario.appointments.no_show) {
        ++counts.left;
        co_return Contact{false, Reason::left_queue, {}};
    }
    co_await reception_.seize(kBookedFirst, kNever, Stay::overnight);
    const Instant started = sim.now();
    ++counts.reached;
    counts.wait.add(started - *slot);
    const auto today = static_cast<std::size_t>(day_of(started));
    const std::size_t c = index_of(Channel::appointment);
    const double talk = (*levers_.talk_min[c])[today] * world_.unit_talk[c].quantile(draws.at(draw::talk));
    co_await sim.delay(levers_.staff(DeskKind::reception).at_pace(minutes(talk)), Rank::finish);
    reception_.release();
    co_return Contact{true, {}, started};
}

Call OfficeSite::call_of(const Person& person, std::uint32_t attempt) const {
    const ChannelRules& rules = world_.scenario.channels[index_of(Channel::phone)];
    const PhoneLoop& loop = world_.scenario.phone_loop;
    const auto today = static_cast<std::size_t>(day_of(sim.now()));
    const bool local = world_.scenario.services[person.service].system == System::local;
    const double patience = rules.patience_min * world_.scenario.groups[person.group].patience_factor;
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    Call call;
    call.home = sim.site();
    if (patience > 0) call.patience = exponential_minutes(draws.at(draw::patience), patience);
    call.talk = minutes((*levers_.talk_min[index_of(Channel::phone)])[today] *
                        world_.unit_talk[index_of(Channel::phone)].quantile(draws.at(draw::talk)));
    call.needs_query = local && draws.at(draw::query) < loop.query_share;
    if (call.needs_query) call.query_talk = exponential_minutes(draws.at(draw::query_talk), loop.query_talk_min);
    return call;
}

/// Rings the number on the letterhead: the contact centre's, or the office's own.
Step<Contact> OfficeSite::ring(const Person& person, std::uint32_t attempt) {
    if (outage_of(person, Channel::phone) != nullptr) {
        ChannelCell& silent = ledger.channel(person, Channel::phone);
        ++silent.attempts;
        ++silent.closed;
        co_return Contact{false, Reason::closed, {}};
    }
    if (world_.scenario.phone_answered_by == AnsweredBy::office)
        co_return co_await wait_at(duty_phone_, person, Channel::phone, attempt);
    ChannelCell& counts = ledger.channel(person, Channel::phone);
    ++counts.attempts;
    const Call call = call_of(person, attempt);
    const auto answer =
        co_await ask<CallAnswer>(*this, world_.contact_centre(), PostKind::call, world_.delay_of(PostKind::call), call);
    switch (answer.result) {
        case CallAnswer::Result::served:
            ++counts.reached;
            counts.wait.add(answer.waited);
            co_return Contact{true, {}, answer.reached};
        case CallAnswer::Result::message_taken:
            counts.wait.add(answer.waited);
            co_return co_await await_callback(person, attempt);
        case CallAnswer::Result::closed: ++counts.closed; co_return Contact{false, Reason::closed, {}};
        case CallAnswer::Result::refused: ++counts.blocked; co_return Contact{false, Reason::blocked, {}};
        case CallAnswer::Result::left: ++counts.left; break;
    }
    co_return Contact{false, Reason::left_queue, {}};
}

/// The office has a message: it calls back when a clerk gets to it, once. Who misses it starts again.
Step<Contact> OfficeSite::await_callback(const Person& person, std::uint32_t attempt) {
    const PhoneLoop& loop = world_.scenario.phone_loop;
    const WorkingTime& hours = *levers_.staff(DeskKind::duty_phone).hours;
    ChannelCell& counts = ledger.channel(person, Channel::phone);
    NumberedDraws draws = person.draws(Purpose::first_attempt, attempt);
    const Duration delay = exponential_minutes(draws.at(draw::callback_delay), (*levers_.callback_delay_hours)[static_cast<std::size_t>(day_of(sim.now()))] * 60);
    co_await sim.until(hours.add_open_time(sim.now(), delay));
    co_await duty_phone_.seize(kCallbackAfter, kNever, Stay::overnight);
    const Instant started = sim.now();
    const bool missed = draws.at(draw::missed) < (*levers_.missed)[static_cast<std::size_t>(day_of(started))];
    const Duration talk = missed ? minutes(loop.missed_call_min)
                                 : exponential_minutes(draws.at(draw::callback_talk), loop.callback_talk_min);
    co_await sim.delay(levers_.staff(DeskKind::duty_phone).at_pace(talk), Rank::finish);
    duty_phone_.release();
    ++(missed ? counts.missed : counts.reached);
    co_return missed ? Contact{false, Reason::missed_callback, {}} : Contact{true, {}, started};
}

/// The contact centre has a resident of ours on the line: somebody free helps at once, or nobody.
Flow OfficeSite::help_agent(Posted<Query> posted) {
    if (!duty_phone_.has_free_head()) {
        reply(*this, posted.reply_to, world_.delay_of(PostKind::answer), QueryAnswer{});
        co_return;
    }
    co_await duty_phone_.seize(kCallerFirst);
    const Instant since = sim.now();
    co_await sim.delay(levers_.staff(DeskKind::duty_phone).at_pace(posted.question.talk), Rank::finish);
    duty_phone_.release();
    reply(*this, posted.reply_to, world_.delay_of(PostKind::answer), QueryAnswer{true, since});
}

}  // namespace skranke
