#pragma once
/// \file
/// When people are expected at a channel, half hour by half hour: in the hour their need arises if it is open, else
/// in the first minutes after it opens, unless it is shut for too long to wait. Shares only; how many there are the
/// record says.
///
/// Shape   by half hour from the first midnight of the scenario, kHalfHours a day.
/// Units   expected needs whose first choice is the channel; only their ratios are used.
/// Range   first attempts: who tries again, and who asks about a case, is taken to come at the same times.
/// Cost    services x days x municipalities once; days x kHalfHours a question.

#include <cstddef>
#include <vector>

#include "engine/demand/calendar.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

inline constexpr std::size_t kHalfHours = 48;
inline constexpr std::size_t kHalfHoursOfWeek = 7 * kHalfHours;
inline constexpr double kHalfHourMin = 30;

class ArrivalPattern {
  public:
    /// \param scenario, calendar  must outlive this
    ArrivalPattern(const Scenario& scenario, const Calendar& calendar);

    /// At a channel with these hours.
    std::vector<double> at_channel(Channel channel, const WorkingTime& hours) const;
    /// Needs as they arise, day and night.
    std::vector<double> as_needs_arise() const;

  private:
    std::vector<double> needs_by_day(std::size_t channel) const;
    std::vector<double> hour_shares() const;

    const Scenario& scenario_;
    const Calendar& calendar_;
    std::size_t days_;
    std::vector<std::vector<double>> needs_;  // by service and day, whole area
};

}  // namespace skranke
