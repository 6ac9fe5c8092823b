#include "engine/office/casework/time_limit.hpp"

namespace skranke {

Instant last_in_time(const Calendar& calendar, Instant start, double limit, ClockUnit unit) {
    switch (unit) {
        case ClockUnit::hours:
            return start + hours(limit);
        case ClockUnit::days:
            return start + minutes(limit * 24 * 60);
        case ClockUnit::working_days:
            break;
    }
    std::int64_t day = day_of(start);
    for (double left = limit; left > 0 && day + 1 < calendar.days();) left -= calendar.is_working_day(++day) ? 1 : 0;
    return midnight(day + 1) - Duration{1};
}

}  // namespace skranke
