#pragma once
/// \file
/// A world with one office that never closes, one local service that is settled at the contact, and
/// nothing random but what a test turns on: small enough for a formula or an exact chain.
///
/// Units  minutes.

#include "engine/office/replication.hpp"
#include "tests/support/z_value.hpp"

namespace skranke::test {

inline OpeningHours never_closed() {
    OpeningHours hours;
    hours.periods.emplace_back().week.fill(DailyHours{0, 1440});
    return hours;
}

inline ChannelRules& rules_of(Scenario& s, Channel channel) { return s.channels[index_of(channel)]; }

/// The desk of the only office, or a shared one.
inline DeskRules& desk_of(Scenario& s, DeskKind kind) {
    const auto k = static_cast<std::size_t>(kind);
    return k < kOfficeDesks ? s.office_desks[0][k] : s.desks[k];
}

/// Needs arise on average every `between_needs`, and all first try `channel`.
inline Scenario tiny_world(Channel channel, double between_needs, int weeks) {
    Scenario s;
    s.start = std::chrono::sys_days{std::chrono::year{2021} / 3 / 1};
    s.weeks = weeks;
    s.warm_up_weeks = 1;
    s.seed = 20210301;
    Municipality m;
    m.number = "0001";
    m.population = 1000;
    s.municipalities = {m};
    s.offices = {{"1", "tiny", {{0, 1.0}}}};
    Group group;
    group.key = "everybody";
    group.max_attempts = 1;
    s.groups = {group};
    Service service;
    service.key = "need";
    service.per_1000_week = Timeline{7 * 24 * 60 / between_needs};
    service.group_share = {1.0};
    service.prefers[index_of(channel)] = 1;
    service.case_share = 0;
    s.services = {service};
    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight.fill(1);
    for (ChannelRules& rules : s.channels) {
        rules.hours = never_closed();
        rules.talk_law = TimeLaw::exponential;
        rules.at_closing = CloseRule::serve;  // midnight is no closing time here
    }
    s.message_delay_min = 0.1;
    for (DeskRules& desk : s.desks) desk.hours = never_closed();
    s.office_desks = {s.desks};
    s.door_hours = {never_closed()};
    return s;
}

/// All weeks of a desk of the only office, or of a shared one.
inline DeskWeek desk_total(const World& world, const RunRecord& record, DeskKind kind) {
    const auto k = static_cast<std::size_t>(kind);
    const std::size_t desk = k < kOfficeDesks ? world.desk_index(0, kind) : world.shared_desk_index(kind);
    DeskWeek total;
    for (std::size_t w = 0; w < world.shape.weeks; ++w) total += record.desks[desk * world.shape.weeks + w];
    return total;
}

inline constexpr std::uint32_t kReplications = 40;

/// What `value(world, record)` says of each of kReplications.
template <class Value>
Replicates replicate(const Scenario& s, Value value) {
    const World world(s);
    Replicates values;
    for (std::uint32_t r = 0; r < kReplications; ++r) values.add(value(world, run_replication(world, r)));
    return values;
}

inline double share_unmet(const RunRecord& record, Reason reason) {
    const OutcomeCell& cell = record.outcomes[0];
    return static_cast<double>(cell.unmet[static_cast<std::size_t>(reason)]) / static_cast<double>(cell.born);
}

}  // namespace skranke::test
