#pragma once
/// \file
/// The page of a stress test: one HTML file that says who falls first under growing demand, at how much, and what breaks
/// it, made to be read by a municipal director in a minute and by an analyst in ten.
///
/// Shape   the finding; bars by who falls first, with every rule as a table; the map of lengths and absences; a sentence for each
///         place; how it was found; provenance.
/// Form    as html_page.hpp: self-contained, three languages, WCAG 2.1 AA.
/// Errors  none; everything that comes from a scenario is escaped.

#include <string>

#include "engine/planning/stress/stress.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// \param lang  shown until the reader chooses another
std::string stress_page(const Scenario& scenario, const Stress& stress, const Provenance& provenance, Lang lang);

}  // namespace skranke
