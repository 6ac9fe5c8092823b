#pragma once
/// \file
/// The parts that the report's page is put together from, in the order they stand in it.

#include <string>
#include <vector>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/cure.hpp"
#include "engine/report/map/borders.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {
struct LiveEngine;
}

namespace skranke::page {

/// Whether the page can play its scenario again.
enum class WhatIf { answered, left_out };

struct Input {
    const Scenario& scenario;
    const Summary& summary;
    const Provenance& provenance;
    Lang lang;  ///< shown first
    const BorderMap* borders = nullptr;  ///< nullptr = none were given
    const Cures* cures = nullptr;        ///< nullptr = no price list was there
    const LiveEngine* live = nullptr;    ///< the page's script, and the engine; nullptr = the page has none
    WhatIf what_if = WhatIf::left_out;
};

const char* style_sheet();

std::string title_part(const Input& in);        ///< title, question, what was run
std::string answer_part(const Input& in);       ///< whole area: rate, three heads, way to one's own municipality
bool begins_with_workbook(const Scenario& scenario);  ///< its open cases are in a file that a page cannot read
std::string what_if_part(const Input& in);      ///< a change, played in the page; "" if the page has no engine
std::string what_if_answer();                   ///< of it, what the script fills in
std::string what_if_words();                    ///< what the script says: JSON, by language and key
std::string live_markup(const Input& in);       ///< the engine and the script, likewise
std::string map_part(const Input& in);          ///< cartogram and table
std::string groups_part(const Input& in);        ///< who gets through and who does not, whole area
std::string limits_part(const Input& in);        ///< how many cases are decided inside each time limit, whole area
std::string policies_part(const Input& in);      ///< the scenario's measures and their cost, if it has any
std::string backlog_part(const Input& in);      ///< open cases over time, whole area
std::string places_part(const Input& in);       ///< a section for each municipality
std::string desks_part(const Input& in);        ///< occupancy and waits
std::string twin_part(const Input& in);         ///< desks beside what queueing theory says, details folded
std::string definitions_part(const Input& in);  ///< what the numbers mean
std::string assumptions_part(const Input& in);
std::string accessibility_part(const Input& in);  ///< what was checked, what is known to fall short
std::string provenance_part(const Input& in);

// Used by several parts.

/// The cheapest cure of a place, in a sentence; "" if nothing is known of it. \param place  index into summary.places
std::string cure_of(const Input& in, std::size_t place);

/// A page with a circle and a section for each of more municipalities than this would not open: it
/// shows the worst `kWorstShown` of them in the table, says so, and leaves the rest to summary.csv.
inline constexpr std::size_t kMostSections = 1000, kWorstShown = 200;
inline bool has_sections(const Summary& summary) { return summary.places.size() <= kMostSections + 1; }

/// Indices into summary.places without the whole area, by Norwegian alphabet (… Z Æ Ø Å).
std::vector<std::size_t> by_alphabet(const Summary& summary);
/// What links to a municipality's section point at: its number, so that an address is good for later reports, too.
std::string anchor_of(const PlaceSummary& place);
/// The address of a municipality's section, and what the script puts beside it: print, copy, share.
std::string sharing_line(const PlaceSummary& place);
std::string sharing_buttons();  ///< to stand once in a page with a script
/// "9,4 % (8,1–10,7 %)", or a dash where too few needs stand behind it.
std::string rate_with_interval(const OutcomeSummary& outcome);
std::string on_time(const OutcomeSummary& outcome);
std::string access_p90(const OutcomeSummary& outcome);
std::string handling_p90(const OutcomeSummary& outcome);
/// Outcomes of a place's groups beside one another.
std::string groups_table(const Input& in, const PlaceSummary& place, const std::string& id);
std::string worst_reason(const OutcomeSummary& outcome);
/// Whether the name of its place leads each row of a table of desks.
enum class SiteColumn { shown, left_out };
std::string desks_table(const std::string& id, const std::string& caption, SiteColumn column,
                        const std::vector<const DeskSummary*>& desks);

}  // namespace skranke::page
