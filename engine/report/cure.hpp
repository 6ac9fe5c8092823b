#pragma once
/// \file
/// A cure is the cheapest of the measures that surely help at a place, as a price list found it: what the first screen
/// answers a director who asks what to do.
///
/// Units   people in a replication; NOK for one of them.

#include <map>
#include <string>

#include "engine/analysis/estimate.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

struct Cure {
    Text name;            ///< of the measure and its dose
    Estimate reached;     ///< more people who reach someone in time
    Estimate per_person;  ///< what one of them costs
};

/// By key of a place of planning (planning_places()); "" is the whole area.
using Cures = std::map<std::string, Cure>;

}  // namespace skranke
