#include "bench/office/made_up_office.hpp"

#include <string>

namespace skranke::bench {

namespace {

constexpr double kResidents = 60'000, kAdults = 37'000, kElderly = 10'000;

void add_places(Scenario& s, std::size_t offices) {
    for (std::size_t i = 0; i < offices; ++i) {
        Municipality municipality;
        municipality.number = std::to_string(1000 + i);
        municipality.population = kResidents;
        municipality.adults = kAdults;
        municipality.elderly = kElderly;
        s.municipalities.push_back(municipality);
        Office office;
        office.id = office.name = "office " + std::to_string(i);
        office.catchments.push_back({i, 1.0});
        s.offices.push_back(office);
    }
}

void add_people_and_services(Scenario& s) {
    Group group;
    group.key = "everybody";
    group.able = {0.8, 0.95, 0.95, 0.9};
    s.groups.push_back(group);

    Service local;
    local.key = "assistance";
    local.per_1000_week = Timeline{4.0};
    local.group_share = {1};
    local.prefers = {0.3, 0.3, 0.3, 0.1};
    local.documents_missing = Timeline{0.4};
    local.documents_dropout = 0.05;
    local.third_party = 0.3;
    local.withdraw_days = 60;
    local.enquiries_per_week = 0.3;
    Service state = local;
    state.key = "benefit";
    state.system = System::state;
    state.decided_by = DeskKind::unemployment_office;
    s.services = {local, state};

    s.demand.hour_weight.fill(1);
    s.demand.weekday_weight = {1.2, 1, 1, 1, 0.8, 0.1, 0.1};
    s.demand.busyness_shape = 15;
}

void open_channels(Scenario& s, const OpeningHours& hours) {
    for (ChannelRules& channel : s.channels) {
        channel.hours = hours;
        channel.patience_min = 20;
        channel.after_closed = channel.after_blocked = channel.after_left = {0.4, 0.2, 0.3, 0.1};
    }
    s.phone_loop.query_share = 0.7;
    s.phone_loop.after_missed = {0.3, 0.3, 0.3, 0.1};
}

void staff_desks(Scenario& s, const OpeningHours& hours) {
    const double offices = static_cast<double>(s.offices.size());
    const std::array<double, kDeskKinds> positions = {3, 2, 11, 2 * offices, 10 * offices, offices};
    for (std::size_t kind = 0; kind < kDeskKinds; ++kind) {
        s.desks[kind].hours = hours;
        s.desks[kind].absence = Timeline{0.06};
        s.desks[kind].positions = Timeline{positions[kind]};
    }
    s.office_desks.assign(s.offices.size(), s.desks);
    s.door_hours.assign(s.offices.size(), hours);
}

}  // namespace

Scenario made_up_offices(std::size_t offices) {
    Scenario s;
    s.name = "made-up";
    s.start = Date{std::chrono::year{2020} / 3 / 2};
    s.weeks = 26;
    OpeningHours hours;
    OpeningHours::Period always;
    for (std::size_t day = 0; day < 5; ++day) always.week[day] = DailyHours{8 * 60, 15 * 60};
    hours.periods.push_back(always);

    add_places(s, offices);
    add_people_and_services(s);
    open_channels(s, hours);
    staff_desks(s, hours);
    return s;
}

double mean_needs(const Scenario& scenario) {
    double needs = 0;
    for (const Municipality& municipality : scenario.municipalities)
        for (const Service& service : scenario.services)
            needs += service.per_1000_week.at(scenario.start) * municipality.population / 1000 * scenario.weeks;
    return needs;
}

}  // namespace skranke::bench
