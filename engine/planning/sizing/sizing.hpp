#pragma once
/// \file
/// A sizing is the answer of a search for the least staffing, with what makes it believable: how often it kept the
/// rules in runs that the search never saw, beside other staffings in the same runs.
///
/// Shape   places as planning_places(); staffings by office.
/// Units   positions are full-time equivalents.

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "engine/planning/place_counts.hpp"
#include "engine/planning/rules.hpp"
#include "engine/planning/sizing/desk_load.hpp"
#include "engine/planning/sizing/staffing_search.hpp"

namespace skranke {

/// Which staffing was played.
enum class StaffingKind : std::uint8_t { as_written, found, erlang, scaled };
const char* key_of(StaffingKind kind);

/// How one staffing fares in runs that no search has seen.
struct PlayedStaffing {
    StaffingKind kind = StaffingKind::found;
    double scale = 1;   ///< of the found one, if it is scaled
    Staffing staffing;  ///< empty if it is as written
    std::uint32_t runs = 0;  ///< of each scenario
    /// By place, in the scenario where it fares worst: runs in which all rules that can be kept were kept, and in which each was broken.
    std::vector<std::uint32_t> kept;
    std::vector<std::array<std::uint32_t, kRules>> broken;
    std::vector<PlaceCounts> counts;   ///< by place, summed over the runs of the first scenario
    std::vector<DeskPeriod> desks;     ///< as desk_periods(), likewise
};

struct SizedPlace {
    RuleSet wanted;      ///< kept by the staffing
    RuleSet impossible;  ///< kept by no staffing
    std::vector<TightUnit> tight;
    std::uint64_t trials = 0;
    std::uint32_t strengthened = 0;  ///< times that fresh runs broke a rule too often, and it got more
};

struct Sizing {
    std::vector<PlanningPlace> places;
    std::vector<SizedPlace> sized;      ///< by place
    Staffing staffing;                  ///< the answer
    std::vector<PlayedStaffing> played; ///< the answer first, then what it is held against
    double probability = 0.9;
    SearchSample sample;
    std::uint64_t search_runs = 0;      ///< simulated or answered from earlier ones
    std::uint32_t first_passed = 0;     ///< places whose staffing kept its rules in the first fresh runs
    std::uint32_t last_passed = 0;      ///< in the last ones
    std::uint32_t last_short = 0;       ///< places that fell short in the last ones by more than chance
    std::uint32_t rounds = 0;           ///< of fresh runs before the last ones
};

/// Mean positions over the horizon, of a desk kind at a place. \param staffing  empty = as written
double mean_positions(const StaffingFrame& frame, const PlanningPlace& place, std::size_t desk, const Staffing& staffing);
/// Positions of one period.
double positions_in(const StaffingFrame& frame, const PlanningPlace& place, std::size_t desk, std::size_t period, const Staffing& staffing);
/// The same staffing with every desk at `scale`, to the nearest unit and never below the floor.
Staffing scaled(const StaffingFrame& frame, const Staffing& staffing, double scale);
/// Whether runs kept the rules often enough: a share of `probability` or more.
bool is_often_enough(std::uint32_t kept, std::uint32_t runs, double probability);
/// Whether so few would be kept in 5 of 100 checks or fewer of a staffing that keeps them with `probability`.
bool is_short_beyond_chance(std::uint32_t kept, std::uint32_t runs, double probability);

}  // namespace skranke
