#pragma once
/// \file
/// The keys by which scenario files, tables and results name the choices of scenario.hpp.
///
/// Order  as the enumerators.

#include <array>

namespace skranke {

inline constexpr std::array<const char*, 6> kChannelKeys{"digital",     "phone",        "drop_in",
                                                         "appointment", "office_phone", "outreach"};
inline constexpr std::array<const char*, 6> kDeskKeys{"reception",      "duty_phone",          "casework",
                                                      "contact_centre", "unemployment_office", "sickness_office"};
inline constexpr std::array<const char*, 4> kHelpedByKeys{"nobody", "reception", "duty_phone", "casework"};
inline constexpr std::array<const char*, 8> kSurgeKeys{"layoffs", "quarantine", "school_closure", "scale",
                                                       "outage",  "curve",      "trace",          "suppressed"};
inline constexpr std::array<const char*, 2> kDelayLawKeys{"fixed", "exponential"};
inline constexpr std::array<const char*, 3> kAffectsKeys{"all", "local", "state"};
inline constexpr std::array<const char*, 2> kCurveUnitKeys{"per_1000", "count"};
inline constexpr std::array<const char*, 2> kSystemKeys{"local", "state"};
inline constexpr std::array<const char*, 3> kClockUnitKeys{"hours", "days", "working_days"};
inline constexpr const char* kMainClock = "clock";  // among the limits of a service
inline constexpr std::array<const char*, 2> kClockStopKeys{"documents", "third_party"};
inline constexpr std::array<const char*, 3> kClockBasisKeys{"law", "norm", "assumption"};
inline constexpr std::array<const char*, 2> kClockFromKeys{"need", "application"};
inline constexpr std::array<const char*, 3> kCloseRuleKeys{"send_home", "serve", "carry_over"};
inline constexpr std::array<const char*, 2> kTransferKeys{"hand_over", "conference"};
inline constexpr std::array<const char*, 2> kTransferPlaceKeys{"before_callbacks", "with_callbacks"};
inline constexpr std::array<const char*, 2> kAnsweredByKeys{"contact_centre", "office"};
inline constexpr std::array<const char*, 2> kTimeLawKeys{"lognormal", "exponential"};
inline constexpr std::array<const char*, 3> kDisciplineKeys{"priority", "growing", "earliest_due"};
inline constexpr std::array<const char*, 6> kVerdictRuleKeys{"most_lost_before_contact", "access_p90_days",         "least_on_time",
                                                             "least_urgent_on_time",     "most_lost_after_contact", "most_vulnerable_gap"};
inline constexpr std::array<const char*, 2> kSharedDesksKeys{"keep", "scale"};
inline constexpr std::array<const char*, 7> kWeekdayKeys{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};

}  // namespace skranke
