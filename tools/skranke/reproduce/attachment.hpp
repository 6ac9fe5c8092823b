#pragma once
/// \file
/// The attachment of a report is what it takes to play it again: where it comes from, the scenario and
/// its tables. It lies in the page as text that browsers neither show nor run.
///
/// Form    JSON, escaped as HTML, in the element <template id="skranke-attachment">. Tables that are no
///         text are written as in result.h5 (layout::stored_content).
/// Range   a run that began with open cases of real people has an attachment without scenario and
///         tables: a report is sent on, the cases are not, unless its maker wants that (--carry-cases).
/// Errors  attachment_of(): CommandError with status 2, whatever the page is.

#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/html_page.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

struct Attachment {
    Provenance provenance;
    std::uint32_t replications = 0;
    std::optional<PrecisionGoal> goal;  ///< of a sequential experiment
    std::vector<std::string> watched;
    std::uint32_t most = 0;
    Lang lang = Lang::nb;
    std::string scenario_text;
    std::vector<InputFile> inputs;
    std::optional<BorderMap> borders;
    std::optional<Cures> cures;
};

/// \param shown  what else the page shows that its scenario does not give \return markup
std::string attachment_markup(const Scenario& scenario, const Summary& summary, const Provenance& provenance, Lang lang,
                              const ReportExtras& shown);

/// \param name  of the page's file, for messages
Attachment attachment_of(const std::string& page, const std::string& name);

}  // namespace skranke
