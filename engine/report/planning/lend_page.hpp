#pragma once
/// \file
/// The page of an agreement: one HTML file that says who should lend caseworkers to whom, what that is worth and to whom, and
/// that nobody pays for it, as input to an agreement between municipalities.
///
/// Shape   the finding in a sentence; the loans; a picture of what changes at each office and the same as a table; who was
///         left out; other ways to share; the rules, which are assumptions; provenance.
/// Form    as html_page.hpp: self-contained, three languages, WCAG 2.1 AA.
/// Order   those who are helped most first.
/// Errors  none; everything that comes from a scenario is escaped.

#include <string>

#include "engine/planning/lending/agreement.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// \param lang  shown until the reader chooses another
std::string lend_page(const Scenario& scenario, const Agreement& agreement, const Provenance& provenance, Lang lang);

}  // namespace skranke
