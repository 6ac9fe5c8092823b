#pragma once
/// \file
/// The page of a sweep: one HTML file that says which assumption the answer depends on most, made to be read by a
/// municipal director in a minute and by an analyst in ten.
///
/// Shape   for the whole area and each municipality asked for: the finding in a sentence, chance and uncertainty of
///         inputs apart, the picture, the same as a table; then the other answers, what was left out, provenance.
/// Form    as html_page.hpp: self-contained, three languages, WCAG 2.1 AA.
/// Errors  none; everything that comes from a scenario is escaped.

#include <string>

#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"
#include "engine/sensitivity/sweep.hpp"

namespace skranke {

/// \param lang  shown until the reader chooses another
std::string sweep_page(const Scenario& scenario, const Sweep& sweep, const Provenance& provenance, Lang lang);

}  // namespace skranke
