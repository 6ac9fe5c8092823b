#include "engine/office/expected_needs.hpp"

#include <numeric>

namespace skranke {

std::optional<std::vector<std::array<double, kRecordSystems>>> expected_needs(const World& world) {
    const Scenario& s = world.scenario;
    for (const Service& service : s.services)
        if (service.renews > 0) return std::nullopt;
    for (const Surge& surge : s.surges)
        if (surge.enabled && surge.kind == SurgeKind::trace) return std::nullopt;
    std::vector<std::array<double, kRecordSystems>> expected(s.municipalities.size());
    for (const OfficePlan& office : world.offices)
        for (const CatchmentPlan& place : office.catchments)
            for (const SourcePlan& source : place.sources) {
                const auto first = source.needs.begin() + static_cast<std::ptrdiff_t>(world.first_counted_day);
                const auto system = static_cast<std::size_t>(s.services[source.service].system);
                expected[place.municipality][system] += std::accumulate(first, source.needs.end(), 0.0);
            }
    return expected;
}

}  // namespace skranke
