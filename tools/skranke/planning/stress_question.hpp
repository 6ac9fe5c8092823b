#pragma once
/// \file
/// What the user asks of a stress test, from the words of the command line to loads, heights and error limits.
///
/// Errors  CommandError with status 2: says what would be right.

#include <string>
#include <vector>

#include "engine/planning/stress/stress.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

struct StressQuestion {
    StressLoad load;
    BreakingPlan plan;             ///< without items
    WeekSpan weeks;                ///< of the run, while the load lasts; all of it where a surge is scaled
    std::vector<StressLoad> map;   ///< by absence, then length
    std::vector<double> map_heights;
};

StressQuestion stress_question(const Scenario& scenario, const StressOptions& options);

}  // namespace skranke
