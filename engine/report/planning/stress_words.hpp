#pragma once
/// \file
/// The words of a stress test: what was tried, how much a place takes, and what breaks it, each as a sentence of its own.
///
/// Units   heights as times of the usual, with one decimal.

#include "engine/planning/stress/stress.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// "1,6"
std::string height_text(double height, Lang lang);
/// "1,6 ganger vanlig etterspørsel"; of a surge "0,8 ganger «permitteringer»".
std::string height_words(const Scenario& scenario, const StressLoad& load, double height, Lang lang);
/// "de lokale tjenestene i 4 uker fra 27. april 2020, 20 % flere ansatte borte"
std::string load_words(const Scenario& scenario, const StressLoad& load, Lang lang);
/// "4 uker"
std::string weeks_words(int weeks, Lang lang);

/// What a column about a rule is called.
Phrase rule_name(std::size_t rule);
/// What happens when it breaks, to stand after "then".
Phrase rule_breaks(std::size_t rule);

/// "1,6", "brutt før", "> 5,0" ...
std::string margin_text(const RuleMargin& margin, const BreakingPlan& plan, Lang lang);
/// "1,5–1,6"; open ends as "<" and ">"; "" where nothing breaks.
std::string margin_interval(const RuleMargin& margin, const BreakingPlan& plan, Lang lang);

/// How much a place takes, in a sentence or two, with what breaks it.
std::string place_sentence(const Scenario& scenario, const Stress& stress, std::size_t place, Lang lang);
/// Which of its rules are broken or uncertain without the stress; "" if none.
std::string before_sentence(const Stress& stress, std::size_t place, Lang lang);
/// Who falls first, how many have fallen at the double, how many never do.
std::string finding(const Scenario& scenario, const Stress& stress, Lang lang);

}  // namespace skranke
