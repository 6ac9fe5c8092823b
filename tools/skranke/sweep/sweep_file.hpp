#pragma once
/// \file
/// What a sweep leaves for programs: every point with every replication in sweep.h5.
///
/// Shape   axes point, factor, replication, measure, place and bound; `position` (point x factor, 0 to 1, NaN = as
///         written), `value` (the same in the factor's unit), `numerator` and `denominator` (point x replication x place x
///         measure), `answer` (point x place x measure x bound), and what the method makes of them, by factor.
/// Errors  StoreError, with the file's name.

#include <string>

#include "engine/record/provenance.hpp"
#include "engine/sensitivity/sweep.hpp"

namespace skranke {

void write_sweep_file(const std::string& path, const Scenario& scenario, const Sweep& sweep, const Provenance& provenance);

}  // namespace skranke
