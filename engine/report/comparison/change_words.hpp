#pragma once
/// \file
/// Changes in words and figures: signed numbers with their intervals.

#include <string>

#include "engine/analysis/estimate.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string signed_number(double value, int decimals, Lang lang);

/// Of one replication there is no interval.
bool has_interval(const Estimate& e);
/// Whether the change is not just chance: its interval leaves 0 out.
bool is_certain(const Estimate& e);

/// "-25 to -19", in units
std::string interval_words(const Estimate& e, double unit, int decimals, Lang lang);
/// "-22 (-25 to -19)", without brackets where there is no interval
std::string with_interval(const Estimate& e, double unit, int decimals, Lang lang);

/// What each line of a comparison is about, e.g. "Local services".
namespace words {
inline constexpr Phrase kLocal{"Lokale tjenester", "Lokale tenester", "Local services"};
inline constexpr Phrase kState{"Statlige ytelser", "Statlege ytingar", "State benefits"};
inline constexpr Phrase kAll{"Alle", "Alle", "All"};
}  // namespace words

}  // namespace skranke
