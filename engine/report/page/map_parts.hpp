#pragma once
/// \file
/// What the maps of the page have in common: a municipality's share of unmet local needs, its class and colour.

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

/// Municipalities inside their borders, if the user gave any.
std::string border_map(const Input& in);

}  // namespace skranke::page
