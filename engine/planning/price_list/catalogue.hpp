#pragma once
/// \file
/// The catalogue of measures for a scenario: those that every office could take, then those of the scenario's author,
/// then each of the scenario's policies, on or off.
///
/// Order   as above; the built-in ones from the door to the desk.

#include "engine/planning/price_list/office_measure.hpp"

namespace skranke {

std::vector<OfficeMeasure> catalogue_of(const Scenario& scenario);

}  // namespace skranke
