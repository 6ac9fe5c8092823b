#include "engine/planning/price_list/catalogue.hpp"

#include <algorithm>
#include <cmath>

#include "engine/planning/price_list/kinds/kinds.hpp"

namespace skranke {

namespace price_list {

namespace {

/// Mean hours a day that a desk works, Monday to Friday.
double hours_a_day(const Scenario& scenario, std::size_t office, DeskKind desk) {
    constexpr std::size_t kWorkingDays = 5;
    const WeekHours& week = scenario.office_desks[office][static_cast<std::size_t>(desk)].hours.on(scenario.start);
    double minutes = 0;
    for (std::size_t day = 0; day < kWorkingDays; ++day)
        if (week[day]) minutes += week[day]->closes_min - week[day]->opens_min;
    return minutes / (kWorkingDays * 60);
}

LeverMove more_at(DeskKind desk, double positions) {
    return {{LeverKind::desk_positions, static_cast<std::size_t>(desk)}, {}, positions, {}, {}};
}

/// A position on Monday, Wednesday and Friday of one week, Tuesday and Thursday of the next; its price stands elsewhere.
void add_every_second_day(Scenario& scenario, const std::string& key, std::span<const std::size_t> offices, DeskKind desk) {
    for (int week = 0; week < scenario.weeks; ++week)
        for (int weekday = week % 2; weekday < 5; weekday += 2) {
            Policy policy = taken_at(scenario, key, offices);
            policy.from = scenario.start + std::chrono::days{7 * week + weekday};
            policy.to = policy.from + std::chrono::days{1};
            policy.levers.push_back(more_at(desk, 1));
            scenario.policies.push_back(std::move(policy));
        }
}

}  // namespace

Policy taken_at(const Scenario& scenario, const std::string& key, std::span<const std::size_t> offices) {
    Policy policy;
    policy.key = key;
    policy.from = scenario.start;
    policy.offices.assign(offices.begin(), offices.end());
    return policy;
}

double position_day(const Scenario& scenario, std::size_t office, DeskKind desk) {
    const double hour = scenario.office_desks[office][static_cast<std::size_t>(desk)].hour_cost;
    return hour > 0 ? hour * hours_a_day(scenario, office, desk) : scenario.prices.position_day;
}

void add_positions(Scenario& scenario, const std::string& key, std::span<const std::size_t> offices, DeskKind desk,
                   std::size_t halves) {
    const double positions = 0.5 * static_cast<double>(halves);
    const double every_day = decides_cases(desk) ? positions : std::floor(positions);
    for (const std::size_t office : offices) {
        Policy policy = taken_at(scenario, key, {&office, 1});
        if (every_day > 0) policy.levers.push_back(more_at(desk, every_day));
        policy.cost_per_day = positions * position_day(scenario, office, desk);
        scenario.policies.push_back(std::move(policy));
    }
    if (every_day < positions) add_every_second_day(scenario, key, offices, desk);
}

Date end_of(const Scenario& scenario) { return scenario.start + std::chrono::days{7 * scenario.weeks}; }

}  // namespace price_list

std::vector<std::size_t> offices_that_could(const OfficeMeasure& measure, const Scenario& scenario,
                                            std::span<const std::size_t> offices, std::size_t dose) {
    std::vector<std::size_t> could;
    std::copy_if(offices.begin(), offices.end(), std::back_inserter(could),
                 [&](std::size_t office) { return measure.applies(scenario, office, dose); });
    return could;
}

std::vector<OfficeMeasure> catalogue_of(const Scenario& scenario) {
    using namespace price_list;
    constexpr int kAWeek = 7;
    std::vector<OfficeMeasure> measures{longer_door(),
                                        opened_door(),
                                        own_number(),
                                        more_staff(DeskKind::reception),
                                        more_staff(DeskKind::duty_phone),
                                        more_staff(DeskKind::casework),
                                        simpler_documents(),
                                        digital_form(),
                                        borrowed_caseworker(0),
                                        borrowed_caseworker(kAWeek)};
    for (const OfferedMeasure& measure : scenario.measures)
        if (!measure.policy.is_elsewhere) measures.push_back(offered(measure));
    for (std::size_t p = 0; p < scenario.policies.size(); ++p)
        if (!scenario.policies[p].is_elsewhere) measures.push_back(switched(scenario, p));
    return measures;
}

}  // namespace skranke
