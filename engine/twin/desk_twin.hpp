#pragma once
/// \file
/// A desk's twin: what queueing theory says of the same desk, from the scenario's rules and the record's arrivals,
/// heads and service times. It shares no code with the simulator, so that where the two agree both are
/// believed, and where they do not there is a reason to be found.
///
/// Shape   one a desk, in RecordShape's order; the steps of a twin each take in one cause more.
/// Rules   which formula is valid:
///           lines (receptions, phones)  Erlang A where people have patience, Erlang C where not, with the limited
///                       room of the channel; not where fewer than one head is at work on average, where an endless
///                       line does not settle, or where people hang up and are called back
///           piles (desks that decide)   the fluid, where it waits kLongPileDays or more on average: there nights
///                       and chance move it little. Shorter piles have no formula here.
///         A step is left out where its own rule fails: Erlang C must not grow at any time, and the line
///         must forget (relaxation_min) within kForgetsWithin of a day's open time.
/// Cost    a formula for each open half hour and kind of day: some 0.2 ms a desk and ten weeks (results/validation).
/// Threads none inside.

#include <array>
#include <cstdint>
#include <vector>

#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

inline constexpr double kLongPileDays = 3;
inline constexpr double kForgetsWithin = 0.5;

enum class Formula : std::uint8_t { none, erlang_a, erlang_c, limited_line, fluid };
const char* key_of(Formula formula);

/// Why no formula is valid.
enum class NoFormula : std::uint8_t {
    nobody_comes,
    too_few_heads,  ///< less than one at work on average
    unsettled,      ///< a line that nobody leaves, and that only grows or takes most of a day to settle
    short_pile,     ///< nights and chance rule
    called_back     ///< people hang up and keep their place
};
const char* key_of(NoFormula why);

/// What makes a desk differ from the plainest formula.
enum class Cause : std::uint8_t {
    within_day,     ///< load varies through the week and the day
    between_days,   ///< some days are busier, or have fewer at work, by chance
    priorities,     ///< not first come first served
    shared_heads,   ///< several kinds of work at the same heads
    breaks,         ///< fewer heads at certain hours
    helpers,        ///< heads come when the line is long
    calling_again,  ///< who does not get through tries again
    service_law,    ///< talks are not exponential
    policies        ///< measures change the rules during the run
};
inline constexpr std::size_t kCauses = 9;
const char* key_of(Cause cause);
using Causes = std::array<bool, kCauses>;

struct TwinStep {
    Causes with{};          ///< taken in
    double wait_min = 0;    ///< mean of those served
    double left_share = 0;  ///< of those let in
    double occupancy = 0;
};

struct DeskTwin {
    Formula formula = Formula::none;
    NoFormula why_not = NoFormula::nobody_comes;  ///< if none
    double offered_load = 0;                      ///< erlang, mean while people come
    double peak_load = 0;         ///< the highest of any half hour, modified offered load; piles: of any week
    double heads = 0;             ///< at work, mean
    double erlang_b = 0;          ///< share that would find no head free at the mean load if nobody could wait
    std::vector<TwinStep> steps;  ///< plainest first; empty if none is valid
    Causes left_out{};            ///< in none of the steps, and present in the scenario
};

/// \param weeks  of all desks, summed over replications: as RunRecord::desks \param replications  how many
std::vector<DeskTwin> desk_twins(const Scenario& scenario, const std::vector<DeskWeek>& weeks,
                                 std::uint64_t replications);

}  // namespace skranke
