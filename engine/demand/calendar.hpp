#pragma once
/// \file
/// The calendar of a run: which date each simulated day is, which days are public holidays, and
/// for a set of opening hours when work is done.
///
/// Units   day numbers from 0 = the scenario's first day; Instants as sim_time.hpp.
/// Source  Easter: the anonymous Gregorian computus (J. Meeus, Astronomical Algorithms, 1991, ch. 8).

#include <cstdint>
#include <vector>

#include "engine/kernel/sim_time.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// Easter Sunday of a year, Gregorian calendar, 1583 or later.
Date easter_sunday(int year);

class Calendar {
  public:
    /// \param days  how many are known; later ones do not exist
    Calendar(Date start, std::int64_t days, const std::vector<Holiday>& holidays);

    std::int64_t days() const { return static_cast<std::int64_t>(holiday_.size()); }
    Date date(std::int64_t day) const { return start_ + std::chrono::days{day}; }
    std::size_t weekday(std::int64_t day) const { return static_cast<std::size_t>((first_weekday_ + day) % 7); }
    bool is_holiday(std::int64_t day) const { return holiday_[static_cast<std::size_t>(day)]; }
    /// Monday to Friday and no holiday.
    bool is_working_day(std::int64_t day) const { return weekday(day) < 5 && !is_holiday(day); }
    /// 0 = Monday; holidays count as Sundays.
    std::size_t demand_weekday(std::int64_t day) const { return is_holiday(day) ? 6 : weekday(day); }

  private:
    Date start_;
    std::int64_t first_weekday_ = 0;
    std::vector<bool> holiday_;
};

/// When something is open, day by day, and arithmetic in open time only.
///
/// Shape  at most one interval a day; closed on holidays.
/// Errors queries past the last known day answer "never".
class WorkingTime {
  public:
    WorkingTime() = default;
    WorkingTime(const Calendar& calendar, const OpeningHours& hours);

    struct Interval {
        Instant opens, closes;  ///< equal if shut all day
    };

    const Interval& on(std::int64_t day) const { return days_[static_cast<std::size_t>(day)]; }
    std::int64_t days() const { return static_cast<std::int64_t>(days_.size()); }
    bool is_open(Instant t) const;

    /// \return t if open at t, else the next opening; kNever if there is none
    Instant next_open(Instant t) const;

    /// The instant when `effort` of open time has passed since t; kNever beyond the calendar.
    Instant add_open_time(Instant t, Duration effort) const;
    /// Open time from `from` to `to`: add_open_time() the other way round.
    Duration open_time(Instant from, Instant to) const;

    /// Keeps other hours on the days [first, end).
    void replace(const Calendar& calendar, const OpeningHours& hours, std::int64_t first, std::int64_t end);

  private:
    static Interval posted(const Calendar& calendar, const OpeningHours& hours, std::int64_t day);
    void note_next_open();

    std::vector<Interval> days_;
    std::vector<std::int64_t> next_open_day_;  // first day >= d that opens at all; days() if none
};

}  // namespace skranke
