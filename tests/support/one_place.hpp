#pragma once
/// \file
/// One municipality with one local service where everybody is alike and chance is left out where it
/// can be: single mechanisms are seen there through what a whole run leaves behind.

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke::test {

inline constexpr std::size_t kAssistance = 0;

/// One municipality, one local service, everybody alike, no chance where it can be avoided.
inline Scenario one_place() {
    Scenario s = tiny_county(1);
    s.services.resize(1);
    s.demand.busyness_shape = 0;
    s.groups[0].able.fill(1);
    Service& service = s.services[kAssistance];
    service.prefers = {0, 0, 1, 0};
    service.documents_missing = Timeline{0.0};
    service.third_party = 0;
    service.withdraw_days = 0;
    service.enquiries_per_week = 0;
    for (DeskRules& desk : s.desks) desk.absence = Timeline{0.0};
    for (ChannelRules& channel : s.channels) channel.patience_min = 0;
    s.phone_loop.query_share = 0;
    s.office_desks[0] = s.desks;
    return s;
}

inline RunRecord run(const Scenario& s) { return run_replication(World(s), 0); }

inline const OutcomeCell& cell(const RunRecord& record) { return record.outcomes[kAssistance]; }

inline std::uint64_t unmet(const RunRecord& record, Reason reason) {
    return cell(record).unmet[static_cast<std::size_t>(reason)];
}

inline const ChannelCell& channel(const RunRecord& record, Channel c) {
    return record.channels[static_cast<std::size_t>(c)];
}

inline std::uint64_t settled(const RunRecord& record) { return cell(record).born - cell(record).censored; }

}  // namespace skranke::test
