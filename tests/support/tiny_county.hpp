#pragma once
/// \file
/// A county made up for tests: a few municipalities with an office each, one local and one state
/// service, every channel, and enough people to keep the desks busy.

#include <cstddef>
#include <string>

#include "engine/scenario/scenario.hpp"

namespace skranke::test {

inline constexpr auto kCasework = static_cast<std::size_t>(DeskKind::casework);

inline OpeningHours same_hours(int opens_min, int closes_min, std::size_t days_a_week) {
    OpeningHours hours;
    hours.periods.resize(1);
    for (std::size_t day = 0; day < days_a_week; ++day) hours.periods[0].week[day] = DailyHours{opens_min, closes_min};
    return hours;
}

inline OpeningHours office_hours() { return same_hours(8 * 60, 15 * 60, 5); }

inline Service service_like(const std::string& key, System system, DeskKind decided_by) {
    Service service;
    service.key = key;
    service.system = system;
    service.decided_by = decided_by;
    service.per_1000_week = Timeline{4.0};
    service.group_share = {1};
    service.prefers = {0.3, 0.3, 0.3, 0.1};
    service.documents_missing = Timeline{0.4};
    service.documents_dropout = 0.05;
    service.third_party = 0.3;
    service.withdraw_days = 60;
    service.enquiries_per_week = 0.3;
    return service;
}

/// Adds municipality number `number` (0..9) and its office at the end.
inline void add_municipality(Scenario& scenario, std::size_t number) {
    Municipality municipality;
    municipality.number = "500" + std::to_string(number);
    municipality.name = "Place " + std::to_string(number);
    municipality.population = 20'000.0 * static_cast<double>(number + 1);
    municipality.adults = 0.6 * municipality.population;
    municipality.elderly = 2000;
    Office office;
    office.id = "170" + std::to_string(number);
    office.name = "Office " + std::to_string(number);
    office.catchments.push_back({scenario.municipalities.size(), 1.0});
    scenario.municipalities.push_back(municipality);
    scenario.offices.push_back(office);
    scenario.office_desks.push_back(scenario.desks);
    scenario.door_hours.push_back(office_hours());
}

/// Eight weeks from Monday 2 March 2020 after two of warm-up.
inline Scenario tiny_county(std::size_t municipalities = 4) {
    Scenario s;
    s.name = "tiny-county";
    s.start = std::chrono::sys_days{std::chrono::year{2020} / 3 / 2};
    s.weeks = 8;
    s.warm_up_weeks = 2;
    s.holidays.push_back({"Good Friday", true, 0, 0, -2});

    Group group;
    group.key = "all";
    group.able = {0.8, 0.95, 0.95, 0.9};
    s.groups.push_back(group);
    s.services.push_back(service_like("assistance", System::local, DeskKind::casework));
    s.services.push_back(service_like("unemployment", System::state, DeskKind::unemployment_office));

    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight = {1.2, 1, 1, 1, 0.8, 0.1, 0.1};
    s.demand.busyness_shape = 15;
    for (ChannelRules& channel : s.channels) {
        channel.hours = office_hours();
        channel.patience_min = 20;
        channel.after_closed = channel.after_blocked = channel.after_left = {0.4, 0.2, 0.3, 0.1};
    }
    s.channels[static_cast<std::size_t>(Channel::digital)].hours = same_hours(0, 24 * 60, 7);
    s.channels[static_cast<std::size_t>(Channel::phone)].room = Timeline{60};
    s.phone_loop.query_share = 0.7;
    s.phone_loop.after_missed = {0.3, 0.3, 0.3, 0.1};

    for (DeskRules& desk : s.desks) {
        desk.hours = office_hours();
        desk.absence = Timeline{0.06};
    }
    const auto desk = [&](DeskKind kind) -> DeskRules& { return s.desks[static_cast<std::size_t>(kind)]; };
    desk(DeskKind::reception).per_1000_adults = Timeline{0.1};
    desk(DeskKind::reception).minimum = 1;
    desk(DeskKind::duty_phone).minimum = 1;
    desk(DeskKind::casework).per_1000_adults = Timeline{0.25};
    desk(DeskKind::contact_centre).positions = Timeline{15};
    desk(DeskKind::unemployment_office).positions = Timeline{30};
    desk(DeskKind::sickness_office).positions = Timeline{2};
    for (std::size_t m = 0; m < municipalities; ++m) add_municipality(s, m);
    return s;
}

}  // namespace skranke::test
