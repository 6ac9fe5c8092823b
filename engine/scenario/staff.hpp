#pragma once
/// \file
/// The desks and the rules by which they are staffed.
///
/// Units   positions are full-time equivalents; hours are local wall clock.
/// Source  every field's meaning, unit, range and default: engine/language/fields/staff.cpp.

#include <cstddef>
#include <cstdint>

#include "engine/scenario/opening_hours.hpp"
#include "engine/scenario/rota.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

/// Desks of an office (reception, duty_phone, casework) and shared ones.
enum class DeskKind : std::uint8_t { reception, duty_phone, casework, contact_centre, unemployment_office, sickness_office };
inline constexpr std::size_t kDeskKinds = 6;
/// The first three belong to each office, the others are shared by all.
inline constexpr std::size_t kOfficeDesks = 3;

constexpr bool decides_cases(DeskKind kind) {
    return kind != DeskKind::reception && kind != DeskKind::duty_phone && kind != DeskKind::contact_centre;
}

/// Which case a desk takes next.
enum class Discipline : std::uint8_t {
    priority,     ///< the lowest priority number, first come first served within one
    growing,      ///< most points: a start by priority, more with every day of waiting
    earliest_due  ///< the one whose clock runs out first
};

/// How a desk that decides cases chooses among them.
struct CaseRules {
    Discipline discipline = Discipline::priority;
    double points_per_class = 1;  ///< growing: start of a priority over the next less urgent one
    int urgent_priority = -1;     ///< this priority and lower numbers need no place among most_cases and go
                                  ///< first under earliest_due; -1 = none
    double most_cases = 0;        ///< that a head has begun and not closed; 0 = no limit
};

/// Who helps at a desk whose line is long.
enum class HelpedBy : std::uint8_t { nobody, reception, duty_phone, casework };

/// Work after hours on days that begin with a large backlog.
struct Overtime {
    double when_backlog_days = 0;    ///< only if more than so many days' work of the desk's positions wait
    double hours_per_day = 0;        ///< 0 = never any
    double most_hours_per_week = 10; ///< of each head
    double pace = 1;                 ///< work done in an hour of it, over that of an ordinary one
    double cost_factor = 1;          ///< of an hour of it, over hour_cost
};

/// A pool of staff and how its size follows from the population, or is given.
struct DeskRules {
    Timeline per_1000_adults{0.0};  ///< positions per 1,000 residents aged 18+ in the catchment
    Timeline positions{0.0};        ///< added to the above; alone for shared desks
    double minimum = 0;             ///< positions, whatever the population
    double more = 0;                ///< positions added to all of these; below 0: fewer, but none at least
    double follow_recipients = 0;   ///< positions ~ (recipients per 1,000 / area mean) ^ this
    double cover = 0;               ///< heads who are always replaced when absent
    OpeningHours hours;             ///< working hours
    Timeline absence{0.0};          ///< probability that a head is absent on a day
    Timeline speed{1.0};            ///< effort done per working minute
    CaseRules cases;                ///< of casework and the benefit offices
    double absence_spell_days = 0;  ///< mean length of an absence; 0 = day by day
    double parents = 1;             ///< share of the heads whom shut schools concern
    double home_work = 0;           ///< share of the heads who can do this desk's work from home
    double home_pace = 1;           ///< work they do there in the time of a full position's at the desk
    double learning_weeks = 0;      ///< until positions added during the run are as fast as the others
    double learning_start = 1;      ///< their pace on the first day
    Overtime overtime;              ///< casework and benefit offices
    HelpedBy helped_by = HelpedBy::nobody;  ///< reception and duty phone
    double help_when_waiting = 3;   ///< people in line here when help comes
    double skills = 1;              ///< share of the helping desk's heads who can serve here
    double hour_cost = 0;           ///< NOK an hour that a head is present
    Rota rota;                      ///< who works when within the hours; empty = everybody, always

    /// What offices with fewer residents than `residents` have instead.
    struct SmallOffice {
        double residents = 0;
        Timeline absence{0.0};
        double cover = 0;
    } small_office;
};

}  // namespace skranke
