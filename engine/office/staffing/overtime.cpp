#include "engine/office/staffing/overtime.hpp"

#include <algorithm>
#include <limits>

namespace skranke {

double backlog_days(const DeskStaff& staff, std::int64_t day, Duration open) {
    if (staff.work_in_line.us == 0) return 0;
    const auto today = static_cast<std::size_t>(day);
    const double a_day = staff.heads(today) * staff.speed(today) * in_minutes(open);
    return a_day > 0 ? in_minutes(staff.work_in_line) / a_day : std::numeric_limits<double>::infinity();
}

double done_min(const DeskStaff& staff, const Stretch& stretch, Instant now) {
    const double ordinary = in_minutes(staff.hours->open_time(stretch.begun, now));
    const Instant from = std::max(stretch.begun, stretch.closes), to = std::min(now, stretch.overtime_until);
    const double after_hours = to > from ? in_minutes(to - from) : 0.0;
    return (ordinary + after_hours * staff.rules->overtime.pace) * stretch.speed;
}

Stretch work_on(const DeskStaff& staff, Instant now, double effort_min) {
    const double speed = staff.speed(static_cast<std::size_t>(day_of(now)));
    const Overtime& overtime = staff.rules->overtime;
    Stretch stretch{now, staff.hours->add_open_time(now, minutes(effort_min / speed)), 0, speed};
    if (overtime.hours_per_day <= 0 || stretch.until <= staff.closes) return stretch;
    stretch.closes = staff.closes;
    stretch.overtime_until = staff.overtime_until;
    const bool in_hours = staff.hours->is_open(now) && now < staff.closes;
    const double today_min = in_hours ? in_minutes(staff.closes - now) * speed : 0.0;
    const Instant goes_on = std::max(now, staff.closes);
    if (goes_on < staff.overtime_until && (in_hours || now >= staff.closes)) {
        const Duration needed = minutes((effort_min - today_min) / (speed * overtime.pace));
        if (needed <= staff.overtime_until - goes_on) {
            stretch.until = goes_on + needed;
            return stretch;
        }
    }
    // The rest in the morning, when it is known how long that day is.
    const double overtime_min = goes_on < staff.overtime_until ? in_minutes(staff.overtime_until - goes_on) : 0.0;
    const Instant next = staff.hours->next_open(std::max(goes_on, staff.overtime_until));
    if (next <= now) return stretch;  // open though the roster knows nothing of it: a change of hours today
    stretch.until = next;
    stretch.left_min = effort_min - today_min - overtime_min * speed * overtime.pace;
    return stretch;
}

}  // namespace skranke
