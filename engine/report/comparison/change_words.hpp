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
inline constexpr Phrase kByGroup{"Etter gruppe, lokale tjenester", "Etter gruppe, lokale tenester", "By group, local services"};
inline constexpr Phrase kByService{"Etter tjeneste", "Etter teneste", "By service"};
inline constexpr Phrase kByMunicipality{"Etter kommune, lokale, mest hjulpet først", "Etter kommune, lokale, mest hjelpte først",
                                        "By municipality, local, helped most first"};
inline constexpr Phrase kMeasuresCost{"Tiltakene koster {0} kroner mer i et forløp.", "Tiltaka kostar {0} kroner meir i eit forløp.",
                       "The measures cost NOK {0} more in a run."};
inline constexpr Phrase kCostEach{"Det er {0} kroner for hvert udekket behov mindre.", "Det er {0} kroner for kvart udekt behov mindre.",
                           "That is NOK {0} for each need less that goes unmet."};
inline constexpr Phrase kSamePeople{
    "Samme mennesker i begge planer: intervallet trenger {0} av forløpene som uavhengige forløp ville trengt.",
    "Same menneske i begge planane: intervallet treng {0} av forløpa som uavhengige forløp ville trengt.",
    "The same people under both plans: this interval needs {0} of the runs that independent ones would."};
inline constexpr Phrase kMayBeBest{"Kan være best", "Kan vere best", "May be the best"};
inline constexpr Phrase kYes{"ja", "ja", "yes"};
inline constexpr Phrase kNo{"nei", "nei", "no"};
inline constexpr Phrase kBestGuarantee{
    "Planen med færrest udekte lokale behov er med 95 % sikkerhet blant dem som er merket ja. Der flere er merket, må flere "
    "forløp til for å skille dem, eller forskjellen er uten betydning.",
    "Planen med færrast udekte lokale behov er med 95 % visse blant dei som er merkte ja. Der fleire er merkte, må fleire "
    "forløp til for å skilje dei, eller skilnaden er utan noko å seie.",
    "With 95% certainty the plan with the fewest unmet local needs is among those marked yes. Where several are marked, more "
    "runs are needed to tell them apart, or the difference does not matter."};
}  // namespace words

}  // namespace skranke
