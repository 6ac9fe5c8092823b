#pragma once
/// \file
/// What each kind of surge needs, and what contradicts itself in one.

#include "engine/base/problem.hpp"
#include "engine/language/toml_reader.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

void check_surges(const Scenario& scenario, const Document& document, Problems& problems);

}  // namespace skranke
