#include "engine/report/planning/stress_page.hpp"

#include <algorithm>

#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/planning/margin_chart.hpp"
#include "engine/report/planning/stress_words.hpp"

namespace skranke {
namespace {

constexpr Phrase kTitle{"Hva skal til før det ryker?", "Kva skal til før det ryk?", "What would break us?"};
constexpr Phrase kFacts{"Prøvd: {0} · {1} simulerte forløp", "Prøvd: {0} · {1} simulerte forløp", "Tried: {0} · {1} simulated runs"};
constexpr Phrase kCaveat{
    "Belastningen er en antakelse, ikke en prognose. Alle kontorene får den samtidig, fordi de deler kontaktsenter og ytelseskontor: der det felles er det som "
    "ryker, kunne ett kontor alene tålt mer. Modellen er ikke kontrollert mot målte ventetider.",
    "Påkjenninga er ei antaking, ikkje ein prognose. Alle kontora får henne samtidig, fordi dei deler kontaktsenter og ytingskontor: der det felles er det som "
    "ryk, kunne eitt kontor åleine tolt meir. Modellen er ikkje kontrollert mot målte ventetider.",
    "The stress is an assumption, not a forecast. All offices are under it at the same time, since they share the contact centre and the benefit offices: where "
    "what is shared breaks, one office alone could have taken more. The model has not been checked against measured waiting times."};
constexpr Phrase kAnswer{"Hvem ryker først?", "Kven ryk først?", "Who falls first?"};
constexpr Phrase kBars{"Hvor mye hvert sted tåler", "Kor mykje kvar stad toler", "How much each place can take"};
constexpr Phrase kBarsNote{
    "Stolpen går fra det vanlige til den høyden der den første av reglene som ellers holder, brytes. Streken er intervallet: til venstre for den holder alle, til høyre "
    "er en brutt. Mørkere betyr mindre å gå på.",
    "Stolpen går frå det vanlege til den høgda der den første av reglane som elles held, blir broten. Streken er intervallet: til venstre for han held alle, til høgre "
    "er ein broten. Mørkare tyder mindre å gå på.",
    "The bar goes from the usual to the height at which the first of the rules that otherwise hold breaks. The line is the interval: left of it all hold, right of "
    "it one is broken. Darker means less margin."};
constexpr Phrase kSameAsTable{"Hver regel for hvert sted, som tabell", "Kvar regel for kvar stad, som tabell", "Every rule of every place, as a table"};
constexpr Phrase kRulesTable{"Ryker ved så mange ganger det vanlige, med intervall", "Ryk ved så mange gonger det vanlege, med intervall",
                             "Breaks at so many times the usual, with interval"};
constexpr Phrase kPlace{"Sted", "Stad", "Place"};
constexpr Phrase kMap{"Lengre, eller med flere borte", "Lengre, eller med fleire borte", "For longer, or with more staff away"};
constexpr Phrase kMapNote{
    "Ruten sier hvor mange ganger det vanlige stedet tåler før den første regelen brytes, når det varer så lenge og så mange flere av de ansatte er borte. «< {0}» betyr at "
    "fraværet alene er nok.",
    "Ruta seier kor mange gonger det vanlege staden toler før den første regelen blir broten, når det varer så lenge og så mange fleire av dei tilsette er borte. «< {0}» tyder "
    "at fråværet åleine er nok.",
    "The cell says how many times the usual the place can take before the first rule breaks, when it lasts so long and so many more of the staff are absent. “< {0}” means "
    "that the absence alone is enough."};
constexpr Phrase kNobodyMore{"ingen flere borte", "ingen fleire borte", "nobody more away"};
constexpr Phrase kMoreAway{"{0} flere borte", "{0} fleire borte", "{0} more away"};
constexpr Phrase kUnder{"under {0}", "under {0}", "below {0}"};
constexpr Phrase kOver{"{0} eller mer", "{0} eller meir", "{0} or more"};
constexpr Phrase kWhy{"Hva er det som ryker?", "Kva er det som ryk?", "What is it that breaks?"};
constexpr Phrase kHow{"Hvordan det er funnet", "Korleis det er funne", "How it was found"};
constexpr Phrase kHowText{
    "En regel regnes som brutt ved en høyde når den holder i færre enn {0} av forløpene. Ved hver høyde spilles {1} til {2} forløp, med de samme menneskene og flere til, og "
    "en sekvensiell test avgjør: den tar feil i høyst {3} av tilfellene til hver side. Er det fortsatt uklart, blir høyden stående som uklar, og intervallet blir "
    "videre. Neste høyde er den som gjør mest klart for alle steder og regler på én gang. En regel som er brutt ved én høyde, regnes som brutt ved alle høyere.",
    "Ein regel blir rekna som broten ved ei høgd når han held i færre enn {0} av forløpa. Ved kvar høgd blir det spelt {1} til {2} forløp, med dei same menneska og fleire til, og "
    "ein sekvensiell test avgjer: han tek feil i høgst {3} av tilfella til kvar side. Er det framleis uklart, blir høgda ståande som uklar, og intervallet blir "
    "vidare. Neste høgd er den som gjer mest klart for alle stader og reglar på éin gong. Ein regel som er broten ved éi høgd, blir rekna som broten ved alle høgare.",
    "A rule counts as broken at a height when it holds in fewer than {0} of the runs. At each height {1} to {2} runs are played, with the same people and more of them, and a "
    "sequential test decides: it errs in at most {3} of cases on either side. What is still unclear then stays so, and the interval is wider. The next height is the one "
    "that settles most for all places and rules at once. A rule that is broken at one height is taken to be broken at all greater ones."};
constexpr Phrase kHeights{"Høyder som ble spilt: {0}.", "Høgder som vart spelte: {0}.", "Heights that were played: {0}."};
constexpr Phrase kContradictions{"{0} regler motsa det et sted (holdt ved en høyde over en der de var brutt); intervallene deres er utvidet.",
                                 "{0} reglar sa imot det ein stad (heldt ved ei høgd over ei der dei var brotne); intervalla deira er utvida.",
                                 "{0} rules contradicted that somewhere (held at a height above one where they were broken); their intervals are widened."};
constexpr Phrase kRulesAre{"Reglene er normer som scenarioet velger, ikke lov:", "Reglane er normer som scenarioet vel, ikkje lov:",
                           "The rules are norms that the scenario chooses, not law:"};

struct Page {
    const Scenario& scenario;
    const Stress& stress;
    const Provenance& provenance;
    std::vector<std::size_t> order;  ///< who falls first

    double least() const { return stress.plan.heights.front(); }
    double most() const { return stress.plan.heights.back(); }
};

std::string legend(const Page& in) {
    std::string items;
    for (std::size_t k = 0; k < kMarginClasses; ++k) {
        const bool last = k + 1 == kMarginClasses;
        const double end = end_of_class(last ? k - 1 : k, in.least(), in.most());
        items += std::string("<li><span class=\"swatch\" style=\"background:") + shade_of_margin(k).fill + "\"></span>" +
                 spans_of([&](Lang l) { return fill((last ? kOver : kUnder).in(l), {height_text(end, l)}); }) + "</li>";
    }
    return "<ul class=\"legend\">" + items + "</ul>";
}

std::string bars_part(const Page& in) {
    MarginChart chart{"bars-caption", in.least(), in.most(), {}};
    for (const std::size_t p : in.order) {
        const FirstToBreak& first = in.stress.first[p];
        chart.rows.push_back({in.stress.places[p].name, first.margin, Text::of([&](Lang l) {
                                  const std::string height = margin_text(first.margin, in.stress.plan, l);
                                  return first.rule ? height + " – " + rule_name(*first.rule).in(l) : height;
                              })});
    }
    return "<figure><figcaption id=\"bars-caption\">" + element("b", "", spans(kBars)) + "<br>" + spans(kBarsNote) +
           "</figcaption>" + legend(in) + "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"bars-caption\">" + margin_chart(chart) +
           "</div></figure>\n";
}

std::string rules_table(const Page& in) {
    std::string head = "<th scope=\"col\">" + spans(kPlace) + "</th>";
    for (std::size_t rule = 0; rule < kVerdictRules; ++rule)
        head += "<th scope=\"col\" class=\"n\">" + spans(rule_name(rule)) + element("span", "i", spans(words_of(head_of(rule)))) + "</th>";
    std::string rows;
    for (const std::size_t p : in.order) {
        std::string cells = "<th scope=\"row\">" + escaped(in.stress.places[p].name) + "</th>";
        for (std::size_t rule = 0; rule < kVerdictRules; ++rule) {
            const RuleMargin& margin = in.stress.margins[p][rule];
            const bool is_first = in.stress.first[p].rule == rule;
            const std::string value = spans_of([&](Lang l) { return margin_text(margin, in.stress.plan, l); });
            cells += number_cell((is_first ? element("b", "", value) : value) +
                                 (margin.margin == Margin::breaks
                                      ? element("span", "i", spans_of([&](Lang l) { return margin_interval(margin, in.stress.plan, l); }))
                                      : std::string{}));
        }
        rows += element("tr", "", cells) + "\n";
    }
    return "<details><summary>" + spans(kSameAsTable) + "</summary>" +
           table("rules-table", spans(kRulesTable), "<thead><tr>" + head + "</tr></thead>\n", rows) + "</details>\n";
}

/// What a cell says: the height, or that less than the usual is enough.
std::string cell_text(const FirstToBreak& first, const Page& in, Lang lang) {
    const bool at_once = first.margin.margin == Margin::breaks && first.margin.height <= in.least();
    return at_once ? "< " + height_text(in.least(), lang) : margin_text(first.margin, in.stress.plan, lang);
}

std::string map_cell(const FirstToBreak& first, const Page& in) {
    const Shade shade = shade_of_margin(class_of(first.margin, in.least(), in.most()));
    return std::string("<td style=\"background:") + shade.fill + ";color:" + shade.ink + "\">" +
           spans_of([&](Lang l) { return cell_text(first, in, l); }) + "</td>";
}

std::string map_head(const Page& in) {
    std::string absences, lengths;
    for (std::size_t i = 0; i < in.stress.map.size();) {
        std::size_t end = i;
        while (end < in.stress.map.size() && in.stress.map[end].absence == in.stress.map[i].absence) ++end;
        const double absence = in.stress.map[i].absence;
        absences += "<th scope=\"colgroup\" class=\"n\" colspan=\"" + std::to_string(end - i) + "\">" +
                    spans_of([&](Lang l) { return absence == 0 ? std::string(kNobodyMore.in(l)) : fill(kMoreAway.in(l), {percent(absence, 0, l)}); }) + "</th>";
        for (; i < end; ++i)
            lengths += "<th scope=\"col\" class=\"n\">" + spans_of([&](Lang l) { return weeks_words(in.stress.map[i].weeks, l); }) + "</th>";
    }
    return "<thead><tr><th scope=\"col\" rowspan=\"2\">" + spans(kPlace) + "</th>" + absences + "</tr><tr>" + lengths + "</tr></thead>\n";
}

std::string map_part(const Page& in) {
    if (in.stress.map.size() < 2) return "";
    std::string rows;
    for (const std::size_t p : in.order) {
        std::string cells = "<th scope=\"row\">" + escaped(in.stress.places[p].name) + "</th>";
        for (const StressCell& cell : in.stress.map) cells += map_cell(cell.places[p], in);
        rows += element("tr", "", cells) + "\n";
    }
    return "<h2 id=\"map\">" + spans(kMap) + "</h2>\n" + legend(in) +
           table("map-table", spans_of([&](Lang l) { return fill(kMapNote.in(l), {height_text(in.least(), l)}); }), map_head(in), rows);
}

std::string why_part(const Page& in) {
    std::string items;
    for (const std::size_t p : in.order)
        items += element("dt", "", escaped(in.stress.places[p].name)) + element("dd", "", spans_of([&](Lang l) {
                     const std::string before = before_sentence(in.stress, p, l);
                     return place_sentence(in.scenario, in.stress, p, l) + (before.empty() ? "" : " " + before);
                 }));
    return "<h2 id=\"why\">" + spans(kWhy) + "</h2>\n" + element("dl", "", items) + "\n";
}

std::string rules_list(const Page& in) {
    std::string items;
    for (std::size_t rule = 0; rule < kVerdictRules; ++rule)
        items += element("li", "", spans_of([&](Lang l) {
                     return std::string(rule_name(rule).in(l)) + ": " +
                            rule_text(head_of(rule), static_cast<int>(rule % kRulesPerHead), in.scenario.verdict, l);
                 }));
    return element("p", "", spans(kRulesAre)) + element("ul", "", items);
}

std::string how_part(const Page& in) {
    const BreakingPlan& plan = in.stress.plan;
    const auto heights = [&](Lang l) {
        std::string text;
        for (std::size_t h = 0; h < plan.heights.size(); ++h)
            if (in.stress.played[h] > 0) text += (text.empty() ? "" : "; ") + number(plan.heights[h], 2, l) + " (" + std::to_string(in.stress.played[h]) + ")";
        return fill(kHeights.in(l), {text});
    };
    std::size_t contradictions = 0;
    for (const RuleMargins& margins : in.stress.margins)
        contradictions += static_cast<std::size_t>(std::count_if(margins.begin(), margins.end(), [](const RuleMargin& m) { return m.contradicted; }));
    std::string out = "<h2 id=\"how\">" + spans(kHow) + "</h2>\n" + element("p", "", spans_of([&](Lang l) {
                          return fill(kHowText.in(l), {percent(plan.limit, 0, l), std::to_string(plan.first), std::to_string(plan.most), percent(plan.error, 1, l)});
                      })) + element("p", "soft", spans_of(heights));
    if (contradictions > 0) out += element("p", "", spans_of([&](Lang l) { return fill(kContradictions.in(l), {std::to_string(contradictions)}); }));
    return out + rules_list(in);
}

std::string header_part(const Page& in) {
    return element("p", "brand", "Skranke") + element("h1", "", spans(kTitle)) +
           element("p", "question", spans_of([&](Lang l) { return name_of(in.scenario.title, in.scenario.name, l); })) +
           element("p", "soft", spans_of([&](Lang l) {
                       return fill(kFacts.in(l), {load_words(in.scenario, in.stress.load, l), number(static_cast<double>(in.stress.replications), 0, l)});
                   })) +
           element("p", "caveat", spans(kCaveat));
}

}  // namespace

std::string stress_page(const Scenario& scenario, const Stress& stress, const Provenance& provenance, Lang lang) {
    const Page in{scenario, stress, provenance, first_to_fall(stress)};
    const std::string answer = "<h2 id=\"answer\">" + spans(kAnswer) + "</h2>\n" +
                               element("p", "lead", spans_of([&](Lang l) { return finding(scenario, stress, l); }));
    const Summary none;
    return page::framed({std::string(kTitle.in(lang)) + " " + name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"},
                        header_part(in), answer + bars_part(in) + rules_table(in) + map_part(in) + why_part(in) + how_part(in),
                        page::provenance_part({scenario, none, provenance, lang}));
}

}  // namespace skranke
