#include "engine/report/planning/price_list/price_page.hpp"

#include <cmath>

#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/planning/price_list/dose_chart.hpp"
#include "engine/report/planning/price_list/price_words.hpp"

namespace skranke {
namespace {

constexpr std::uint32_t kFewRuns = 30;  // results/validation/coverage.md

constexpr Phrase kTitle{"Hva koster det at flere når fram?", "Kva kostar det at fleire når fram?", "What does it cost that more people get through?"};
constexpr Phrase kFacts{"{0} tiltak i én til tre doser · hvert spilt i {1} forløp, med de samme menneskene som uten tiltaket",
                        "{0} tiltak i éin til tre dosar · kvart spelt i {1} forløp, med dei same menneska som utan tiltaket",
                        "{0} measures in one to three doses · each played in {1} runs, with the same people as without it"};
constexpr Phrase kCaveat{"Svar fra en modell der mange tall er forutsetninger, også prisene. I hvert forløp tar alle kontorene tiltaket samtidig; det de har felles, "
                         "kontaktsenter og ytelseskontor, merker det.",
                         "Svar frå ein modell der mange tal er føresetnader, også prisane. I kvart forløp tek alle kontora tiltaket samtidig; det dei har felles, "
                         "kontaktsenter og ytingskontor, merkar det.",
                         "Answers of a model in which many numbers are assumptions, prices too. In each run every office takes the measure at the same time; what they "
                         "share, contact centre and benefit offices, feels it."};
constexpr Phrase kFewNote{"Bare {0} forløp: intervallene er grove. Kjør flere med --replications før du bruker tallene.",
                          "Berre {0} forløp: intervalla er grove. Køyr fleire med --replications før du bruker tala.",
                          "Only {0} runs: the intervals are rough. Run more with --replications before you use the numbers."};
constexpr Phrase kOffices{"Kontorene", "Kontora", "The offices"};
constexpr Phrase kOverview{"Hvert kontors billigste tiltak, billigste kontor først", "Det billegaste tiltaket for kvart kontor, billegaste kontor først",
                           "Each office’s cheapest measure, cheapest office first"};
constexpr Phrase kOffice{"Kontor", "Kontor", "Office"};
constexpr Phrase kToday{"Når noen i tide i dag", "Når nokon i tide i dag", "In time today"};
constexpr Phrase kOf{"{0} av {1}", "{0} av {1}", "{0} of {1}"};
constexpr Phrase kBest{"Billigste tiltak", "Billegaste tiltak", "Cheapest measure"};
constexpr Phrase kMore{"Flere når noen i tide", "Fleire når nokon i tide", "More reach someone in time"};
constexpr Phrase kEach{"Pris per person", "Pris per person", "Price per person"};
constexpr Phrase kSoMany{"{0} flere", "{0} fleire", "{0} more"};
constexpr Phrase kCost{"Kroner i alt", "Kroner i alt", "NOK in all"};
constexpr Phrase kLastDose{"Siste dose: flere", "Siste dose: fleire", "Last dose: more"};
constexpr Phrase kLastPrice{"Siste dose: pris", "Siste dose: pris", "Last dose: price"};
constexpr Phrase kUrgent{"Flere akutte behov i tide", "Fleire akutte behov i tide", "More urgent needs in time"};
constexpr Phrase kUnmet{"Udekte behov", "Udekte behov", "Unmet needs"};
constexpr Phrase kGap{"Gapet til sårbare, prosentpoeng", "Gapet til sårbare, prosentpoeng", "Gap to vulnerable, points"};
constexpr Phrase kRules{"Alle krav holdt", "Alle krav haldne", "All rules kept"};
constexpr Phrase kMeasure{"Tiltak", "Tiltak", "Measure"};
constexpr Phrase kPicture{"Hva hvert tiltak gir: flere som når noen i tide", "Kva kvart tiltak gir: fleire som når nokon i tide",
                          "What each measure gives: more people who reach someone in time"};
constexpr Phrase kHowToRead{"Billigste tiltak øverst. En prikk for hver dose, streken gjennom den er 95 % intervall; hul prikk: kan være tilfeldig. Linja går fra ingenting "
                            "gjennom dosene: blir den brattere nedover, gir en dose til mindre enn den forrige.",
                            "Billegaste tiltak øvst. Ein prikk for kvar dose, streken gjennom han er 95 % intervall; hol prikk: kan vere tilfeldig. Linja går frå ingenting "
                            "gjennom dosane: blir ho brattare nedover, gir ein dose til mindre enn den førre.",
                            "Cheapest measure on top. A dot for each dose, the line through it is a 95% interval; hollow: may be chance. The line goes from nothing through "
                            "the doses: where it grows steeper on the way down, another dose gives less than the one before."};
constexpr Phrase kTable{"Alle tiltak: {0}", "Alle tiltak: {0}", "All measures: {0}"};
constexpr Phrase kSameAsTable{"Det samme som tabell, med flere mål", "Det same som tabell, med fleire mål", "The same as a table, with more measures"};
constexpr Phrase kTerms{"Hva tiltakene er og koster", "Kva tiltaka er og kostar", "What the measures are and cost"};
constexpr Phrase kTermsNote{"Prisene er forutsetninger, ikke fakta: et årsverks arbeidsdag er satt til {0} kr der scenarioet ikke har timepris for skranken. De kan endres under "
                            "[price_list] i scenarioet. Et tiltak varer fra første til siste uke om ikke annet står, og prisen er for de ukene.",
                            "Prisane er føresetnader, ikkje fakta: ein arbeidsdag i full stilling er sett til {0} kr der scenarioet ikkje har timepris. Dei kan endrast under "
                            "[price_list] i scenarioet. Eit tiltak varer frå første til siste veke om ikkje anna står, og prisen er for dei vekene.",
                            "Prices are assumptions, not facts: a full position’s working day is taken as NOK {0} where the scenario has no price of an hour. They can be changed under "
                            "[price_list] in the scenario. A measure lasts from the first to the last week unless it says otherwise, and its price is for those weeks."};
constexpr Phrase kMeaning{"Hva tallene betyr", "Kva tala tyder", "What the numbers mean"};
constexpr Phrase kMeaningText{"«I tide» er innen {0} døgn fra første forsøk til kontakt med noen som kan hjelpe, for lokale behov i hele perioden. Alle tall er forskjeller mellom to planer for de "
                              "samme menneskene, med 95 % intervall (Student). Pris per person er kostnad delt på virkning, med Fiellers intervall, og vises bare der virkningen er sikkert "
                              "over null. Med så mange tiltak vil noen få se virksomme ut ved en tilfeldighet (ett av førti). Rekkefølgen er funnet grådig: billigste neste steg hver gang, og "
                              "så målt på nytt blant andre mennesker, for det som velges fordi det ser billig ut, er i snitt litt dyrere.",
                              "«I tide» er innan {0} døgn frå første forsøk til kontakt med nokon som kan hjelpe, for lokale behov i heile perioden. Alle tal er skilnader mellom to planar for dei "
                              "same menneska, med 95 % intervall (Student). Pris per person er kostnad delt på verknad, med Fiellers intervall, og blir berre vist der verknaden er sikkert "
                              "over null. Med så mange tiltak vil nokre få sjå verksame ut ved eit tilfelle (eitt av førti). Rekkjefølgja er funnen grådig: billegaste neste steg kvar gong, og "
                              "så målt på nytt blant andre menneske, for det som blir valt fordi det ser billeg ut, er i snitt litt dyrare.",
                              "“In time” is within {0} days from the first attempt to contact with somebody who can help, for local needs of the whole period. All numbers are differences "
                              "between two plans for the same people, with 95% intervals (Student). The price of a person is cost over effect, with Fieller’s interval, and is shown only where the "
                              "effect is surely above zero. With so many measures a few will look as if they helped by chance (one in forty). The sequence is greedy: the cheapest next "
                              "step each time, then measured again among other people, since what is chosen because it looks cheap is on average a little dearer."};

struct Page {
    const Scenario& scenario;
    const PricedArea& area;
};

std::string anchor(std::size_t place) { return "place" + std::to_string(place); }

std::string dose_name(const Page& in, const Pick& pick, Lang lang) { return name_of(in.area.catalogue[pick.measure].doses[pick.dose], "", lang); }

std::string figure(const Page& in, const PlacePrices& place, const std::string& id) {
    DoseChart chart{id + "-picture", {}};
    for (const PricedMeasure& measure : place.list) {
        DoseRow& row = chart.rows.emplace_back(
            DoseRow{Text::of([&](Lang l) { return measure_name(in.area.catalogue[measure.measure], l); }), {}});
        for (const PricedDose& dose : measure.doses)
            row.doses.push_back({dose.effect.reached, dose.effect.sign() != EffectSign::not_seen, Text::of([&](Lang l) {
                                     const std::string name = dose_name(in, {measure.measure, dose.dose}, l);
                                     return (name.empty() ? "" : name + ": ") + fill(kSoMany.in(l), {people(dose.effect.reached.value, l)}) +
                                            ", " + price_words(dose.effect, l);
                                 })});
    }
    return "<figure><figcaption id=\"" + id + "-picture\"><b>" + spans(kPicture) + "</b><br>" + spans(kHowToRead) +
           "</figcaption><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" + id + "-picture\">" + dose_chart(chart) +
           "</div></figure>\n";
}

std::string points(const Estimate& e, Lang lang) {
    if (!e.valid) return kUnknown;
    const std::string value = number(100 * e.value, 1, lang);
    if (!std::isfinite(e.half_width())) return value;
    return value + " (" + number(100 * e.low, 1, lang) + (lang == Lang::en ? " to " : " til ") + number(100 * e.high, 1, lang) + ")";
}

std::string dose_row(const Page& in, const PricedMeasure& measure, const PricedDose& dose) {
    const Effect &effect = dose.effect, &marginal = dose.marginal;
    const bool is_first = dose.dose == measure.doses.front().dose;
    const auto cell = [](auto make) { return number_cell(spans_of(make)); };
    return element("tr", "",
                   "<th scope=\"row\">" + spans_of([&](Lang l) { return measure_name(in.area, {measure.measure, dose.dose}, l); }) + "</th>" +
                       cell([&](Lang l) { return people_of(effect.reached, l); }) + cell([&](Lang l) { return price_words(effect, l); }) +
                       cell([&](Lang l) { return money_of(effect.cost, l); }) +
                       cell([&](Lang l) { return is_first ? std::string(kUnknown) : people_of(marginal.reached, l); }) +
                       cell([&](Lang l) { return is_first ? std::string(kUnknown) : price_words(marginal, l); }) +
                       cell([&](Lang l) { return people_of(effect.urgent, l); }) + cell([&](Lang l) { return people_of(effect.unmet, l); }) +
                       cell([&](Lang l) { return points(effect.gap, l); }) + cell([&](Lang l) { return rules_words(effect, l); })) +
           "\n";
}

std::string measures_table(const Page& in, const PlacePrices& place, const std::string& id) {
    std::string rows;
    for (const PricedMeasure& measure : place.list)
        for (const PricedDose& dose : measure.doses) rows += dose_row(in, measure, dose);
    return "<details><summary>" + spans(kSameAsTable) + "</summary>" +
           table(id + "-table", spans_of([&](Lang l) { return fill(kTable.in(l), {place_name(place, l)}); }),
                 header_row({{kMeasure}, {kMore, "n"}, {kEach, "n"}, {kCost, "n"}, {kLastDose, "n"}, {kLastPrice, "n"}, {kUrgent, "n"},
                             {kUnmet, "n"}, {kGap, "n"}, {kRules, "n"}}),
                 rows) +
           "</details>\n";
}

std::string content_of(const Page& in, const PlacePrices& place, const std::string& id) {
    std::string out;
    if (!urgent_words(in.area, place, Lang::nb).empty()) out += element("p", "", spans_of([&](Lang l) { return urgent_words(in.area, place, l); }));
    if (!place.sequence.empty()) out += element("p", "", spans_of([&](Lang l) { return sequence_words(in.area, place, l); }));
    return out + figure(in, place, id) + measures_table(in, place, id);
}

std::string overview_row(const Page& in, std::size_t p) {
    const PlacePrices& place = in.area.places[p];
    const auto today = [&](Lang l) { return fill(kOf.in(l), {number(place.reached, 0, l), number(place.needs, 0, l)}); };
    std::string cells = "<th scope=\"row\"><a href=\"#" + anchor(p) + "\">" + spans_of([&](Lang l) { return place_name(place, l); }) + "</a></th>" +
                        number_cell(spans_of(today));
    if (!has_effect(place)) {
        cells += text_cell(kUnknown) + number_cell(kUnknown) + number_cell(kUnknown) + number_cell(kUnknown);
    } else {
        const PricedMeasure& best = place.list.front();
        const Effect& effect = best.best().effect;
        cells += text_cell(spans_of([&](Lang l) { return measure_name(in.area, {best.measure, best.best().dose}, l); })) +
                 number_cell(spans_of([&](Lang l) { return people_of(effect.reached, l); })) +
                 number_cell(spans_of([&](Lang l) { return price_words(effect, l); })) +
                 number_cell(spans_of([&](Lang l) { return rules_words(effect, l); }));
    }
    return (p == 0 ? element("tr", "area", cells) : element("tr", "", cells)) + "\n";
}

std::string overview(const Page& in) {
    std::string rows = overview_row(in, 0);
    for (const std::size_t p : cheapest_first(in.area)) rows += overview_row(in, p);
    return table("overview", spans(kOverview), header_row({{kOffice}, {kToday, "n"}, {kBest}, {kMore, "n"}, {kEach, "n"}, {kRules, "n"}}), rows);
}

std::string answer_part(const Page& in) {
    const std::size_t first = first_shown(in.area);
    const PlacePrices& place = in.area.places[first];
    return "<h2 id=\"answer\">" + spans_of([&](Lang l) { return place_name(place, l); }) + "</h2>\n" +
           element("p", "lead", spans_of([&](Lang l) { return main_finding(in.area, place, l); })) + (first == 0 ? overview(in) : "") +
           "<div id=\"" + anchor(first) + "\">" + content_of(in, place, anchor(first)) + "</div>\n";
}

std::string place_part(const Page& in, std::size_t p) {
    const PlacePrices& place = in.area.places[p];
    return "<details class=\"place\" id=\"" + anchor(p) + "\"><summary><b>" + escaped(place.name) + "</b> " +
           spans_of([&](Lang l) { return main_finding(in.area, place, l); }) + "</summary>" + content_of(in, place, anchor(p)) + "</details>\n";
}

std::string places_part(const Page& in) {
    if (first_shown(in.area) > 0) return "";
    std::string out = "<h2 id=\"offices\">" + spans(kOffices) + "</h2>\n";
    for (const std::size_t p : cheapest_first(in.area)) out += place_part(in, p);
    return out;
}

std::string terms_part(const Page& in) {
    std::string items;
    for (const OfficeMeasure& measure : in.area.catalogue)
        items += element("dt", "", spans_of([&](Lang l) { return measure_name(measure, l); })) +
                 element("dd", "", spans_of([&](Lang l) { return terms_of(measure, in.scenario, l); }));
    return "<h2 id=\"terms\">" + spans(kTerms) + "</h2>\n" +
           element("p", "caveat", spans_of([&](Lang l) { return fill(kTermsNote.in(l), {money(in.scenario.prices.position_day, l)}); })) +
           element("dl", "", items) + "<h2 id=\"meaning\">" + spans(kMeaning) + "</h2>\n" + element("p", "", spans_of([&](Lang l) {
                                                                                    return fill(kMeaningText.in(l), {number(in.scenario.verdict.access_p90_days, 0, l)});
                                                                                }));
}

std::string header_part(const Page& in) {
    const std::string runs = std::to_string(in.area.replications);
    return element("p", "brand", "Skranke") + element("h1", "", spans(kTitle)) +
           element("p", "question", spans_of([&](Lang l) { return name_of(in.scenario.title, in.scenario.name, l); })) +
           element("p", "soft", spans_of([&](Lang l) { return fill(kFacts.in(l), {std::to_string(in.area.catalogue.size()), runs}); })) +
           element("p", "caveat", spans(kCaveat)) +
           (in.area.replications >= kFewRuns ? "" : element("p", "caveat", spans_of([&](Lang l) { return fill(kFewNote.in(l), {runs}); })));
}

}  // namespace

std::string price_page(const Scenario& scenario, const PricedArea& area, const Provenance& provenance, Lang lang) {
    const Page in{scenario, area};
    const Summary none;
    return page::framed({std::string(kTitle.in(lang)) + " " + name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"},
                        header_part(in), answer_part(in) + places_part(in) + terms_part(in),
                        page::provenance_part({scenario, none, provenance, lang}));
}

}  // namespace skranke
