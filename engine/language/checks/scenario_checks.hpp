#pragma once
/// \file
/// What a scenario's fields must hold together: the checks that no single field can make.
///
/// Range   at most 200 million needs a replication and about 4 GB of results at once; both are
///         estimated from above before anything is simulated.

#include "engine/base/problem.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/language/toml_reader.hpp"

namespace skranke {

/// Reports what does not fit together, at the lines where `document` has it.
/// \param scenario  complete, but perhaps with fields that have been reported already
void check_scenario(const Scenario& scenario, const Document& document, Problems& problems);

/// Needs that one replication can create, from above.
double most_needs(const Scenario& scenario);

/// Bytes of the results that are held at once, from above.
double most_bytes(const Scenario& scenario);

}  // namespace skranke
