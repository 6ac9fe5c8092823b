#pragma once
/// \file
/// When a measure of the scenario is in force, in words.

#include <string>

#include "engine/report/wording.hpp"
#include "engine/scenario/policy.hpp"

namespace skranke {

/// "from 13 March 2020", "all the time"
std::string dates_text(const Policy& policy, Lang lang);

/// "when backlog.casework > 40 (from 13 March 2020)", or its dates alone.
std::string when_text(const Policy& policy, Lang lang);

}  // namespace skranke
