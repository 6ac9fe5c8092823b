// Measures at the door: longer hours, and a door that is opened where it is shut.

#include <algorithm>

#include "engine/planning/price_list/kinds/kinds.hpp"

namespace skranke::price_list {

namespace {

constexpr std::size_t kReception = static_cast<std::size_t>(DeskKind::reception);
constexpr std::size_t kDropIn = static_cast<std::size_t>(Channel::drop_in);
constexpr double kWorkingDays = 5;

bool is_shut(const WeekHours& week) {
    return std::none_of(week.begin(), week.end(), [](const auto& day) { return day.has_value(); });
}

double hours_of(const WeekHours& week) {
    double minutes = 0;
    for (const auto& day : week)
        if (day) minutes += day->closes_min - day->opens_min;
    return minutes / 60;
}

/// Longer in the afternoon, as far as the reception works, then in the morning.
DailyHours longer(DailyHours day, const DailyHours& reception, int more_min) {
    const int after = std::clamp(reception.closes_min - day.closes_min, 0, more_min);
    const int before = std::clamp(day.opens_min - reception.opens_min, 0, more_min - after);
    return {day.opens_min - before, day.closes_min + after};
}

WeekHours longer(WeekHours week, const WeekHours& reception, int more_min) {
    for (std::size_t day = 0; day < week.size(); ++day)
        if (week[day] && reception[day]) week[day] = longer(*week[day], *reception[day], more_min);
    return week;
}

/// A stretch of the counted weeks with the same posted hours.
struct Spell {
    Date from, to;
    WeekHours week;
};

std::vector<Spell> spells_of(const Scenario& scenario, const OpeningHours& hours) {
    std::vector<Spell> spells{{scenario.start, end_of(scenario), hours.on(scenario.start)}};
    for (const OpeningHours::Period& period : hours.periods) {
        if (period.from <= scenario.start || period.from >= end_of(scenario)) continue;
        spells.back().to = period.from;
        spells.push_back({period.from, end_of(scenario), period.week});
    }
    return spells;
}

WeekHours longer_at(const Scenario& scenario, std::size_t office, const Spell& spell, std::size_t dose) {
    constexpr int kHour = 60;
    return longer(spell.week, scenario.office_desks[office][kReception].hours.on(spell.from),
                  kHour * (static_cast<int>(dose) + 1));
}

double hours_added(const Scenario& scenario, std::size_t office, const Spell& spell, std::size_t dose) {
    return hours_of(longer_at(scenario, office, spell, dose)) - hours_of(spell.week);
}

/// What so many more hours at the door take from other work, a working day.
double clerks_a_day(const Scenario& scenario, std::size_t office, double hours_a_week) {
    const double position_hours = hours_of(scenario.office_desks[office][kReception].hours.on(scenario.start));
    if (position_hours <= 0) return 0;
    return scenario.prices.door_clerks * position_day(scenario, office, DeskKind::reception) * hours_a_week / position_hours;
}

/// A policy for one spell at one office, with these hours at the door.
Policy with_hours(const Scenario& scenario, const std::string& key, std::size_t office, const Spell& spell, const WeekHours& week) {
    Policy policy = taken_at(scenario, key, {&office, 1});
    policy.from = spell.from;
    policy.to = spell.to;
    LeverMove& move = policy.levers.emplace_back();
    move.lever = {LeverKind::channel_hours, kDropIn};
    move.hours.periods.push_back({Date{}, week});
    policy.cost_per_day = clerks_a_day(scenario, office, hours_of(week) - hours_of(spell.week));
    return policy;
}

/// The hours that the door usually has: the first that it is open at all, or ten to two.
WeekHours usual_hours(const Scenario& scenario, std::size_t office) {
    for (const OpeningHours* hours : {&scenario.door_hours[office], &scenario.channels[kDropIn].hours})
        for (const OpeningHours::Period& period : hours->periods)
            if (!is_shut(period.week)) return period.week;
    WeekHours week{};
    for (std::size_t day = 0; day < static_cast<std::size_t>(kWorkingDays); ++day) week[day] = DailyHours{10 * 60, 14 * 60};
    return week;
}

}  // namespace

OfficeMeasure longer_door() {
    OfficeMeasure measure;
    measure.key = "door_hours";
    measure.label = {"Døra åpen lenger", "Døra open lenger", "Door open longer"};
    measure.doses = {{"1 time mer om dagen", "1 time meir om dagen", "1 more hour a day"},
                     {"2 timer", "2 timar", "2 hours"},
                     {"3 timer", "3 timar", "3 hours"}};
    measure.applies = [](const Scenario& scenario, std::size_t office, std::size_t dose) {
        const std::vector<Spell> spells = spells_of(scenario, scenario.door_hours[office]);
        return std::any_of(spells.begin(), spells.end(), [&](const Spell& spell) {
            const double before = dose == 0 ? 0 : hours_added(scenario, office, spell, dose - 1);
            return hours_added(scenario, office, spell, dose) > before;
        });
    };
    measure.apply = [](Scenario& scenario, std::span<const std::size_t> offices, std::size_t dose) {
        for (const std::size_t office : offices)
            for (const Spell& spell : spells_of(scenario, scenario.door_hours[office]))
                if (hours_added(scenario, office, spell, dose) > 0)
                    scenario.policies.push_back(
                        with_hours(scenario, "door_hours", office, spell, longer_at(scenario, office, spell, dose)));
    };
    return measure;
}

OfficeMeasure opened_door() {
    OfficeMeasure measure;
    measure.key = "open_door";
    measure.label = {"Døra åpen med begrenset plass", "Døra open med avgrensa plass", "Door open with little room"};
    measure.doses = {{}};
    measure.applies = [](const Scenario& scenario, std::size_t office, std::size_t) {
        const std::vector<Spell> spells = spells_of(scenario, scenario.door_hours[office]);
        return std::any_of(spells.begin(), spells.end(), [](const Spell& spell) { return is_shut(spell.week); });
    };
    measure.apply = [](Scenario& scenario, std::span<const std::size_t> offices, std::size_t) {
        for (const std::size_t office : offices)
            for (const Spell& spell : spells_of(scenario, scenario.door_hours[office])) {
                if (!is_shut(spell.week)) continue;
                Policy policy = with_hours(scenario, "open_door", office, spell, usual_hours(scenario, office));
                policy.levers.push_back({{LeverKind::channel_room, kDropIn}, scenario.prices.door_room, {}, {}, {}});
                scenario.policies.push_back(std::move(policy));
            }
    };
    return measure;
}

}  // namespace skranke::price_list
