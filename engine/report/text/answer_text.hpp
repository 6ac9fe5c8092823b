#pragma once
/// \file
/// The answer in sentences: what was asked and run, how many needs go unmet and why, how sure each head of the verdict is.
/// The same sentences stand in the page, the workbook and the plan.
///
/// Form   plain sentences without markup; empty where there is nothing to say.

#include <array>
#include <string>

#include "engine/analysis/summary.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

namespace words {
inline constexpr Phrase kAnswer{"Svaret", "Svaret", "The answer"};
inline constexpr Phrase kModelCaveat{"Dette er resultater fra en modell. De er ikke kontrollert mot målte ventetider.",
                                     "Dette er resultat frå ein modell. Dei er ikkje kontrollerte mot målte ventetider.",
                                     "These are results of a model. They have not been checked against measured waiting times."};
inline constexpr Phrase kRulesNote{
    "Reglene er normer valgt i scenarioet, ikke lov. Ja betyr at reglene holder i minst 90 % av forløpene, trolig 67 "
    "%, usikkert 33 %, neppe 10 %.",
    "Reglane er normer valde i scenarioet, ikkje lov. Ja tyder at reglane held i minst 90 % av forløpa, truleg 67 %, "
    "usikkert 33 %, neppe 10 %.",
    "The rules are norms chosen in the scenario, not law. Yes means that they hold in at least 90% of the runs, "
    "likely 67%, uncertain 33%, unlikely 10%."};
}  // namespace words

/// "26 weeks from 2 March 2020 · 38 municipalities · 40 simulated runs"
std::string facts_text(const Scenario& scenario, const Summary& summary, Lang lang);
/// That the runs are too few to lean on, if they are.
std::string few_runs_text(const Summary& summary, Lang lang);

/// "Trøndelag: 9.4% of the needs for local services go unmet (9.1–9.7%)."
std::string unmet_text(const PlaceSummary& place, Lang lang);
/// "Most common reason: ..."
std::string reason_text(const PlaceSummary& place, Lang lang);
/// How soon nine in ten reach someone and are decided.
std::string times_text(const PlaceSummary& place, Lang lang);
/// The unmet share of the whole area with the chance of how many came taken out, where that is so much narrower that it
/// is worth a sentence (our own choice).
std::string controlled_text(const Summary& summary, Lang lang);

/// How many municipalities keep a head's rules with each certainty.
using CertaintyCounts = std::array<std::size_t, kCertainties>;
CertaintyCounts counts_of(const Summary& summary, Head head);

/// "The rules hold for the area as a whole in 97% of the runs (90–99%)."
std::string holds_text(const HeadVerdict& verdict, Lang lang);
/// How many municipalities keep the rules, or whether the only one does.
std::string places_text(const CertaintyCounts& counts, Lang lang);
/// "Broken most often: ..."
std::string broken_text(const HeadVerdict& verdict, Head head, const VerdictRules& rules, Lang lang);

}  // namespace skranke
