#pragma once
/// \file
/// The page of a search for the least staffing: how many are needed, where, how sure that is, and what was in the way of
/// fewer.
///
/// Form    one self-contained HTML file in three languages, as html_page.hpp; each picture has a table with its numbers.

#include <string>

#include "engine/planning/sizing/sizing.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string size_page(const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance, Lang lang);

}  // namespace skranke
