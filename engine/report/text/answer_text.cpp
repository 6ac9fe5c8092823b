#include "engine/report/text/answer_text.hpp"

namespace skranke {
namespace {

constexpr std::uint64_t kFewRuns = 30;

constexpr Phrase kFacts{"{0} fra {1} · {2} · {3}", "{0} frå {1} · {2} · {3}", "{0} from {1} · {2} · {3}"};
constexpr Phrase kOneWeek{"{0} uke", "{0} veke", "{0} week"};
constexpr Phrase kWeeks{"{0} uker", "{0} veker", "{0} weeks"};
constexpr Phrase kOnePlace{"{0} kommune", "{0} kommune", "{0} municipality"};
constexpr Phrase kPlaces{"{0} kommuner", "{0} kommunar", "{0} municipalities"};
constexpr Phrase kFewRunsNote{"Bare {0}: sannsynligheter og intervaller er grove. Kjør flere før du bruker tallene.",
                              "Berre {0}: sannsyn og intervall er grove. Køyr fleire før du bruker tala.",
                              "Only {0}: probabilities and intervals are rough. Run more before you use the numbers."};
constexpr Phrase kOneRun{"{0} simulert forløp", "{0} simulert forløp", "{0} simulated run"};
constexpr Phrase kRuns{"{0} simulerte forløp", "{0} simulerte forløp", "{0} simulated runs"};
constexpr Phrase kLead{"{0}: {1} av behovene for lokale tjenester blir ikke dekket ({2}).",
                       "{0}: {1} av behova for lokale tenester blir ikkje dekte ({2}).",
                       "{0}: {1} of the needs for local services go unmet ({2})."};
constexpr Phrase kLeadWhy{"Vanligste grunn: {0}.", "Vanlegaste grunn: {0}.", "Most common reason: {0}."};
constexpr Phrase kLeadTimes{"Ni av ti når fram til noen innen {0}, og ni av ti saker er avgjort innen {1}.",
                            "Ni av ti når fram til nokon innan {0}, og ni av ti saker er avgjorde innan {1}.",
                            "Nine in ten reach someone within {0}, and nine in ten cases are decided within {1}."};
constexpr Phrase kControlled{
    "Regnet om til så mange behov som ventet, blir andelen {0} ({1}). Det tar bort tilfeldigheten i hvor mange som "
    "kom.",
    "Rekna om til så mange behov som venta, blir delen {0} ({1}). Det tek bort det tilfeldige i kor mange som kom.",
    "Allowing for as many needs as expected, the share is {0} ({1}). That takes out the chance of how many came."};
constexpr Phrase kHolds{"Reglene holder for området samlet i {0} av forløpene ({1}).",
                        "Reglane held for området samla i {0} av forløpa ({1}).",
                        "The rules hold for the area as a whole in {0} of the runs ({1})."};
constexpr Phrase kCounts{"{0} av {1} kommuner holder reglene, {2} er usikre, {3} holder dem ikke.",
                         "{0} av {1} kommunar held reglane, {2} er usikre, {3} held dei ikkje.",
                         "{0} of {1} municipalities keep the rules, {2} are uncertain, {3} do not."};
constexpr Phrase kKeeps{"Kommunen holder reglene.", "Kommunen held reglane.", "The municipality keeps the rules."};
constexpr Phrase kUncertain{"Det er usikkert om kommunen holder reglene.", "Det er usikkert om kommunen held reglane.",
                            "It is uncertain whether the municipality keeps the rules."};
constexpr Phrase kBreaks{"Kommunen holder ikke reglene.", "Kommunen held ikkje reglane.",
                         "The municipality does not keep the rules."};
constexpr Phrase kBroken{"Oftest brutt: {0}.", "Oftast brote: {0}.", "Broken most often: {0}."};

std::string runs(std::uint64_t n, Lang lang) {
    return fill((n == 1 ? kOneRun : kRuns).in(lang), {number(static_cast<double>(n), 0, lang)});
}

std::string counted(std::size_t n, const Phrase& one, const Phrase& many, Lang lang) {
    return fill((n == 1 ? one : many).in(lang), {std::to_string(n)});
}

}  // namespace

std::string facts_text(const Scenario& scenario, const Summary& summary, Lang lang) {
    return fill(kFacts.in(lang),
                {counted(static_cast<std::size_t>(scenario.weeks), kOneWeek, kWeeks, lang), date(scenario.start, lang),
                 counted(scenario.municipalities.size(), kOnePlace, kPlaces, lang), runs(summary.replications, lang)});
}

std::string few_runs_text(const Summary& summary, Lang lang) {
    if (summary.replications >= kFewRuns) return {};
    return fill(kFewRunsNote.in(lang), {runs(summary.replications, lang)});
}

std::string unmet_text(const PlaceSummary& place, Lang lang) {
    const Estimate& rate = place.local.unmet_rate;
    if (!rate.valid) return {};
    return fill(kLead.in(lang), {name_of(place, lang), percent_of(rate, lang), interval_of(rate, lang)});
}

std::string reason_text(const PlaceSummary& place, Lang lang) {
    if (place.local.unmet_total() <= 0) return {};
    return fill(kLeadWhy.in(lang), {words_of(place.local.worst_reason()).in(lang)});
}

std::string times_text(const PlaceSummary& place, Lang lang) {
    const OutcomeSummary& o = place.local;
    if (!o.access_mean_min.valid || !o.handling_mean_min.valid) return {};
    return fill(kLeadTimes.in(lang), {duration_of(o.access_p90_min, lang), duration_of(o.handling_p90_min, lang)});
}

std::string controlled_text(const Summary& summary, Lang lang) {
    constexpr double kWorthIt = 0.8;  // of the variance
    if (summary.controlled.empty()) return {};
    const ControlledEstimate& rate = summary.controlled.front().unmet_rate;
    if (!rate.controlled.valid || rate.variance_ratio > kWorthIt) return {};
    return fill(kControlled.in(lang), {percent_of(rate.controlled, lang), interval_of(rate.controlled, lang)});
}

CertaintyCounts counts_of(const Summary& summary, Head head) {
    CertaintyCounts counts{};
    for (std::size_t p = 1; p < summary.places.size(); ++p)
        ++counts[static_cast<std::size_t>(certainty_of(summary.places[p].verdict[static_cast<std::size_t>(head)].holds))];
    return counts;
}

std::string holds_text(const HeadVerdict& verdict, Lang lang) {
    const ShareEstimate& holds = verdict.holds;
    return fill(kHolds.in(lang), {percent(holds.value(), 0, lang), percent_interval(holds.low(), holds.high(), 0, lang)});
}

std::string places_text(const CertaintyCounts& counts, Lang lang) {
    const std::size_t keep = counts[0] + counts[1], unsure = counts[2], do_not = counts[3] + counts[4];
    if (keep + unsure + do_not == 1) return (keep > 0 ? kKeeps : unsure > 0 ? kUncertain : kBreaks).in(lang);
    return fill(kCounts.in(lang), {std::to_string(keep), std::to_string(keep + unsure + do_not), std::to_string(unsure),
                                   std::to_string(do_not)});
}

std::string broken_text(const HeadVerdict& verdict, Head head, const VerdictRules& rules, Lang lang) {
    if (verdict.worst_fails == 0) return {};
    return fill(kBroken.in(lang), {rule_text(head, verdict.worst_rule, rules, lang)});
}

}  // namespace skranke
