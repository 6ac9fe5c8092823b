#pragma once
/// \file
/// The mini office (W6): a phone desk with patience, closing time and callers who try again, and
/// calls that become cases, emergencies first. It is made of the very desks, opening hours, rosters
/// and streams that the county uses, and other simulators have played it too (w6_reference.hpp).
///
/// Shape   26 weeks from an empty office on a Monday at midnight; open 08:00-16:00 on 130 working days.
/// Units   minutes.
/// Threads replications of one MiniOffice may run at once.

#include <array>
#include <cstdint>

#include "engine/demand/arrival_process.hpp"
#include "engine/demand/calendar.hpp"
#include "engine/office/roster.hpp"

namespace skranke::bench {

struct MiniOfficeRules {
    std::array<double, 24> calls_an_hour{0, 0, 0, 0, 0, 0, 0, 0, 30, 50, 55, 45, 35, 40, 35, 20};
    double surge = 2.5;  ///< times as many in weeks 3 to 6
    int agents = 6;
    double talk = 8, talk_cv = 0.8;  ///< lognormal
    double patience = 10;            ///< mean, exponential, anew in every attempt
    int most_attempts = 3;
    double tries_again = 0.6;    ///< probability after hanging up or being sent home
    double retry_after = 60;     ///< mean, exponential, by the calendar
    double arrive_within = 60;   ///< of the next opening, for those who would have rung while shut
    double becomes_case = 0.35;  ///< probability at the end of a call
    double emergency = 0.08;     ///< share of the cases
    int caseworkers = 12;
    double effort = 90, effort_cv = 1;  ///< lognormal, in opening time
};

/// What a replication shows: counts, and mean minutes of that replication.
struct MiniOfficeFigures {
    double persons = 0, attempts = 0, served = 0, abandoned = 0, closed = 0, gave_up = 0;
    double wait_served = 0, wait_all = 0;
    double cases_opened = 0, cases_decided = 0, cases_open_end = 0;
    double tdec_emergency = 0, tdec_ordinary = 0;  ///< from opening to decision, of those decided
    double agent_occupancy = 0;                    ///< inside opening hours
    std::uint64_t events = 0;
};

/// What all replications share.
class MiniOffice {
  public:
    explicit MiniOffice(const MiniOfficeRules& rules = {});
    MiniOffice(const MiniOffice&) = delete;
    MiniOffice& operator=(const MiniOffice&) = delete;

    MiniOfficeFigures play(RunIdentity run) const;

    /// Expected first calls of a day.
    double calls_on(std::int64_t day) const;

    static constexpr std::int64_t kDays = 26 * 7;

    const MiniOfficeRules rules;
    const HourProfile call_times;
    const Lognormal talk, effort;
    const WorkingTime hours;
    const DailyValues absence, pace;
    const DeskPlan phone, casework;

  private:
    DeskPlan staffed(int heads) const;

    double calls_a_day_ = 0;
};

}  // namespace skranke::bench
