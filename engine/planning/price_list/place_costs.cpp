#include "engine/planning/price_list/place_costs.hpp"

namespace skranke {

namespace {

double cost_at(const Scenario& scenario, const RecordShape& shape, const RunRecord& record, std::size_t site) {
    double cost = 0;
    for (std::size_t p = 0; p < shape.policies.size(); ++p) {
        const PolicyCell& cell = record.policies[p * shape.sites.size() + site];
        cost += static_cast<double>(cell.starts) * scenario.policies[p].cost_start +
                static_cast<double>(cell.days) * scenario.policies[p].cost_per_day;
    }
    return cost;
}

}  // namespace

std::vector<double> costs_of_places(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                                    const std::vector<PlanningPlace>& places) {
    std::vector<double> costs;
    for (const PlanningPlace& place : places) {
        double& cost = costs.emplace_back(0.0);
        for (const std::size_t office : place.offices) cost += cost_at(scenario, shape, record, office);
    }
    return costs;
}

double total_cost(const Scenario& scenario, const RecordShape& shape, const RunRecord& record) {
    double cost = 0;
    for (std::size_t site = 0; site < shape.sites.size(); ++site) cost += cost_at(scenario, shape, record, site);
    return cost;
}

}  // namespace skranke
