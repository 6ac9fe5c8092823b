#pragma once
/// \file
/// The demand model turns a scenario's rates and surges into expected needs: for each source (a
/// service's ordinary demand, or one part of a surge), municipality and day, how many people turn
/// up on average. Chance comes later, in busyness and arrivals.
///
/// Shape   sources x days per municipality.
/// Units   expected needs per day, all residents of the municipality.
/// Order   sources are numbered by the scenario's order, enabled or not, so that a surge that is
///         switched off does not change the people that the others bring.
/// Errors  SKRANKE_EXPECT: at most 256 services, 48 surges, and 15 follow-ons each.

#include <cstdint>
#include <vector>

#include "engine/demand/calendar.hpp"

namespace skranke {

/// One stream of needs of one service.
struct DemandSource {
    std::size_t service = 0;
    std::uint32_t number = 0;  ///< part of its people's addresses, at most 10 bits
};

/// All sources of a scenario, in a fixed order.
std::vector<DemandSource> demand_sources(const Scenario& scenario);

/// Expected needs by day (index) of one municipality from one source.
std::vector<double> expected_needs(const Scenario& scenario, const Calendar& calendar, const DemandSource& source,
                                   std::size_t municipality, std::int64_t days);

/// (recipients of social assistance per 1,000 residents / the same in the whole area) ^ exponent; 1
/// where the municipality's number is not known.
double recipients_factor(const Scenario& scenario, std::size_t municipality, double exponent);

/// Share of residents in quarantine, all quarantine surges together, at most 1.
double quarantine_share(const Scenario& scenario, Date date);

/// Probability added to staff absence by surges, at most 1.
double crisis_absence(const Scenario& scenario, Date date);

}  // namespace skranke
