#pragma once
/// \file
/// The words of a sweep: what a varied number is called, and values of numbers and answers with their units.
///
/// Form    a number is called "subject: what", the subject by its label in the scenario; where nobody has found words for
///         the field, its key. Shares and probabilities are told in per cent.

#include "engine/report/wording.hpp"
#include "engine/sensitivity/sweep.hpp"

namespace skranke {

/// "Økonomisk stønad: arbeidstid per sak"
Text factor_name(const Scenario& scenario, const Factor& factor);
/// "118 minutter", "35 %"; kUnknown if there is none.
std::string factor_value(const Factor& factor, std::optional<double> value, Lang lang);
/// What its author calls its ground: "assumption"; "" if nothing is said.
Text basis_name(const std::string& basis);

/// "udekkede behov, lokale tjenester"
Phrase words_of(Measure measure);
/// An answer with its unit: "11,4 %", "5,2 timer".
std::string answer_text(Measure measure, double value, Lang lang);
/// A difference between answers: "+1,3 prosentpoeng".
std::string change_text(Measure measure, double change, Lang lang);
/// How large a change is, without its sign. \param rounding  up where the text says "at most"
enum class Rounding : std::uint8_t { nearest, up };
std::string size_text(Measure measure, double size, Rounding rounding, Lang lang);

/// The same without its unit, and the unit: "1,3" and "prosentpoeng".
std::string bare_size(Measure measure, double size, Lang lang);
Phrase unit_words(Measure measure);

/// The whole area's or the municipality's name.
std::string name_of(const Scenario& scenario, const SweepPlace& place, Lang lang);
/// "one number at a time", "Latin hypercube" ...
Phrase words_of(Method method);

}  // namespace skranke
