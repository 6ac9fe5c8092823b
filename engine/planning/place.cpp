#include "engine/planning/place.hpp"

#include <algorithm>

namespace skranke {

namespace {

bool serves(const Office& office, std::size_t municipality) {
    return std::any_of(office.catchments.begin(), office.catchments.end(),
                       [&](const Catchment& c) { return c.municipality == municipality; });
}

/// By office: the first office of the place that it belongs to.
std::vector<std::size_t> first_of_place(const Scenario& scenario) {
    std::vector<std::size_t> first(scenario.offices.size());
    for (std::size_t o = 0; o < first.size(); ++o) first[o] = o;
    for (std::size_t m = 0; m < scenario.municipalities.size(); ++m) {
        std::vector<std::size_t> sharing;
        for (std::size_t o = 0; o < first.size(); ++o)
            if (serves(scenario.offices[o], m)) sharing.push_back(first[o]);
        if (sharing.empty()) continue;
        const std::size_t least = *std::min_element(sharing.begin(), sharing.end());
        for (std::size_t& f : first)
            if (std::find(sharing.begin(), sharing.end(), f) != sharing.end()) f = least;
    }
    return first;
}

void add_office(PlanningPlace& place, const Scenario& scenario, std::size_t office) {
    const char* between = place.offices.empty() ? "" : "+";
    place.key += between + scenario.offices[office].id;
    place.name += (place.offices.empty() ? "" : ", ") + scenario.offices[office].name;
    place.offices.push_back(office);
    for (const Catchment& c : scenario.offices[office].catchments) {
        place.residents += scenario.municipalities[c.municipality].population * c.resident_share;
        place.municipalities.push_back(c.municipality);
    }
}

}  // namespace

std::vector<PlanningPlace> planning_places(const Scenario& scenario) {
    const std::vector<std::size_t> first = first_of_place(scenario);
    std::vector<PlanningPlace> places;
    for (std::size_t o = 0; o < first.size(); ++o) {
        if (first[o] != o) continue;
        PlanningPlace& place = places.emplace_back();
        for (std::size_t other = o; other < first.size(); ++other)
            if (first[other] == o) add_office(place, scenario, other);
        std::vector<std::size_t>& all = place.municipalities;
        std::sort(all.begin(), all.end());
        all.erase(std::unique(all.begin(), all.end()), all.end());
    }
    return places;
}

}  // namespace skranke
