#pragma once
/// \file
/// One desk that decides cases around the clock, as a scenario: applications come digitally at random
/// and become cases at once, so that handling time is the time in a queueing system. Theory tests add
/// services and choose the desk's rules.
///
/// Units   minutes.

#include <string>
#include <vector>

#include "engine/office/replication.hpp"
#include "tests/support/z_value.hpp"

namespace skranke::test {

inline OpeningHours around_the_clock() {
    OpeningHours hours;
    hours.periods.emplace_back().week.fill(DailyHours{0, 1440});
    return hours;
}

/// \param clerks  heads of the casework desk
inline Scenario case_desk(int clerks) {
    Scenario s;
    s.start = std::chrono::sys_days{std::chrono::year{2021} / 3 / 1};
    s.weeks = 12;
    s.warm_up_weeks = 1;
    s.seed = 20210301;
    Municipality m;
    m.number = "0001";
    m.population = 1000;
    m.adults = 700;
    m.digital_form_from = s.start - std::chrono::days{365};
    s.municipalities = {m};
    s.offices = {{"1", "cases", {{0, 1.0}}}};
    s.groups.emplace_back().key = "everybody";
    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight.fill(1);
    s.channels[static_cast<std::size_t>(Channel::digital)].hours = around_the_clock();
    for (DeskRules& desk : s.desks) desk.hours = around_the_clock();
    s.desks[static_cast<std::size_t>(DeskKind::casework)].positions = Timeline{static_cast<double>(clerks)};
    s.office_desks = {s.desks};
    s.door_hours = {OpeningHours{}};
    return s;
}

inline DeskRules& casework_of(Scenario& s) { return s.office_desks[0][static_cast<std::size_t>(DeskKind::casework)]; }

/// Adds a service whose cases come at random and take an exponential effort.
inline Service& add_cases(Scenario& s, double between, double effort, int priority) {
    Service service;
    service.key = "service" + std::to_string(s.services.size());
    service.per_1000_week = Timeline{7 * 24 * 60 / between};
    service.group_share = {1.0};
    service.prefers = {1, 0, 0, 0};
    service.effort_min = Timeline{effort};
    service.effort_law = TimeLaw::exponential;
    service.priority = priority;
    service.clock.limit = service.clock.grace = 1000;
    return s.services.emplace_back(service);
}

/// All weeks of the casework desk.
inline DeskWeek casework_total(const RunRecord& record) {
    const std::size_t weeks = record.desks.size() / kDeskKinds;
    DeskWeek all;
    for (std::size_t w = 0; w < weeks; ++w)
        all += record.desks[static_cast<std::size_t>(DeskKind::casework) * weeks + w];
    return all;
}

/// A number of each replication, `count` times.
template <class Value>
Replicates replicate(const Scenario& scenario, std::uint32_t count, Value value) {
    const World world(scenario);
    Replicates values;
    for (std::uint32_t r = 0; r < count; ++r) values.add(value(run_replication(world, r)));
    return values;
}

/// Mean minutes from application to decision.
inline double handling_of(const RunRecord& record, std::size_t service) {
    return record.outcomes[service].handling.mean_min();
}

}  // namespace skranke::test
