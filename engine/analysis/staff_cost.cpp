#include "engine/analysis/staff_cost.hpp"

namespace skranke {

namespace {

const DeskRules& rules_of(const Scenario& scenario, std::size_t desk) {
    const std::size_t local = scenario.offices.size() * kOfficeDesks;
    if (desk >= local) return scenario.desks[kOfficeDesks + desk - local];
    return scenario.office_desks[desk / kOfficeDesks][desk % kOfficeDesks];
}

}  // namespace

std::vector<double> staff_cost_nok(const RunRecord& record, const Scenario& scenario) {
    constexpr double kUsPerHour = 3600e6;
    const auto weeks = static_cast<std::size_t>(scenario.weeks);
    std::vector<double> costs;
    for (std::size_t desk = 0; desk * weeks < record.desks.size(); ++desk) {
        DeskWeek sum;
        for (std::size_t week = 0; week < weeks; ++week) sum += record.desks[desk * weeks + week];
        const DeskRules& rules = rules_of(scenario, desk);
        const double hours = static_cast<double>(sum.staffed_us - sum.overtime_us) / kUsPerHour;
        const double after_hours = static_cast<double>(sum.overtime_us) / kUsPerHour;
        costs.push_back(rules.hour_cost * (hours + rules.overtime.cost_factor * after_hours));
    }
    return costs;
}

}  // namespace skranke
