#pragma once
/// \file
/// Overtime: on days that begin with a large backlog a desk stays open longer, within a limit a week; and
/// how far a head gets with a piece of work when it may be done after hours, too.
///
/// Order    decided when the desk opens; everybody on duty at closing time stays.
/// Units    work in minutes of a full position at speed 1; hours of one head.
/// Source   the limits: engine/language/fields/desk.cpp.

#include <algorithm>
#include <cstdint>

#include "engine/office/policies/levers.hpp"

namespace skranke {

/// Days' work of the desk's present positions that stand in its line. \param open  its hours today
double backlog_days(const DeskStaff& staff, std::int64_t day, Duration open);

/// What a desk's heads have worked of their hours of a week: the same for all.
class OvertimeAccount {
  public:
    /// \return how much longer the desk is open today, booked
    Duration grant(const Overtime& rules, std::int64_t day, double backlog_days, Duration until_midnight) {
        if (rules.hours_per_day <= 0 || backlog_days <= rules.when_backlog_days) return {};
        if (day / 7 != week_) used_ = {};
        week_ = day / 7;
        const Duration left = hours(rules.most_hours_per_week) - used_;
        const Duration granted = std::max({}, std::min({hours(rules.hours_per_day), left, until_midnight}));
        used_ = used_ + granted;
        return granted;
    }

  private:
    std::int64_t week_ = -1;
    Duration used_{};
};

/// A head works without a break until `until`; then so much is left to do.
struct Stretch {
    Instant begun, until;
    double left_min = 0;
    double speed = 1;
    Instant closes{}, overtime_until{};  ///< of its day
};

/// One stretch of work on `effort_min`, begun or gone on with now. Without overtime it is all there is.
Stretch work_on(const DeskStaff& staff, Instant now, double effort_min);

/// What has been done of a stretch that is broken off now.
double done_min(const DeskStaff& staff, const Stretch& stretch, Instant now);

}  // namespace skranke
