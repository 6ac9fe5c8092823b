#pragma once
/// \file
/// The report: one HTML file that says for the whole area and each municipality what was found,
/// how sure it is and why, made to be read by a municipal director and sent on.
///
/// Shape   question; answer under three heads; cartogram, map where borders are given, and their table; backlog over time; a
///         section for each municipality; desks; check against queueing theory; definitions; assumptions; provenance.
/// Form    self-contained: no fonts, nothing fetched (a content security policy in the
///         file forbids it), no script but that of the live engine and of the buttons, without which everything else reads
///         the same; works from file://. All three languages are inside and switched by
///         style alone. Each picture carries where it comes from as SVG metadata, should it be cut out.
///         Meant to meet WCAG 2.1 AA and to print on A4.
///         The part of a municipality has its number as address (#5014).
/// Order   municipalities worst first in the table, by Norwegian alphabet elsewhere.
/// Memory  about 30 kB a municipality.
/// Errors  none; everything that comes from a scenario or a table is escaped.

#include <string>
#include <string_view>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/cure.hpp"
#include "engine/report/map/borders.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// The engine inside the page, as tools/web packs it.
struct LiveEngine {
    std::string_view module;       ///< WebAssembly, gzip, as base64
    std::string_view script;       ///< what stands in the page's only script element
    std::string_view script_hash;  ///< of it: SHA-256 as base64, which the content security policy allows by
};

/// Whether the attachment of a run that began with open cases holds them: a report is sent on, so only if its maker says so.
enum class OpenCases { left_out, carried };

/// What not every report has.
struct ReportExtras {
    std::string attachment = "";         ///< markup at the end that is not shown
    const BorderMap* borders = nullptr;  ///< for a map besides the cartogram
    const Cures* cures = nullptr;        ///< what a price list found; nullptr = none is there
    OpenCases open_cases = OpenCases::left_out;
    const LiveEngine* live = nullptr;    ///< lets the page answer what-if from its attachment, save pictures, print; nullptr = it has no script
};

/// \param lang  shown until the reader chooses another
std::string html_report(const Scenario& scenario, const Summary& summary, const Provenance& provenance,
                        Lang lang = Lang::nb, const ReportExtras& extras = {});

}  // namespace skranke
