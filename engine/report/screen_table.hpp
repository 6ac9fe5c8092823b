#pragma once
/// \file
/// The table of municipalities as printed on a terminal: the whole area first, then the
/// municipalities by unmet-need rate of local services, worst first, and a key to the symbols.
///
/// Order   descending by rate; municipalities with too few needs to show a rate come last, by name.
/// Units   per cent; durations in the unit that fits (min, hours, days).
/// Shape   no line is wider than `columns`; below 80 columns 80 are used, from 120 on the most
///         common reason is added. Widths are counted in characters, not bytes.

#include <string>

#include "engine/analysis/summary.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string screen_table(const Summary& summary, Lang lang, int columns = 80);

/// Characters that `text` takes on a terminal: code points of UTF-8, combining marks left out.
std::size_t screen_width(const std::string& text);

/// Indices into summary.places without the whole area, worst unmet rate of local services first;
/// shared by all tables of municipalities.
std::vector<std::size_t> worst_first(const Summary& summary);

}  // namespace skranke
