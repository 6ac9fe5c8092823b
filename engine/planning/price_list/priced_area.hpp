#pragma once
/// \file
/// A priced area is the whole answer of a price list: every place's measures with their prices, and the sequence that is
/// worth taking there.
///
/// Shape    places: index 0 is the whole area, where every office takes a measure that could; then the places of planning.
/// Units    people and NOK, of the counted weeks.

#include "engine/planning/price_list/price_list.hpp"

namespace skranke {

/// A step of a sequence, measured among other people than those it was chosen with.
struct TakenStep {
    Pick pick;
    Effect on_top;  ///< of what was there before it
    Effect in_all;  ///< of the steps so far
};

struct PlacePrices {
    std::string key, name;   ///< "" = the whole area
    double needs = 0, reached = 0, unmet = 0, urgent = 0, urgent_in_time = 0;  ///< as the scenario is, mean of a replication
    PriceList list;
    std::vector<TakenStep> sequence;  ///< of the whole area: every place takes its own step
};

struct PricedArea {
    std::vector<OfficeMeasure> catalogue;
    std::uint32_t replications = 0;  ///< of each plan; the sequence was measured in as many others
    std::vector<PlacePrices> places;
    std::uint64_t fingerprint = 0;
};

/// \param base  of the place, as the scenario is
PlacePrices described(const std::string& key, const std::string& name, const PricedRuns& base);

}  // namespace skranke
