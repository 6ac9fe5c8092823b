// How a resident gets through: which channels are open to her, and which she tries.

#include <algorithm>

#include "engine/office/office.hpp"

namespace skranke {

bool OfficeSite::is_able(const Person& person, Channel channel) const {
    if (!person.is_ever_able(channel)) return false;
    if (world_.scenario.groups[person.group].able[index_of(channel)].points.size() <= 1) return true;
    const auto today = static_cast<std::size_t>(day_of(sim.now()));
    Person at_birth = person;
    at_birth.site = person.birth_site;
    const std::uint32_t number = draw::able + static_cast<std::uint32_t>(channel);
    return at_birth.draws(Purpose::birth).at(number) < world_.able[person.group][index_of(channel)][today];
}

bool OfficeSite::is_in_quarantine(const Person& person) const {
    return person.quarantine_draw < world_.quarantine[static_cast<std::size_t>(day_of(sim.now()))];
}

bool OfficeSite::is_offered_outreach(const Person& person) const {
    const OutreachRules& rules = world_.scenario.outreach;
    return std::find(rules.groups.begin(), rules.groups.end(), person.group) != rules.groups.end() ||
           (rules.in_quarantine && is_in_quarantine(person));
}

bool OfficeSite::can_use(const Person& person, Channel channel) const {
    if (channel == Channel::digital)
        return has_form(person) &&
               (can_fill_in(person) || (person.helped_at_office && can_use(person, Channel::drop_in)));
    if (!is_able(person, channel)) return false;
    switch (channel) {
        case Channel::drop_in: return can_come(person);
        case Channel::appointment: return can_come(person) || person.takes_video;
        case Channel::outreach: return is_offered_outreach(person);
        default: return true;
    }
}

bool OfficeSite::has_form(const Person& person) const {
    return world_.scenario.services[person.service].system == System::state ||
           day_of(sim.now()) >= plan_.catchments[person.catchment].form_from_day;
}

bool OfficeSite::can_fill_in(const Person& person) const {
    return is_able(person, Channel::digital) || person.helped_at_home;
}

bool OfficeSite::can_come(const Person& person) const { return person.can_travel && !is_in_quarantine(person); }

Channel OfficeSite::way_in(const Person& person, Channel channel) const {
    const bool needs_host = channel == Channel::digital && person.helped_at_office && !can_fill_in(person);
    return needs_host ? Channel::drop_in : channel;
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
        if (weight[c] <= 0 || !can_use(person, channel) || is_known_shut(way_in(person, channel)) ||
            is_known_down(person, channel))
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
    const bool rings = chosen == Channel::phone && except != Channel::office_phone;
    return rings && rings_own_number(person, left / weight[index_of(Channel::phone)]) ? Channel::office_phone : chosen;
}

/// Whether somebody who would ring the number on the letterhead knows the office's own. \param draw  within her choice
bool OfficeSite::rings_own_number(const Person& person, double draw) const {
    return draw < world_.scenario.phone_loop.own_number &&
           world_.scenario.services[person.service].system == System::local && can_use(person, Channel::office_phone) &&
           !is_known_shut(Channel::office_phone) && !is_known_down(person, Channel::office_phone);
}

Step<Contact> OfficeSite::try_channel(const Person& person, Channel channel, std::uint32_t attempt) {
    if (channel == Channel::phone) co_return co_await ring(person, attempt);
    ChannelCell& counts = ledger.channel(person, channel);
    const Channel way = way_in(person, channel);
    const bool is_down = outage_of(person, channel) != nullptr;
    if (way == Channel::digital && !is_down) {
        ++counts.attempts;
        ++counts.reached;
        co_return Contact{true, {}, sim.now()};
    }
    if (is_down || is_shut(way)) {
        ++counts.attempts;
        co_return failed(counts.closed, Reason::closed);
    }
    switch (way) {
        case Channel::appointment: co_return co_await keep_appointment(person, attempt);
        case Channel::office_phone: co_return co_await hold_the_line(person, way, attempt);
        case Channel::outreach: co_return co_await await_visit(person, attempt);
        default: co_return co_await come_to_the_door(person, channel, attempt);
    }
}

Contact OfficeSite::failed(std::uint64_t& count, Reason reason) {
    ++count;
    return {false, reason, {}};
}

std::optional<Contact> OfficeSite::turned_away(Channel channel, Desk& desk, std::size_t in_line, ChannelCell& counts) {
    if (!hours_of(channel).is_open(sim.now())) return failed(counts.closed, Reason::closed);
    const double room = today(levers_.room[index_of(channel)]);
    if (room <= 0 || static_cast<double>(in_line) < room) return std::nullopt;
    desk.refuse();
    return failed(counts.blocked, Reason::blocked);
}

Instant OfficeSite::patience_end(const Person& person, Channel channel, double draw) const {
    const double patience = world_.scenario.channels[index_of(channel)].patience_min *
                            world_.scenario.groups[person.group].patience_factor;
    return patience <= 0 ? kNever : sim.now() + minutes(exponential_quantile(draw, patience));
}

double OfficeSite::talk_min(const Person& person, Channel channel, double mean, double draw) const {
    const double factor = person.needs_interpreter ? world_.scenario.groups[person.group].interpreter_talk_factor : 1;
    return mean * world_.unit_talk[index_of(channel)].quantile(draw) * factor;
}

}  // namespace skranke
