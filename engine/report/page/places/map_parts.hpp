#pragma once
/// \file
/// What the maps of the page and their table have in common: a municipality's share of unmet local needs, its class and colour.

#include <optional>
#include <string>

#include "engine/report/figure.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {

/// Nothing where too few needs stand behind it.
std::optional<double> rate_of(const PlaceSummary& place);
Classes rate_classes(const Summary& summary);
/// "Skaun: 8,2 %"
std::string rate_told(const PlaceSummary& place, Lang lang);
std::string rate_legend(const Summary& summary, const Classes& classes);

/// A picture, and links over it for a mouse, which screen readers are not told of: the table has the same ones.
/// \param caption  id \param picture, links  markup
std::string layered(const std::string& caption, const std::string& view_box, const std::string& picture, const std::string& links);

/// How each municipality fares, as a table, the whole area first; folded where it is long.
std::string place_table(const Summary& summary);

/// Municipalities inside their borders, if the user gave any.
std::string border_map(const Input& in);

}  // namespace skranke::page
