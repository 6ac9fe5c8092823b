#pragma once
/// \file
/// What the user asks of precision, from the words of the command line to a stopping plan.
///
/// Errors  CommandError with status 2: says what would be right.

#include <optional>
#include <string>

#include "engine/analysis/stopping/stopping_rule.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

inline constexpr std::uint32_t kUsualCap = 1000;  ///< of replications, unless --max-replications says otherwise

/// "5%" and "0.05" of the value, "0.2pp" percentage points, "30min", "2h", "1d".
PrecisionGoal precision_from(const std::string& text);

/// \return nothing if a number of replications is to be played
std::optional<StoppingPlan> stopping_plan(const RunOptions& options, const RecordShape& shape);

/// How often the scenario is played at most: as asked for, or as it says itself.
std::uint32_t most_replications(const RunOptions& options, std::uint32_t usual);

/// For the progress line, of the least precise outcome: "unmet_local +- 6.1% of the value".
std::string sureness(const Stopping& stopping);

}  // namespace skranke
