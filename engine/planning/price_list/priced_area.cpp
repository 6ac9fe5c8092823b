#include "engine/planning/price_list/priced_area.hpp"

namespace skranke {

PlacePrices described(const std::string& key, const std::string& name, const PricedRuns& base) {
    const auto mean = [&](auto number) {
        double sum = 0;
        for (const PricedCounts& run : base) sum += static_cast<double>(number(run.counts));
        return sum / static_cast<double>(base.size());
    };
    PlacePrices place;
    place.key = key;
    place.name = name;
    place.needs = mean([](const PlaceCounts& c) { return c.born; });
    place.reached = mean([](const PlaceCounts& c) { return c.reached_in_time(); });
    place.unmet = mean([](const PlaceCounts& c) { return c.unmet; });
    place.urgent = mean([](const PlaceCounts& c) { return c.judged.urgent_decided; });
    place.urgent_in_time = mean([](const PlaceCounts& c) { return c.urgent_in_time(); });
    return place;
}

}  // namespace skranke
