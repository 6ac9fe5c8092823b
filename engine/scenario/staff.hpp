#pragma once
/// \file
/// The desks and the rules by which they are staffed.
///
/// Units   positions are full-time equivalents; hours are local wall clock.
/// Source  every field's meaning, unit, range and default: engine/language/fields/staff.cpp.

#include <cstddef>
#include <cstdint>

#include "engine/scenario/opening_hours.hpp"
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

/// A pool of staff and how its size follows from the population, or is given.
struct DeskRules {
    Timeline per_1000_adults{0.0};  ///< positions per 1,000 residents aged 18+ in the catchment
    Timeline positions{0.0};        ///< added to the above; alone for shared desks
    double minimum = 0;             ///< positions, whatever the population
    double follow_recipients = 0;   ///< positions ~ (recipients per 1,000 / area mean) ^ this
    double cover = 0;               ///< heads who are always replaced when absent
    OpeningHours hours;             ///< working hours
    Timeline absence{0.0};          ///< probability that a head is absent on a day
    Timeline speed{1.0};            ///< effort done per working minute
    CaseRules cases;                ///< of casework and the benefit offices

    /// What offices with fewer residents than `residents` have instead.
    struct SmallOffice {
        double residents = 0;
        Timeline absence{0.0};
        double cover = 0;
    } small_office;
};

}  // namespace skranke
