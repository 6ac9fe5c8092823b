#pragma once
/// \file
/// The twin of a desk that decides cases: its pile as a fluid, fed by each week's arrivals as needs arise and
/// emptied in the desk's hours by the head-time of the week.
///
/// Units   minutes; counts summed over replications.
/// Range   cases that leave undecided are taken out as they come; cases that wait at the first midnight are
///         taken to have come at the first week's rate.

#include <span>
#include <vector>

#include "engine/demand/calendar.hpp"
#include "engine/twin/desk_twin.hpp"

namespace skranke {

struct PileFacts {
    std::span<const DeskWeek> weeks;
    double replications = 1;
    const WorkingTime& hours;
    const std::vector<double>& arising;  ///< needs by half hour, see arrival_pattern.hpp
};

DeskTwin pile_twin(const PileFacts& facts);

// Used by all twins.

inline double ratio(double part, double whole) { return whole > 0 ? part / whole : 0.0; }
DeskTwin without_formula(DeskTwin twin, NoFormula why);
/// Open time of a week. [min]
double open_min(const WorkingTime& hours, std::size_t week);
/// Of values by half hour.
double sum_of_week(const std::vector<double>& pattern, std::size_t week);

}  // namespace skranke
