#include "engine/report/planning/price_list/price_words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <optional>

namespace skranke {
namespace {

constexpr Phrase kInForce{"{0} (er med i scenarioet)", "{0} (er med i scenarioet)", "{0} (in the scenario already)"};
constexpr Phrase kEach{"{0} kr hver", "{0} kr kvar", "NOK {0} each"};
constexpr Phrase kBetween{"{0} ({1}–{2})", "{0} ({1}–{2})", "{0} ({1} to {2})"};
constexpr Phrase kFree{"uten kostnad", "utan kostnad", "at no cost"};
constexpr Phrase kNotSeen{"ingen sikker virkning", "ingen sikker verknad", "no effect shown"};
constexpr Phrase kHarms{"sikkert færre", "sikkert færre", "surely fewer"};
constexpr Phrase kCheapest{"Billigst: {0}. Om lag {1} flere når noen i tide, {2}.", "Billegast: {0}. Om lag {1} fleire når nokon i tide, {2}.",
                           "Cheapest: {0}. About {1} more people reach someone in time, {2}."};
constexpr Phrase kMost{" Flest: {0}, {1} flere, {2}.", " Flest: {0}, {1} fleire, {2}.", " Most: {0}, {1} more, {2}."};
constexpr Phrase kUrgent{"Flest akutte behov i tide: {0}, {1} flere.", "Flest akutte behov i tide: {0}, {1} fleire.",
                         "Most emergencies in time: {0}, {1} more."};
constexpr Phrase kNothing{"Ingen av tiltakene viser en sikker virkning. Av {0} behov når {1} noen i tide uten dem.",
                          "Ingen av tiltaka viser ein sikker verknad. Av {0} behov når {1} nokon i tide utan dei.",
                          "None of the measures shows a certain effect. Of {0} needs, {1} reach someone in time without them."};
constexpr Phrase kFirstAgain{"Blant nye mennesker gir det første tiltaket {0} flere.", "Blant nye menneske gir det første tiltaket {0} fleire.",
                             "Among new people the first measure gives {0} more."};
constexpr Phrase kThen{" Deretter {0}: {1} flere oppå det, {2}.", " Deretter {0}: {1} fleire oppå det, {2}.",
                       " Then {0}: {1} more on top of it, {2}."};
constexpr Phrase kInAll{" I alt {0} flere for {1} kr.", " I alt {0} fleire for {1} kr.", " In all {0} more for NOK {1}."};
constexpr Phrase kAreaSteps{"Tar hvert kontor sine {0} beste tiltak etter hverandre, når {1} flere noen i tide (nye mennesker), {2}.",
                            "Tek kvart kontor sine {0} beste tiltak etter kvarandre, når {1} fleire nokon i tide (nye menneske), {2}.",
                            "If every office takes its {0} best measures one after another, {1} more reach someone in time (new people), {2}."};
constexpr Phrase kRules{"{0} → {1}", "{0} → {1}", "{0} → {1}"};

struct BuiltInTerms {
    const char* key;
    Phrase words;
};

constexpr Phrase kDoorTerms{"Døra holder åpent så mye lenger på hverdager, innenfor mottakets arbeidstid. Det tar {0} stilling fra annet arbeid så lenge.",
                            "Døra held ope så mykje lenger på kvardagar, innanfor arbeidstida i mottaket. Det tek {0} stilling frå anna arbeid så lenge.",
                            "The door stays open so much longer on weekdays, within the reception’s hours. That takes {0} positions from other work meanwhile."};
constexpr Phrase kOpenTerms{"Så lenge døra er stengt i scenarioet, åpnes den i vanlig tid med plass til {1} som venter. Det tar {0} stilling fra annet arbeid så lenge.",
                            "Så lenge døra er stengd i scenarioet, blir ho opna i vanleg tid med plass til {1} som ventar. Det tek {0} stilling frå anna arbeid så lenge.",
                            "While the door is shut in the scenario, it opens at its usual hours with room for {1} waiting. That takes {0} positions from other work meanwhile."};
constexpr Phrase kNumberTerms{"Kontoret får eget nummer som vakttelefonen svarer på. {2} av dem som ellers ringte kontaktsenteret om lokale saker, ringer dit. {3} kr dagen, og stillingene.",
                              "Kontoret får eige nummer som vakttelefonen svarar på. {2} av dei som elles ringde kontaktsenteret om lokale saker, ringjer dit. {3} kr dagen, og stillingane.",
                              "The office gets a number of its own, answered by its duty phone. {2} of those who would ring the contact centre about local matters ring there. NOK {3} a day, and the positions."};
constexpr Phrase kPaperTerms{"Hvert steg: {4} så mange saker mangler noe, og saken tar {5} av tiden. {6} kr per kontor og steg.",
                             "Kvart steg: {4} så mange saker manglar noko, og saka tek {5} av tida. {6} kr per kontor og steg.",
                             "Each step: {4} as many cases lack something, and a case takes {5} of the time. NOK {6} an office and step."};
constexpr Phrase kFormTerms{"Digital søknad fra første dag der den ikke var. {7} kr per kontor.", "Digital søknad frå første dag der ho ikkje var. {7} kr per kontor.",
                            "The digital form from the first day where there was none. NOK {7} an office."};
constexpr Phrase kBorrowTerms{"Én saksbehandler i {8} uker, som gjør {9} av det kontorets egne gjør.", "Éin saksbehandlar i {8} veker, som gjer {9} av det kontoret sine eigne gjer.",
                              "One caseworker for {8} weeks, who does {9} of what the office’s own do."};
constexpr Phrase kStaffTerms{"Så mange stillinger mer fra første dag til siste. En halv stilling på telefonen eller i mottaket er en hel annenhver dag.",
                             "Så mange stillingar meir frå første dag til siste. Ei halv stilling på telefonen eller i mottaket er ei heil annankvar dag.",
                             "So many more positions from the first day to the last. Half a position on the phone or at the reception is a whole one every second day."};
constexpr Phrase kCaseworkTerms{"Så mange stillinger mer fra første dag til siste.", "Så mange stillingar meir frå første dag til siste.",
                                "So many more positions from the first day to the last."};
constexpr Phrase kOwnTerms{"Slik scenarioet beskriver det, med scenarioets pris.", "Slik scenarioet skildrar det, med prisen i scenarioet.",
                           "As the scenario describes it, at the scenario’s price."};

constexpr BuiltInTerms kTerms[] = {{"door_hours", kDoorTerms},         {"open_door", kOpenTerms},    {"own_number", kNumberTerms},
                                   {"more_reception", kStaffTerms},    {"more_duty_phone", kStaffTerms}, {"more_casework", kCaseworkTerms},
                                   {"documents", kPaperTerms},         {"digital_form", kFormTerms}, {"borrowed", kBorrowTerms},
                                   {"borrowed_earlier", kBorrowTerms}};

/// The pick that surely helps most with what `number` is, if any does.
std::optional<std::pair<Pick, const Effect*>> strongest(const PlacePrices& place, Estimate Effect::* number) {
    std::optional<std::pair<Pick, const Effect*>> most;
    for (const PricedMeasure& measure : place.list)
        for (const PricedDose& dose : measure.doses) {
            const Estimate& e = dose.effect.*number;
            if (!e.valid || e.low <= 0 || (most && e.value <= (most->second->*number).value)) continue;
            most = {Pick{measure.measure, dose.dose}, &dose.effect};
        }
    return most;
}

std::string each_words(const Effect& effect, Lang lang) {
    const Estimate& price = effect.per_person;
    const std::string each = fill(kEach.in(lang), {money(price.value, lang)});
    return price.half_width() == 0 ? each : fill(kBetween.in(lang), {each, money(price.low, lang), money(price.high, lang)});
}

/// What a pick buys, and for how much.
std::string buys_words(const Phrase& phrase, const PricedArea& area, const Pick& pick, const Effect& effect, Lang lang) {
    return fill(phrase.in(lang), {measure_name(area, pick, lang), people_of(effect.reached, lang), price_words(effect, lang)});
}

std::string with_ends(const std::string& value, const std::string& low, const std::string& high) { return value + " (" + low + "–" + high + ")"; }

}  // namespace

std::string measure_name(const OfficeMeasure& measure, Lang lang) {
    const std::string name = name_of(measure.label, measure.key, lang);
    return measure.standing == Standing::in_force ? fill(kInForce.in(lang), {name}) : name;
}

std::string measure_name(const PricedArea& area, const Pick& pick, Lang lang) {
    const OfficeMeasure& measure = area.catalogue[pick.measure];
    const std::string dose = name_of(measure.doses[pick.dose], "", lang);
    return measure_name(measure, lang) + (dose.empty() ? "" : " (" + dose + ")");
}

std::string place_name(const PlacePrices& place, Lang lang) { return place.key.empty() ? words::kWholeArea.in(lang) : place.name; }

std::string people(double value, Lang lang) { return number(value, std::fabs(value) < 9.95 ? 1 : 0, lang); }

std::string people_of(const Estimate& e, Lang lang) {
    if (!e.valid) return kUnknown;
    if (!std::isfinite(e.half_width())) return people(e.value, lang);
    return people(e.value, lang) + " (" + people(e.low, lang) + (lang == Lang::en ? " to " : " til ") + people(e.high, lang) + ")";
}

std::string money(double nok, Lang lang) {
    const double size = std::fabs(nok);
    const double step = size < 1000 ? 10 : std::pow(10, std::floor(std::log10(size)) - 1);
    return number(std::round(nok / step) * step, 0, lang);
}

std::string money_of(const Estimate& e, Lang lang) {
    if (!e.valid) return kUnknown;
    if (!std::isfinite(e.half_width()) || e.half_width() == 0) return money(e.value, lang);
    return with_ends(money(e.value, lang), money(e.low, lang), money(e.high, lang));
}

std::string price_words(const Effect& effect, Lang lang) {
    switch (effect.sign()) {
        case EffectSign::not_seen: return kNotSeen.in(lang);
        case EffectSign::harms: return kHarms.in(lang);
        case EffectSign::helps: break;
    }
    if (effect.cost.value <= 0) return kFree.in(lang);
    return each_words(effect, lang);
}

std::string rules_words(const Effect& effect, Lang lang) {
    return fill(kRules.in(lang), {percent(effect.all_kept_without.value(), 0, lang), percent(effect.all_kept_with.value(), 0, lang)});
}

std::size_t first_shown(const PricedArea& area) { return area.places.size() == 2 ? 1 : 0; }

bool has_effect(const PlacePrices& place) { return !place.list.empty() && place.list.front().best().effect.sign() == EffectSign::helps; }

std::string cheapest_words(const PricedArea& area, const PlacePrices& place, Lang lang) {
    if (!has_effect(place)) return fill(kNothing.in(lang), {number(place.needs, 0, lang), number(place.reached, 0, lang)});
    const PricedDose& best = place.list.front().best();
    return buys_words(kCheapest, area, {place.list.front().measure, best.dose}, best.effect, lang);
}

std::string main_finding(const PricedArea& area, const PlacePrices& place, Lang lang) {
    const std::string text = cheapest_words(area, place, lang);
    const auto most = strongest(place, &Effect::reached);
    if (!has_effect(place) || !most || most->first == Pick{place.list.front().measure, place.list.front().best().dose}) return text;
    return text + buys_words(kMost, area, most->first, *most->second, lang);
}

std::string urgent_words(const PricedArea& area, const PlacePrices& place, Lang lang) {
    const auto most = strongest(place, &Effect::urgent);
    if (!most) return "";
    return fill(kUrgent.in(lang), {measure_name(area, most->first, lang), people_of(most->second->urgent, lang)});
}

std::string sequence_words(const PricedArea& area, const PlacePrices& place, Lang lang) {
    if (place.sequence.empty()) return "";
    const TakenStep& last = place.sequence.back();
    if (place.key.empty())
        return fill(kAreaSteps.in(lang), {std::to_string(place.sequence.size()), people_of(last.in_all.reached, lang), price_words(last.in_all, lang)});
    std::string text = fill(kFirstAgain.in(lang), {people_of(place.sequence.front().on_top.reached, lang)});
    for (std::size_t step = 1; step < place.sequence.size(); ++step) {
        const TakenStep& taken = place.sequence[step];
        text += fill(kThen.in(lang), {measure_name(area, taken.pick, lang), people_of(taken.on_top.reached, lang), price_words(taken.on_top, lang)});
    }
    if (place.sequence.size() > 1) text += fill(kInAll.in(lang), {people_of(last.in_all.reached, lang), money(last.in_all.cost.value, lang)});
    return text;
}

std::string terms_of(const OfficeMeasure& measure, const Scenario& scenario, Lang lang) {
    const auto built_in = std::find_if(std::begin(kTerms), std::end(kTerms), [&](const BuiltInTerms& t) { return t.key == measure.key; });
    if (built_in == std::end(kTerms)) return kOwnTerms.in(lang);
    const PriceAssumptions& p = scenario.prices;
    return fill(built_in->words.in(lang),
                {number(p.door_clerks, p.door_clerks == std::floor(p.door_clerks) ? 0 : 1, lang), number(p.door_room, 0, lang),
                 percent(p.own_number_share, 0, lang), money(p.own_number_day, lang), percent(p.documents_factor, 0, lang),
                 percent(p.effort_factor, 0, lang), money(p.simplify_start, lang), money(p.form_start, lang),
                 number(p.borrow_weeks, 0, lang), percent(p.borrow_pace, 0, lang)});
}

std::vector<std::size_t> cheapest_first(const PricedArea& area) {
    std::vector<std::size_t> order(area.places.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    const auto price = [&](std::size_t p) { return area.places[p].list.front().best().effect.per_person.value; };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const bool helps_a = has_effect(area.places[a]), helps_b = has_effect(area.places[b]);
        return helps_a != helps_b ? helps_a : helps_a && price(a) < price(b);
    });
    return order;
}

}  // namespace skranke
