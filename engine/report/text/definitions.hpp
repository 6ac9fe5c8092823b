#pragma once
/// \file
/// What the numbers mean, and what they rest on, in words: the same in the page and the workbook.

#include <array>
#include <string>

#include "engine/report/wording.hpp"

namespace skranke {

namespace words {

struct Definition {
    Phrase word, meaning;
};
inline constexpr std::array<Definition, 8> kDefinitions{{
    {{"Behov", "Behov", "Need"},
     {"Én persons behov for én tjeneste. Det ender som dekket i tide, dekket for sent eller udekket. Behov med en "
      "frist som går ut etter siste dag, er holdt utenfor andelene.",
      "Behovet éin person har for éi teneste. Det endar som dekt i tide, dekt for seint eller udekt. Behov med ein "
      "frist som går ut etter siste dag, er haldne utanfor delane.",
      "One person's need for one service. It ends met on time, met late or unmet. Needs whose time limit runs past "
      "the last day are left out of the shares."}},
    {{"Udekket", "Udekt", "Unmet"},
     {"Behov som endte uten hjelp, delt på alle behov som tok slutt. Hvert har nøyaktig én grunn.",
      "Behov som enda utan hjelp, delt på alle behov som tok slutt. Kvart har nøyaktig éin grunn.",
      "Needs that ended without help, divided by all needs that ended. Each has exactly one reason."}},
    {{"Når noen", "Når nokon", "Reach someone"},
     {"Fra første forsøk til kontakt med en som kan hjelpe, eller til en digital søknad er mottatt. Netter og helger "
      "er med.",
      "Frå første forsøk til kontakt med ein som kan hjelpe, eller til ein digital søknad er motteken. Netter og "
      "helger er med.",
      "From the first attempt to contact with someone competent, or to an accepted digital application. Nights and "
      "weekends count."}},
    {{"Avgjort", "Avgjort", "Decided"},
     {"Fra søknad til vedtak, uten tiden kontoret med rette venter på søkeren.",
      "Frå søknad til vedtak, utan tida kontoret med rette ventar på søkjaren.",
      "From application to decision, without the time that the office rightly waits for the applicant."}},
    {{"I tide", "I tide", "On time"},
     {"Avgjort innen fristen som scenarioet setter, av alle som fikk eller skulle fått svar. Scenarioet sier hvilke "
      "frister som er lov og hvilke som er normer.",
      "Avgjort innan fristen som scenarioet set, av alle som fekk eller skulle fått svar. Scenarioet seier kva fristar "
      "som er lov og kva som er normer.",
      "Decided inside the scenario's time limit, of all who got or should have got an answer. The scenario says which "
      "limits are law and which are norms."}},
    {{"Simulert forløp", "Simulert forløp", "Simulated run"},
     {"Hele perioden spilt gjennom én gang, med tilfeldigheter i hvem som kommer når. Mange forløp viser hva som er "
      "typisk, og hvor mye det kan svinge.",
      "Heile perioden spelt gjennom éin gong, med tilfeldigheiter i kven som kjem når. Mange forløp viser kva som er "
      "typisk, og kor mykje det kan svinge.",
      "The whole period played through once, with chance in who comes when. Many runs show what is typical and how "
      "much it can swing."}},
    {{"95 % intervall", "95 % intervall", "95% interval"},
     {"Hvor sikkert modellen kjenner sitt eget gjennomsnitt. Det sier ikke hvor godt modellen treffer virkeligheten.",
      "Kor sikkert modellen kjenner sitt eige gjennomsnitt. Det seier ikkje kor godt modellen treffer røyndomen.",
      "How surely the model knows its own mean. It does not say how well the model meets reality."}},
    {{"Få behov", "Få behov", "Few needs"},
     {"Der et gjennomsnittlig forløp har færre enn fire behov, står <4 og ingen andel. En regel brytes aldri av én "
      "enkelt person.",
      "Der eit gjennomsnittleg forløp har færre enn fire behov, står <4 og ingen del. Ein regel blir aldri broten av "
      "éin einskild person.",
      "Where an average run has under four needs, <4 stands and no share. A rule is never broken by a single person."}},
}};

inline constexpr Phrase kNotValidated{
    "Resultatene er ikke kontrollert mot målte ventetider. Tallene under er det de hviler på; de som er merket "
    "antakelse, er det ingen som har målt.",
    "Resultata er ikkje kontrollerte mot målte ventetider. Tala under er det dei kviler på; dei som er merkte "
    "antaking, er det ingen som har målt.",
    "The results have not been checked against measured waiting times. They rest on the numbers below; those marked "
    "assumption have not been measured by anyone."};

}  // namespace words

/// What an assumption's basis is called; `basis` itself if it is not known.
inline Text basis_words(const std::string& basis) {
    if (basis == "sourced") return Phrase{"kilde", "kjelde", "sourced"};
    if (basis == "derived") return Phrase{"utledet", "utleidd", "derived"};
    if (basis == "assumption") return Phrase{"antakelse", "antaking", "assumption"};
    return Text::same(basis);
}

}  // namespace skranke
