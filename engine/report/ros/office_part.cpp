// One office: what can go wrong, why, for whom, how likely, and what is done about it.

#include <algorithm>
#include <numeric>

#include "engine/report/ros/parts.hpp"
#include "engine/report/text/answer_text.hpp"

namespace skranke::ros {

namespace {

constexpr std::size_t kReasonsTold = 3, kMeasuresTold = 5;

constexpr Phrase kWhat{"Tema", "Tema", "Topic"}, kFinding{"Hva modellen viser", "Kva modellen viser", "What the model shows"};
constexpr Phrase kEvent{"Uønsket hendelse", "Uønskt hending", "Unwanted event"};
constexpr Phrase kEventText{"Innbyggere som trenger sosiale tjenester, når ikke fram, får vedtak for sent eller står uten hjelp mens dette pågår: {0}.",
                            "Innbyggjarar som treng sosiale tenester, når ikkje fram, får vedtak for seint eller står utan hjelp medan dette går føre seg: {0}.",
                            "Residents who need social services do not get through, are decided too late or stay without help while this goes on: {0}."};
constexpr Phrase kProbability{"Sannsynlighet, gitt hendelsen", "Sannsyn, gitt hendinga", "Probability, given the event"};
constexpr Phrase kProbabilityOf{"{0}: {1} – reglene holder i {2} av forløpene ({3}).", "{0}: {1} – reglane held i {2} av forløpa ({3}).",
                                "{0}: {1} – the rules hold in {2} of the runs ({3})."};
constexpr Phrase kCauses{"Årsaker", "Årsaker", "Causes"};
constexpr Phrase kCause{"{0}: {1} av de udekte behovene", "{0}: {1} av dei udekte behova", "{0}: {1} of the unmet needs"};
constexpr Phrase kNoCause{"Ingen behov sto udekt i modellen.", "Ingen behov stod udekte i modellen.", "No need went unmet in the model."};
constexpr Phrase kVulnerability{"Sårbarhet", "Sårbarheit", "Vulnerability"};
constexpr Phrase kGroup{"{0}: {1} udekket ({2})", "{0}: {1} udekt ({2})", "{0}: {1} unmet ({2})"};
constexpr Phrase kGroupsFew{"For få behov til å si noe om gruppene hver for seg.", "For få behov til å seie noko om gruppene kvar for seg.",
                            "Too few needs to tell of the groups one by one."};
constexpr Phrase kConsequence{"Konsekvens", "Konsekvens", "Consequence"};
constexpr Phrase kLate{"{0} av avgjørelsene kommer etter fristen ({1}).", "{0} av avgjerdene kjem etter fristen ({1}).",
                       "{0} of decisions come after the time limit ({1})."};
constexpr Phrase kTooFew{"{0}: for få behov til å vise andeler (færre enn fire i et gjennomsnittlig forløp).",
                         "{0}: for få behov til å vise delar (færre enn fire i eit gjennomsnittleg forløp).",
                         "{0}: too few needs to show shares (under four in an average run)."};
constexpr Phrase kTrigger{"Utløses når", "Blir utløyst når", "Triggered when"};
// By KnownStress::scaled.
constexpr Phrase kTried[]{{"Det er prøvd med høyere etterspørsel: {0}.", "Det er prøvd med høgare etterspurnad: {0}.", "Higher demand was tried: {0}."},
                          {"Det er prøvd med en høyere bølge: {0}.", "Det er prøvd med ei høgare bølgje: {0}.", "A higher surge was tried: {0}."}};
constexpr Phrase kTriggerAt[]{
    {"Etterspørselen nærmer seg {0} ganger det vanlige: der er det siste nivået som er vist å holde. Ved om lag {1} ganger brytes regelen «{2}».",
     "Etterspurnaden nærmar seg {0} gonger det vanlege: der er det siste nivået som er vist å halde. Ved om lag {1} gonger blir regelen «{2}» broten.",
     "Demand nears {0} times the usual: the last level that was shown to hold. At about {1} times the rule \"{2}\" breaks."},
    {"Bølgen nærmer seg {0} ganger høyden i scenarioet: der er det siste nivået som er vist å holde. Ved om lag {1} ganger brytes regelen «{2}».",
     "Bølgja nærmar seg {0} gonger høgda i scenarioet: der er det siste nivået som er vist å halde. Ved om lag {1} gonger blir regelen «{2}» broten.",
     "The surge nears {0} times its height in the scenario: the last level that was shown to hold. At about {1} times the rule \"{2}\" breaks."}};
constexpr Phrase kTriggerBelow[]{
    {"Allerede små økninger bryter regelen «{2}» (om lag {1} ganger det vanlige).", "Alt små aukar bryt regelen «{2}» (om lag {1} gonger det vanlege).",
     "Even small rises break the rule \"{2}\" (about {1} times the usual)."},
    {"Allerede en lav bølge bryter regelen «{2}» (om lag {1} ganger høyden i scenarioet).",
     "Alt ei låg bølgje bryt regelen «{2}» (om lag {1} gonger høgda i scenarioet).",
     "Even a low surge breaks the rule \"{2}\" (about {1} times its height in the scenario)."}};
constexpr Phrase kNoTrigger{"Stresstesten fant ikke en høyde der en regel som holder, brytes.", "Stresstesten fann ikkje ei høgd der ein regel som held, blir broten.",
                            "The stress test found no height at which a rule that holds breaks."};
constexpr Phrase kAskStress{"Ikke undersøkt ennå. Dette svarer på det: skranke stress FIL", "Ikkje undersøkt enno. Dette svarar på det: skranke stress FIL",
                            "Not examined yet. This answers it: skranke stress FILE"};
constexpr Phrase kMeasures{"Tiltak", "Tiltak", "Measures"};
constexpr Phrase kMeasure{"Tiltak", "Tiltak", "Measure"}, kEffect{"Virkning", "Verknad", "Effect"}, kCost{"Kostnad", "Kostnad", "Cost"},
    kResponsible{"Ansvarlig og frist", "Ansvarleg og frist", "Responsible and deadline"};
constexpr Phrase kMore{"{0} flere når noen i tide ({1} til {2})", "{0} fleire når nokon i tide ({1} til {2})", "{0} more reach someone in time ({1} to {2})"};
constexpr Phrase kKroner{"{0} kroner i perioden; {1} kroner per person", "{0} kroner i perioden; {1} kroner per person", "NOK {0} over the period; NOK {1} per person"};
constexpr Phrase kAskMeasures{"Ikke priset ennå. Dette svarer på det: skranke measures FIL", "Ikkje prisa enno. Dette svarar på det: skranke measures FIL",
                              "Not priced yet. This answers it: skranke measures FILE"};
constexpr Phrase kNoMeasure{"Prislisten fant ikke noe tiltak som sikkert hjelper dette kontoret.", "Prislista fann ikkje noko tiltak som sikkert hjelper dette kontoret.",
                            "The price list found no measure that surely helps this office."};
constexpr Phrase kFillIn{"(fylles ut av kommunen)", "(blir fylt ut av kommunen)", "(to be filled in by the municipality)"};
constexpr Phrase kServes{"Betjener {0}.", "Betener {0}.", "Serves {0}."};

class Office {
  public:
    Office(const RosPlan& plan, const PlanningPlace& place) : plan_(plan), place_(place) {}

    void add_to(Parts& parts) const {
        parts.say(TextRole::heading, place_.name);
        std::string names;
        for (const std::size_t m : place_.municipalities) names += (names.empty() ? "" : ", ") + plan_.scenario.municipalities[m].name;
        parts.say(TextRole::body, fill(kServes.in(lang()), {names}));
        DocumentTable form{.widths = {0.22, 0.78}, .header = {said(kWhat), said(kFinding)}, .rows = {}};
        const auto row = [&](const Phrase& topic, DocumentCell told) { form.rows.push_back({cell(said(topic), TextRole::strong), std::move(told)}); };
        row(kEvent, cell(fill(kEventText.in(lang()), {name_of(plan_.scenario.title, plan_.scenario.name, lang())})));
        row(kProbability, by_place(&Office::probability));
        row(kCauses, by_place(&Office::causes));
        row(kVulnerability, by_place(&Office::groups));
        row(kConsequence, by_place(&Office::consequence));
        row(kTrigger, trigger());
        parts.table(std::move(form));
        parts.say(TextRole::subheading, said(kMeasures));
        parts.table(measures());
    }

  private:
    Lang lang() const { return plan_.lang; }
    std::string said(const Phrase& phrase) const { return phrase.in(lang()); }

    /// What is told of each municipality, under its name if there are several.
    DocumentCell by_place(DocumentCell (Office::*tell)(const PlaceSummary&) const) const {
        DocumentCell all;
        for (const std::size_t m : place_.municipalities) {
            const PlaceSummary& place = plan_.summary.places[m + 1];  // the first is the whole area
            if (place_.municipalities.size() > 1) all.push_back({TextRole::strong, place.name});
            DocumentCell told = is_shown(place.local) && place.local.unmet_rate.valid ? (this->*tell)(place) : cell(fill(kTooFew.in(lang()), {place.name}));
            all.insert(all.end(), told.begin(), told.end());
        }
        return all;
    }

    DocumentCell probability(const PlaceSummary& place) const {
        DocumentCell told;
        for (const Head head : {Head::available, Head::handled, Head::sufficient}) {
            const HeadVerdict& verdict = place.verdict[static_cast<std::size_t>(head)];
            const std::string sentence = fill(kProbabilityOf.in(lang()), {words_of(head).in(lang()), words_of(certainty_of(verdict.holds)).in(lang()),
                                                                          percent(verdict.holds.value(), 0, lang()),
                                                                          percent_interval(verdict.holds.low(), verdict.holds.high(), 0, lang())});
            const std::string broken = broken_text(verdict, head, plan_.scenario.verdict, lang());
            told.push_back({TextRole::item, sentence + (broken.empty() ? "" : " " + broken)});
        }
        return told;
    }

    DocumentCell causes(const PlaceSummary& place) const {
        const auto& unmet = place.local.unmet;
        const double total = place.local.unmet_total();
        if (total <= 0) return cell(said(kNoCause));
        std::vector<std::size_t> order(kReasons);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return unmet[a] > unmet[b]; });
        DocumentCell told;
        for (std::size_t r = 0; r < kReasonsTold && unmet[order[r]] > 0; ++r)
            told.push_back({TextRole::item, fill(kCause.in(lang()), {words_of(static_cast<Reason>(order[r])).in(lang()), percent(unmet[order[r]] / total, 0, lang())})});
        return told;
    }

    DocumentCell groups(const PlaceSummary& place) const {
        DocumentCell told;
        for (std::size_t g = 0; g < place.groups.size(); ++g) {
            const OutcomeSummary& o = place.groups[g];
            const Group& group = plan_.scenario.groups[g];
            if (!is_shown(o) || !o.unmet_rate.valid) continue;
            told.push_back({TextRole::item, fill(kGroup.in(lang()), {name_of(group.label, group.key, lang()), percent_of(o.unmet_rate, lang()),
                                                                     interval_of(o.unmet_rate, lang())})});
        }
        return told.empty() ? cell(said(kGroupsFew)) : told;
    }

    DocumentCell consequence(const PlaceSummary& place) const {
        DocumentCell told = cell(unmet_text(place, lang()));
        const Estimate& on_time = place.local.on_time_share;
        if (on_time.valid)
            told.push_back({TextRole::body, fill(kLate.in(lang()), {percent(1 - on_time.value, 1, lang()),
                                                                    percent_interval(1 - on_time.high, 1 - on_time.low, 1, lang())})});
        const std::string times = times_text(place, lang());
        if (!times.empty()) told.push_back({TextRole::body, times});
        return told;
    }

    DocumentCell trigger() const {
        if (!plan_.known.stress) return cell(said(kAskStress));
        const auto scaled = static_cast<std::size_t>(plan_.known.stress->scaled);
        return {{TextRole::body, limit(scaled)}, {TextRole::body, fill(kTried[scaled].in(lang()), {plan_.known.stress->words})}};
    }

    std::string limit(std::size_t scaled) const {
        const auto found = plan_.known.limits.find(place_.key);
        if (found == plan_.known.limits.end()) return said(kNoTrigger);
        const KnownLimit& limit = found->second;
        const Head head = static_cast<Head>(limit.rule / kRulesPerHead);
        const std::string rule = rule_text(head, static_cast<int>(limit.rule % kRulesPerHead), plan_.scenario.verdict, lang());
        return fill((limit.low ? kTriggerAt : kTriggerBelow)[scaled].in(lang()), {number(limit.low.value_or(0), 1, lang()), number(limit.height, 1, lang()), rule});
    }

    DocumentTable measures() const {
        DocumentTable table{.widths = {0.32, 0.26, 0.22, 0.20}, .header = {said(kMeasure), said(kEffect), said(kCost), said(kResponsible)}, .rows = {}};
        const auto found = plan_.known.measures.find(place_.key);
        const bool any = found != plan_.known.measures.end() && !found->second.empty();
        if (!any) {
            table.rows.push_back({cell(said(plan_.known.has_measures ? kNoMeasure : kAskMeasures)), cell("–"), cell("–"), cell(said(kFillIn))});
            return table;
        }
        for (std::size_t m = 0; m < std::min(found->second.size(), kMeasuresTold); ++m) {
            const KnownMeasure& one = found->second[m];
            table.rows.push_back({cell(one.name), cell(fill(kMore.in(lang()), {number(one.reached.value, 1, lang()), number(one.reached.low, 1, lang()),
                                                                               number(one.reached.high, 1, lang())})),
                                  cell(fill(kKroner.in(lang()), {number(one.cost.value, 0, lang()), number(one.per_person.value, 0, lang())})),
                                  cell(said(kFillIn))});
        }
        return table;
    }

    const RosPlan& plan_;
    const PlanningPlace& place_;
};

}  // namespace

void add_office(const RosPlan& plan, const PlanningPlace& place, Parts& parts) { Office(plan, place).add_to(parts); }

}  // namespace skranke::ros
