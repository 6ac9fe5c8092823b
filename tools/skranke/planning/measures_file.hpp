#pragma once
/// \file
/// What a price list leaves for programs: measures.h5.
///
/// Shape   axes place (office ids; empty = the whole area), pick (measure and dose), number (what is estimated), bound
///         (estimate, low, high) and step. `alone` (place x pick x number x bound; NaN where a place cannot take it),
///         `last_dose` (likewise, against the dose before), `all_rules_kept` (place x pick x without and with); of the
///         sequence `step_pick` (place x step, index of pick, NaN = none), `on_top` and `in_all` (place x step x number x bound).
/// Errors  StoreError, with the file's name.

#include <string>

#include "engine/planning/price_list/priced_area.hpp"
#include "engine/record/provenance.hpp"

namespace skranke {

void write_measures_file(const std::string& path, const Scenario& scenario, const PricedArea& area, const Provenance& provenance);

}  // namespace skranke
