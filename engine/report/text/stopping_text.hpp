#pragma once
/// \file
/// What a sequential experiment says of itself: how precise it is, what was asked for, and why it stopped.
///
/// Form  plain sentences without markup.

#include <string>

#include "engine/analysis/stopping/stopping_rule.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// "Stopped after 47 runs, because they were enough: unmet, local services is known to within ± 4.6% of the value (asked for: ...)."
std::string stopping_text(const Stopping& stopping, std::uint64_t replications, Lang lang);

/// A half-width or a goal: "4.6%" of the value, "0.2 percentage points", "30 min".
std::string precision_text(double precision, PrecisionGoal::Kind kind, Lang lang);

}  // namespace skranke
