#include "engine/office/casework/case_plan.hpp"

#include <algorithm>

namespace skranke {

namespace {

// The services of one priority grow alike (the scenario's checks see to it); a priority that only some
// people have, such as those with children, grows like their service.
Growth growth_of(const Scenario& scenario, DeskKind kind, double points_per_class) {
    Growth growth;
    for (std::size_t p = 0; p < kPriorities; ++p)
        growth.start[p] = points_per_class * static_cast<double>(kPriorities - 1 - p);
    const auto grows = [&](int priority, const Service& service) {
        if (priority >= 0) growth.points_a_day[static_cast<std::size_t>(priority)] = service.priority_growth;
    };
    for (const Service& service : scenario.services)
        if (service.decided_by == kind) {
            grows(service.priority_children, service);
            grows(service.priority_acute, service);
        }
    for (const Service& service : scenario.services)  // the last word
        if (service.decided_by == kind) grows(service.priority, service);
    return growth;
}

}  // namespace

CasePlan plan_cases(const Scenario& scenario, DeskKind kind, const CaseRules& rules) {
    const bool is_interrupted =
        std::any_of(scenario.services.begin(), scenario.services.end(),
                    [&](const Service& service) { return service.decided_by == kind && service.interrupts; });
    return {rules, growth_of(scenario, kind, rules.points_per_class), is_interrupted};
}

}  // namespace skranke
