#include "engine/planning/staff_change.hpp"

#include <charconv>
#include <map>

namespace skranke {

namespace {

/// "plus_0_5", "minus_1"
std::string key_of(double positions) {
    char text[32];
    const auto [end, error] = std::to_chars(text, text + sizeof text, positions < 0 ? -positions : positions);
    std::string key(text, error == std::errc{} ? end : text);
    for (char& c : key)
        if (c == '.') c = '_';
    return (positions < 0 ? "minus_" : "plus_") + key;
}

Label label_of(double positions) {
    const std::string amount = key_of(positions).substr(positions < 0 ? 6 : 5);
    const auto number = [&](char point) {
        std::string text = amount;
        for (char& c : text)
            if (c == '_') c = point;
        return (positions < 0 ? "−" : "+") + text;
    };
    return {"Stillinger: " + number(','), "Stillingar: " + number(','), "Positions: " + number('.')};
}

}  // namespace

std::vector<StaffChange> spread(const Scenario& scenario, const PlanningPlace& place, int units, double unit) {
    std::vector<double> residents;
    std::vector<int> given(place.offices.size(), 0);
    for (const std::size_t office : place.offices) {
        residents.push_back(0);
        for (const Catchment& c : scenario.offices[office].catchments)
            residents.back() += scenario.municipalities[c.municipality].population * c.resident_share;
    }
    for (int unit_number = 0; unit_number < units; ++unit_number) {
        std::size_t most = 0;
        for (std::size_t o = 1; o < given.size(); ++o)
            if (residents[o] / (given[o] + 1) > residents[most] / (given[most] + 1)) most = o;
        ++given[most];
    }
    std::vector<StaffChange> changes;
    for (std::size_t o = 0; o < given.size(); ++o) changes.push_back({place.offices[o], unit * given[o]});
    return changes;
}

std::vector<Policy> policies_of(const StaffPlan& plan) {
    std::map<double, std::vector<std::size_t>> offices;
    for (const StaffChange& change : plan.changes)
        if (change.positions != 0) offices[change.positions].push_back(change.office);
    std::vector<Policy> policies;
    for (auto& [positions, all] : offices) {
        Policy& policy = policies.emplace_back();
        policy.key = plan.key + "_" + key_of(positions);
        policy.label = label_of(positions);
        policy.from = plan.from;
        policy.to = plan.to;
        policy.offices = std::move(all);
        LeverMove move;
        move.lever = {LeverKind::desk_positions, static_cast<std::size_t>(plan.desk)};
        move.add = positions;
        policy.levers = {std::move(move)};
    }
    return policies;
}

Scenario with_staff(Scenario scenario, const StaffPlan& plan) {
    for (Policy& policy : policies_of(plan)) scenario.policies.push_back(std::move(policy));
    return scenario;
}

std::string text_of(const StaffPlan& plan) {
    std::string text = plan.key + " " + std::to_string(plan.from.time_since_epoch().count()) + " " +
                       std::to_string(plan.to.time_since_epoch().count());
    for (const StaffChange& change : plan.changes)
        if (change.positions != 0) text += " " + std::to_string(change.office) + "_" + key_of(change.positions);
    return text;
}

}  // namespace skranke
