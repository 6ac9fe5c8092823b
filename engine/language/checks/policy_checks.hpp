#pragma once
/// \file
/// Contradictions in policies: levers that cannot be moved so, conditions that no site can see, that can never hold or
/// always do, and policies that set one lever to different things on the same days.

#include "engine/base/problem.hpp"
#include "engine/language/toml_reader.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

void check_policies(const Scenario& scenario, const Document& document, Problems& problems);

}  // namespace skranke
