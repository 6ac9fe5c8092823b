#include "engine/report/planning/stress_words.hpp"

#include <algorithm>

namespace skranke {
namespace {

constexpr Phrase kTimesUsual{"{0} ganger vanlig etterspørsel", "{0} gonger vanleg etterspurnad", "{0} times the usual demand"};
constexpr Phrase kTimesSurge{"{0} ganger «{1}»", "{0} gonger «{1}»", "{0} times “{1}”"};
constexpr Phrase kWeeks{"{0} uker", "{0} veker", "{0} weeks"};
constexpr Phrase kWeek{"{0} uke", "{0} veke", "{0} week"};
constexpr Phrase kLocal{"de lokale tjenestene", "dei lokale tenestene", "the local services"};
constexpr Phrase kAll{"alle tjenestene", "alle tenestene", "all services"};
constexpr Phrase kLoad{"{0} i {1} fra {2}", "{0} i {1} frå {2}", "{0} for {1} from {2}"};
constexpr Phrase kAbsent{", mens {0} flere av de ansatte ved hvert kontor er borte", ", medan {0} fleire av dei tilsette ved kvart kontor er borte",
                         ", while {0} more of the staff of each office are absent"};
constexpr Phrase kSurge{"«{0}» i scenarioet", "«{0}» i scenarioet", "“{0}” of the scenario"};

constexpr std::array<Phrase, kVerdictRules> kNames{{
    {"Kommer fram", "Kjem fram", "Get through"},
    {"Når noen i tide", "Når nokon i tide", "Reach someone in time"},
    {"Saker i tide", "Saker i tide", "Cases in time"},
    {"Hastesaker i tide", "Hastesaker i tide", "Urgent cases in time"},
    {"Hjelp etter kontakt", "Hjelp etter kontakt", "Help after contact"},
    {"Likt for sårbare", "Likt for sårbare", "Equal for the vulnerable"},
}};
constexpr std::array<Phrase, kVerdictRules> kBreaks{{
    {"kommer for mange aldri fram", "kjem for mange aldri fram", "too many never get through"},
    {"tar det for lang tid å nå noen", "tek det for lang tid å nå nokon", "it takes too long to reach someone"},
    {"blir for mange saker avgjort for sent", "blir for mange saker avgjorde for seint", "too many cases are decided too late"},
    {"blir for mange hastesaker avgjort for sent", "blir for mange hastesaker avgjorde for seint", "too many urgent cases are decided too late"},
    {"mister for mange hjelpen etter at de har nådd fram", "mistar for mange hjelpa etter at dei har nådd fram",
     "too many lose the help after they have got through"},
    {"kommer sårbare for mye dårligere ut enn andre", "kjem sårbare for mykje dårlegare ut enn andre",
     "vulnerable people fare too much worse than others"},
}};
constexpr std::array<Phrase, 4> kDesks{{
    {"i mottaket", "i mottaket", "at the reception"},
    {"på vakttelefonen", "på vakttelefonen", "at the duty phone"},
    {"hos saksbehandlerne", "hos saksbehandlarane", "of the caseworkers"},
    {"hos det felles kontaktsenteret", "hos det felles kontaktsenteret", "of the shared contact centre"},
}};

constexpr Phrase kBroken{"brutt før", "brote før", "broken before"};
constexpr Phrase kUncertain{"usikkert før", "usikkert før", "uncertain before"};
constexpr Phrase kBreaksAt{"{0} holder til {1}. Da {2}.", "{0} held til {1}. Då {2}.", "{0} holds until {1}. Then {2}."};
constexpr Phrase kAtOnce{"Hos {0} {2} allerede ved {1}.", "Hos {0} {2} alt ved {1}.", "At {0}, {2} already at {1}."};
constexpr Phrase kHolds{"{0} holder i alle fall til {1}.", "{0} held i alle fall til {1}.", "{0} holds at least until {1}."};
constexpr Phrase kNone{"Hos {0} er det ingen regel som sikkert holder uten belastningen.", "Hos {0} er det ingen regel som sikkert held utan påkjenninga.",
                       "At {0} no rule is known to hold without the stress."};
constexpr Phrase kReason{" «{0}» øker fra {1} til {2} av behovene.", " «{0}» aukar frå {1} til {2} av behova.", " “{0}” grows from {1} to {2} of the needs."};
constexpr Phrase kBusy{" Utnyttelsen {0} er {1} mens det varer (ellers {2}).", " Utnyttinga {0} er {1} medan det varer (elles {2}).",
                       " Occupancy {0} is {1} while it lasts (otherwise {2})."};
constexpr Phrase kBefore{"Uten belastningen: {0}.", "Utan påkjenninga: {0}.", "Without the stress: {0}."};
constexpr Phrase kIsBroken{"«{0}» er brutt", "«{0}» er broten", "“{0}” is broken"};
constexpr Phrase kIsUncertain{"«{0}» er usikker", "«{0}» er usikker", "“{0}” is uncertain"};

constexpr Phrase kFirst{"Først ryker {0}, ved {1}: da {2}.", "Først ryk {0}, ved {1}: då {2}.", "{0} falls first, at {1}: then {2}."};
constexpr Phrase kNobody{"Ingen av de {0} stedene ryker før {1}.", "Ingen av dei {0} stadene ryk før {1}.", "None of the {0} places breaks before {1}."};
constexpr Phrase kHalf{" Halvparten av de {0} stedene har brutt en regel til ved {1}.", " Halvparten av dei {0} stadene har brote ein regel til ved {1}.",
                       " Half of the {0} places have broken one more rule at {1}."};
constexpr Phrase kStanding{" Så mange holder sikkert helt til {1}: {0}.", " Så mange held sikkert heilt til {1}: {0}.", " Known to hold all the way to {1}: {0}."};
constexpr Phrase kWeak{" Uten belastningen er det {0} som ikke sikkert holder alle reglene.", " Utan påkjenninga er det {0} som ikkje sikkert held alle reglane.",
                       " Without the stress there are {0} that are not known to keep all rules."};

const Phrase& desk_words(DeskKind desk) { return kDesks[std::min<std::size_t>(static_cast<std::size_t>(desk), kDesks.size() - 1)]; }

std::string services_words(const Scenario& scenario, const std::vector<std::size_t>& services, Lang lang) {
    std::size_t local = 0, local_named = 0;
    for (std::size_t s = 0; s < scenario.services.size(); ++s) {
        if (scenario.services[s].system != System::local) continue;
        ++local;
        if (std::find(services.begin(), services.end(), s) != services.end()) ++local_named;
    }
    if (services.size() == scenario.services.size() && local < services.size()) return kAll.in(lang);
    if (local_named == local && services.size() == local) return kLocal.in(lang);
    std::string names;
    for (const std::size_t s : services) names += (names.empty() ? "" : ", ") + name_of(scenario.services[s].label, scenario.services[s].key, lang);
    return names;
}

std::string cause_words(const StressCause& cause, Lang lang) {
    std::string out;
    if (cause.reason)
        out += fill(kReason.in(lang), {words_of(*cause.reason).in(lang), percent(cause.lost_before, 1, lang), percent(cause.lost_under, 1, lang)});
    return out + fill(kBusy.in(lang), {desk_words(cause.desk).in(lang), percent(cause.busy_under, 0, lang), percent(cause.busy_before, 0, lang)});
}

bool has_weak_rule(const RuleMargins& margins) { return rules_that_hold(margins).size() < kVerdictRules; }

}  // namespace

std::string height_text(double height, Lang lang) { return number(height, 1, lang); }

std::string height_words(const Scenario& scenario, const StressLoad& load, double height, Lang lang) {
    if (!load.surge) return fill(kTimesUsual.in(lang), {height_text(height, lang)});
    const Surge& surge = scenario.surges[*load.surge];
    return fill(kTimesSurge.in(lang), {height_text(height, lang), name_of(surge.label, surge.key, lang)});
}

std::string weeks_words(int weeks, Lang lang) { return fill((weeks == 1 ? kWeek : kWeeks).in(lang), {std::to_string(weeks)}); }

std::string load_words(const Scenario& scenario, const StressLoad& load, Lang lang) {
    if (load.surge) return fill(kSurge.in(lang), {name_of(scenario.surges[*load.surge].label, scenario.surges[*load.surge].key, lang)});
    const std::string what = fill(kLoad.in(lang), {services_words(scenario, load.services, lang), weeks_words(load.weeks, lang), date(load.from, lang)});
    return load.absence == 0 ? what : what + fill(kAbsent.in(lang), {percent(load.absence, 0, lang)});
}

Phrase rule_name(std::size_t rule) { return kNames[rule]; }
Phrase rule_breaks(std::size_t rule) { return kBreaks[rule]; }

std::string margin_text(const RuleMargin& margin, const BreakingPlan& plan, Lang lang) {
    switch (margin.margin) {
        case Margin::broken_before: return kBroken.in(lang);
        case Margin::uncertain_before: return kUncertain.in(lang);
        case Margin::breaks: return height_text(margin.height, lang);
        case Margin::holds: return "> " + height_text(margin.low.value_or(plan.heights.front()), lang);
    }
    return kUnknown;
}

std::string margin_interval(const RuleMargin& margin, const BreakingPlan& plan, Lang lang) {
    if (margin.margin != Margin::breaks) return "";
    if (!margin.high) return "> " + height_text(margin.low.value_or(plan.heights.front()), lang);
    if (!margin.low) return "< " + height_text(*margin.high, lang);
    return height_text(*margin.low, lang) + "–" + height_text(*margin.high, lang);
}

std::string place_sentence(const Scenario& scenario, const Stress& stress, std::size_t place, Lang lang) {
    const FirstToBreak& first = stress.first[place];
    const std::string& name = stress.places[place].name;
    if (first.margin.margin == Margin::broken_before) return fill(kNone.in(lang), {name});
    if (!first.rule)
        return fill(kHolds.in(lang), {name, height_words(scenario, stress.load, first.margin.low.value_or(stress.plan.heights.back()), lang)});
    const Phrase& pattern = first.margin.height > stress.plan.heights.front() ? kBreaksAt : kAtOnce;
    std::string out = fill(pattern.in(lang), {name, height_words(scenario, stress.load, first.margin.height, lang), kBreaks[*first.rule].in(lang)});
    return stress.causes[place] ? out + cause_words(*stress.causes[place], lang) : out;
}

std::string before_sentence(const Stress& stress, std::size_t place, Lang lang) {
    std::string rules;
    for (std::size_t rule = 0; rule < kVerdictRules; ++rule) {
        const Margin margin = stress.margins[place][rule].margin;
        if (margin != Margin::broken_before && margin != Margin::uncertain_before) continue;
        rules += (rules.empty() ? "" : ", ") +
                 fill((margin == Margin::broken_before ? kIsBroken : kIsUncertain).in(lang), {kNames[rule].in(lang)});
    }
    return rules.empty() ? "" : fill(kBefore.in(lang), {rules});
}

std::string finding(const Scenario& scenario, const Stress& stress, Lang lang) {
    const std::vector<std::size_t> order = first_to_fall(stress);
    const std::string all = std::to_string(stress.places.size());
    const auto words = [&](double height) { return height_words(scenario, stress.load, height, lang); };
    const FirstToBreak& first = stress.first[order.front()];
    std::string out;
    if (first.rule)
        out = fill(kFirst.in(lang), {stress.places[order.front()].name, words(first.margin.height), kBreaks[*first.rule].in(lang)});
    else
        out = fill(kNobody.in(lang), {all, words(stress.plan.heights.back())});
    const FirstToBreak& middle = stress.first[order[(order.size() - 1) / 2]];
    if (order.size() > 2 && middle.rule) out += fill(kHalf.in(lang), {all, words(middle.margin.height)});
    const auto standing = std::count_if(stress.first.begin(), stress.first.end(), [&](const FirstToBreak& f) { return f.margin.low == stress.plan.heights.back(); });
    if (first.rule && standing > 0) out += fill(kStanding.in(lang), {std::to_string(standing), words(stress.plan.heights.back())});
    const auto weak = std::count_if(stress.margins.begin(), stress.margins.end(), has_weak_rule);
    if (weak > 0) out += fill(kWeak.in(lang), {std::to_string(weak)});
    return out;
}

}  // namespace skranke
