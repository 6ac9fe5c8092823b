#pragma once
/// \file
/// The page of a catch-up: one HTML file that says when each place is inside its clocks again and what it takes to be so by a
/// wanted week.
///
/// Shape   the finding in a sentence; of several places a picture from when to when each is back, and a table; then for each
///         place its overdue cases by week, the distribution of the date, and the same as a table; the rule; provenance.
/// Form    as html_page.hpp: self-contained, three languages, WCAG 2.1 AA.
/// Order   who is back last comes first.
/// Errors  none; everything that comes from a scenario is escaped.

#include <string>

#include "engine/planning/catch_up/catch_up.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// \param lang  shown until the reader chooses another
std::string catch_up_page(const Scenario& scenario, const CatchUp& study, const Provenance& provenance, Lang lang);

}  // namespace skranke
