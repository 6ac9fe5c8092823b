#include <algorithm>

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/text/stopping_text.hpp"

namespace skranke::page {
namespace {

constexpr std::uint64_t kFewRuns = 30;

constexpr Phrase kFacts{"{0} fra {1} · {2} · {3}", "{0} frå {1} · {2} · {3}", "{0} from {1} · {2} · {3}"};
constexpr Phrase kOneWeek{"{0} uke", "{0} veke", "{0} week"};
constexpr Phrase kWeeks{"{0} uker", "{0} veker", "{0} weeks"};
constexpr Phrase kOnePlace{"{0} kommune", "{0} kommune", "{0} municipality"};
constexpr Phrase kPlaces{"{0} kommuner", "{0} kommunar", "{0} municipalities"};
constexpr Phrase kCaveat{"Dette er resultater fra en modell. De er ikke kontrollert mot målte ventetider.",
                         "Dette er resultat frå ein modell. Dei er ikkje kontrollerte mot målte ventetider.",
                         "These are results of a model. They have not been checked against measured waiting times."};
constexpr Phrase kFewRunsNote{"Bare {0}: sannsynligheter og intervaller er grove. Kjør flere før du bruker tallene.",
                              "Berre {0}: sannsyn og intervall er grove. Køyr fleire før du bruker tala.",
                              "Only {0}: probabilities and intervals are rough. Run more before you use the numbers."};
constexpr Phrase kOneRun{"{0} simulert forløp", "{0} simulert forløp", "{0} simulated run"};
constexpr Phrase kRuns{"{0} simulerte forløp", "{0} simulerte forløp", "{0} simulated runs"};
constexpr Phrase kAnswer{"Svaret", "Svaret", "The answer"};
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
constexpr Phrase kRulesNote{
    "Reglene er normer valgt i scenarioet, ikke lov. Ja betyr at reglene holder i minst 90 % av forløpene, trolig 67 "
    "%, usikkert 33 %, neppe 10 %.",
    "Reglane er normer valde i scenarioet, ikkje lov. Ja tyder at reglane held i minst 90 % av forløpa, truleg 67 %, "
    "usikkert 33 %, neppe 10 %.",
    "The rules are norms chosen in the scenario, not law. Yes means that they hold in at least 90% of the runs, "
    "likely 67%, uncertain 33%, unlikely 10%."};
constexpr Phrase kFind{"Finn kommunen din", "Finn kommunen din", "Find your municipality"};

std::string runs(std::uint64_t n, Lang lang) {
    return fill((n == 1 ? kOneRun : kRuns).in(lang), {number(static_cast<double>(n), 0, lang)});
}

std::string counted(std::size_t n, const Phrase& one, const Phrase& many, Lang lang) {
    return fill((n == 1 ? one : many).in(lang), {std::to_string(n)});
}

// Letters in the order of the Norwegian alphabet, as bytes that compare that way.
std::string sort_key(const std::string& name) {
    std::string key;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const auto byte = static_cast<unsigned char>(name[i]);
        if (byte == 0xC3 && i + 1 < name.size()) {
            const auto letter = static_cast<unsigned char>(name[++i]) | 0x20;
            key += letter == 0xA6 ? "z1" : letter == 0xB8 ? "z2" : letter == 0xA5 ? "z3" : "a";
        } else {
            key += byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte | 0x20) : name[i];
        }
    }
    return key;
}

// The controlled interval, where it is so much narrower that it is worth a sentence (our own choice).
std::string controlled(const Input& in) {
    constexpr double kWorthIt = 0.8;  // of the variance
    if (in.summary.controlled.empty()) return {};
    const ControlledEstimate& rate = in.summary.controlled.front().unmet_rate;
    if (!rate.controlled.valid || rate.variance_ratio > kWorthIt) return {};
    return element(
        "p", "soft", spans_of([&](Lang l) {
            return fill(kControlled.in(l), {percent_of(rate.controlled, l), interval_of(rate.controlled, l)});
        }));
}

std::string lead(const Input& in) {
    const PlaceSummary& area = in.summary.places.front();
    const OutcomeSummary& o = area.local;
    if (!o.unmet_rate.valid) return {};
    std::string out = element(
        "p", "lead", spans_of([&](Lang l) {
            return fill(kLead.in(l), {name_of(area, l), percent_of(o.unmet_rate, l), interval_of(o.unmet_rate, l)});
        }));
    std::string rest;
    if (o.unmet_total() > 0)
        rest += spans_of([&](Lang l) { return fill(kLeadWhy.in(l), {words_of(o.worst_reason()).in(l)}); }) + " ";
    if (o.access_mean_min.valid && o.handling_mean_min.valid) {
        rest += spans_of([&](Lang l) {
            return fill(kLeadTimes.in(l), {duration_of(o.access_p90_min, l), duration_of(o.handling_p90_min, l)});
        });
    }
    return out + element("p", "", rest) + controlled(in) + "\n";
}

std::string head_card(const Input& in, Head head) {
    const auto h = static_cast<std::size_t>(head);
    std::array<std::size_t, kCertainties> counts{};
    for (std::size_t p = 1; p < in.summary.places.size(); ++p)
        ++counts[static_cast<std::size_t>(certainty_of(in.summary.places[p].verdict[h].holds))];
    const HeadVerdict& area = in.summary.places.front().verdict[h];
    const Certainty certainty = certainty_of(area.holds);
    const std::string all = std::to_string(in.summary.places.size() - 1);

    std::string out = element("h3", "", spans(words_of(head)));
    out += element("p", "gloss", spans(meaning_of(head)));
    out += element("p", "word", disc(certainty) + " " + spans(words_of(certainty)));
    out += element("p", "", spans_of([&](Lang l) {
                       return fill(kHolds.in(l), {percent(area.holds.value(), 0, l),
                                                  percent_interval(area.holds.low(), area.holds.high(), 0, l)});
                   }));
    out += strip(counts);
    const Phrase& alone = counts[0] + counts[1] > 0 ? kKeeps : counts[2] > 0 ? kUncertain : kBreaks;
    out += element("p", "", spans_of([&](Lang l) {
                       if (in.scenario.municipalities.size() == 1) return std::string(alone.in(l));
                       return fill(kCounts.in(l), {std::to_string(counts[0] + counts[1]), all,
                                                   std::to_string(counts[2]), std::to_string(counts[3] + counts[4])});
                   }));
    if (area.worst_fails > 0) {
        out += element("p", "soft", spans_of([&](Lang l) {
                           return fill(kBroken.in(l), {rule_text(head, area.worst_rule, in.scenario.verdict, l)});
                       }));
    }
    return element("div", "card", out) + "\n";
}

}  // namespace

std::vector<std::size_t> by_alphabet(const Summary& summary) {
    std::vector<std::size_t> order;
    for (std::size_t i = 1; i < summary.places.size(); ++i) order.push_back(i);
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return sort_key(summary.places[a].name) < sort_key(summary.places[b].name);
    });
    return order;
}

std::string anchor_of(std::size_t place) { return "k" + std::to_string(place); }

std::string title_part(const Input& in) {
    const Scenario& s = in.scenario;
    std::string out = element("p", "brand", "Skranke") +
                      element("h1", "", spans_of([&](Lang l) { return name_of(s.title, s.name, l); })) +
                      element("p", "question", spans_of([&](Lang l) { return name_of(s.question, "", l); }));
    out += element("p", "soft", spans_of([&](Lang l) {
                       return fill(
                           kFacts.in(l),
                           {counted(static_cast<std::size_t>(s.weeks), kOneWeek, kWeeks, l), date(s.start, l),
                            counted(s.municipalities.size(), kOnePlace, kPlaces, l), runs(in.summary.replications, l)});
                   }));
    out += element("p", "caveat", spans(kCaveat));
    if (in.summary.stopping)
        out += element("p", in.summary.stopping->reached() ? "soft" : "caveat", spans_of([&](Lang l) {
                           return stopping_text(*in.summary.stopping, in.summary.replications, l);
                       }));
    if (in.summary.replications < kFewRuns) {
        out += element("p", "caveat",
                       spans_of([&](Lang l) { return fill(kFewRunsNote.in(l), {runs(in.summary.replications, l)}); }));
    }
    return out;
}

std::string answer_part(const Input& in) {
    std::string out = "<h2 id=\"answer\">" + spans(kAnswer) + "</h2>\n" + lead(in);
    std::string cards;
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) cards += head_card(in, head);
    out += element("div", "cards", cards) + element("p", "soft", spans(kRulesNote)) + "\n";
    if (!has_sections(in.summary)) return out;
    std::string links;
    for (const std::size_t i : by_alphabet(in.summary))
        links += "<li><a href=\"#" + anchor_of(i) + "\">" + escaped(in.summary.places[i].name) + "</a></li>";
    out += "<nav class=\"find\" aria-labelledby=\"find\"><h3 id=\"find\">" + spans(kFind) + "</h3><ul>" + links +
           "</ul></nav>\n";
    return out;
}

}  // namespace skranke::page
