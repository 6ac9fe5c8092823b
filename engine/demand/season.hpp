#pragma once
/// \file
/// The season of a service: how the needs of a day compare with those of a mean day of its year.
///
/// Units   dimensionless; the mean over the days of any calendar year is 1.

#include "engine/scenario/scenario.hpp"

namespace skranke {

/// The service's own season, or that of all demand if it has none.
const Season& season_of(const Scenario& scenario, const Service& service);

/// \param season  not all 0
double season_factor(const Season& season, Date date);

}  // namespace skranke
