#pragma once
/// \file
/// Contradictions in the rules of staff: rotas, work from home, overtime, help and pools.

#include "engine/base/problem.hpp"
#include "engine/language/toml_reader.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

void check_staff_rules(const Scenario& scenario, const Document& document, Problems& problems);

}  // namespace skranke
