#pragma once
/// \file
/// A twin check holds a simulated desk against what queueing theory says of it, and says in one word whether
/// they agree. A cause counts as an explanation only if a formula that takes it in agrees.
///
/// Rules   Wait of those served, share who leave, and occupancy must each lie within the simulated interval, or as
///         near as the formulas are: a tenth of the wait and a quarter of a minute, one per cent of the people, one
///         per cent of the time (our own choice). The plainest step that agrees in all three gives the word:
///           agrees     the plainest of all, so nothing needs explaining
///           explained  one that takes in more: what it takes in is the reason
///         and if none does
///           may_be     something is present that no formula here takes in, and the waits are not wildly apart
///           flagged    nothing is, or the waits differ kWildly-fold: somebody should look
///           none       no formula is valid (DeskTwin::why_not)
/// Range   of a fluid only wait and occupancy are held against the desk: who leaves is given to it.

#include "engine/analysis/estimate.hpp"
#include "engine/twin/desk_twin.hpp"

namespace skranke {

inline constexpr double kWildly = 3;         ///< times
inline constexpr double kWildlyFromMin = 5;  ///< waits closer than this are never wildly apart

enum class TwinVerdict : std::uint8_t { agrees, explained, may_be, flagged, none };
inline constexpr std::size_t kTwinVerdicts = 5;
const char* key_of(TwinVerdict verdict);

/// What was simulated, by the same names as in a TwinStep.
struct SimulatedDesk {
    Estimate wait_min, left_share, occupancy;
};

struct TwinCheck {
    DeskTwin twin;
    TwinVerdict verdict = TwinVerdict::none;
    TwinStep shown;    ///< the step that agrees, else the one that takes in most
    Causes because{};  ///< explained: what `shown` takes in beyond the plainest; may_be: what is left out
};

TwinCheck check_twin(const DeskTwin& twin, const SimulatedDesk& simulated);

}  // namespace skranke
