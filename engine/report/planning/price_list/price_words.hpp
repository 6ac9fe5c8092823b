#pragma once
/// \file
/// A price list in words: what its measures are called, what they buy and what that costs.
///
/// Form    people with one decimal below ten, money rounded to two digits or hundreds: nobody believes more.

#include <string>

#include "engine/planning/price_list/priced_area.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// "Flere saksbehandlere (en halv stilling)"
std::string measure_name(const PricedArea& area, const Pick& pick, Lang lang);
/// "Flere saksbehandlere"; what the scenario has already is marked so
std::string measure_name(const OfficeMeasure& measure, Lang lang);
/// The office, or what the whole area is called.
std::string place_name(const PlacePrices& place, Lang lang);

std::string people(double number, Lang lang);
/// "12 (9–15)"
std::string people_of(const Estimate& e, Lang lang);
std::string money(double nok, Lang lang);
std::string money_of(const Estimate& e, Lang lang);
/// "3 400 kr hver (2 900–4 100)", "uten kostnad"; "ingen sikker virkning" where no effect is shown
std::string price_words(const Effect& effect, Lang lang);
/// Share of replications in which all rules are kept, without and with.
std::string rules_words(const Effect& effect, Lang lang);

/// "Billigst: ... Om lag 12 flere når noen i tide, 3 400 kr hver."
std::string cheapest_words(const PricedArea& area, const PlacePrices& place, Lang lang);
/// The cheapest measure, and the one that helps most if that is another.
std::string main_finding(const PricedArea& area, const PlacePrices& place, Lang lang);
/// The measure that brings most emergencies in time; "" if none surely does.
std::string urgent_words(const PricedArea& area, const PlacePrices& place, Lang lang);
/// "Deretter ...", among other people; "" if there is no second step.
std::string sequence_words(const PricedArea& area, const PlacePrices& place, Lang lang);
/// What a built-in measure is taken to be and to cost; of the author's what the scenario says.
std::string terms_of(const OfficeMeasure& measure, const Scenario& scenario, Lang lang);

/// Indices of the places after the whole area: whose best measure is the cheapest first, those without one last.
std::vector<std::size_t> cheapest_first(const PricedArea& area);
/// Places that are told of by themselves: of an area with one place only that.
std::size_t first_shown(const PricedArea& area);
/// Whether anything helps there.
bool has_effect(const PlacePrices& place);

}  // namespace skranke
