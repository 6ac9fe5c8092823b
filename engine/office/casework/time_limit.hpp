#pragma once
/// \file
/// A time limit as an instant: the last one that is still in time, for limits in hours, days or
/// working days.
///
/// Units   limits in their clock unit; a limit in working days ends with the last of them.
/// Errors  none: past the calendar's last day a limit in working days ends with that day.

#include "engine/demand/calendar.hpp"

namespace skranke {

/// The last instant in time for a limit that starts at `start`.
Instant last_in_time(const Calendar& calendar, Instant start, double limit, ClockUnit unit);

}  // namespace skranke
