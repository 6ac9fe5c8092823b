#include "engine/report/sweep/sweep_page.hpp"

#include <algorithm>
#include <cmath>

#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/sweep/effect_table.hpp"
#include "engine/report/sweep/tornado.hpp"

namespace skranke {
namespace {

constexpr std::size_t kMostRows = 12;

constexpr Phrase kTitle{"Hva avhenger svaret av?", "Kva avheng svaret av?", "What does the answer depend on?"};
constexpr Phrase kFacts{"{0} forutsetninger · {1} · {2} punkter med {3} forløp hver, alltid med de samme menneskene",
                        "{0} føresetnader · {1} · {2} punkt med {3} forløp kvart, alltid med dei same menneska",
                        "{0} assumptions · {1} · {2} points of {3} runs each, always with the same people"};
constexpr Phrase kCaveat{
    "Mange tall i scenarioet er det ingen som har målt. Her er de prøvd med andre verdier som like gjerne kunne vært sanne. Det sier hva modellen er "
    "følsom for, ikke hva som er sant.",
    "Mange tal i scenarioet er det ingen som har målt. Her er dei prøvde med andre verdiar som like gjerne kunne vore sanne. Det seier kva modellen er "
    "følsam for, ikkje kva som er sant.",
    "Many numbers of the scenario have been measured by nobody. Here they are tried with other values that might as well be true. That says what "
    "the model is sensitive to, not what is true."};
constexpr Phrase kPicture{"Hva som flytter {0}", "Kva som flyttar {0}", "What moves {0}"};
constexpr std::array<Phrase, kMethods> kHowToRead{{
    {"Hver linje er én forutsetning, flyttet alene fra sin lave verdi (lys stolpe) til sin høye (mørk stolpe). Svaret går mellom endene. Streken i enden av "
     "en stolpe er hva tilfeldigheter kan gjøre (95 % intervall for endringen). Flyttes flere samtidig, kan de gjøre mer eller mindre sammen.",
     "Kvar linje er éin føresetnad, flytta åleine frå den låge verdien (lys stolpe) til den høge (mørk stolpe). Svaret går mellom endane. Streken i enden av "
     "ein stolpe er kva tilfeldigheiter kan gjere (95 % intervall for endringa). Blir fleire flytte samtidig, kan dei gjere meir eller mindre saman.",
     "Each line is one assumption, moved alone from its low value (light bar) to its high one (dark bar). The answer goes from end to end. The line at the end "
     "of a bar is what chance may do (95% interval of the change). Several moved at once may do more or less together."},
    {"Alle kombinasjoner av verdiene er spilt. Prikken sier hvor tett svaret følger forutsetningen, fra −1 til 1.",
     "Alle kombinasjonar av verdiane er spelte. Prikken seier kor tett svaret følgjer føresetnaden, frå −1 til 1.",
     "All combinations of the values were played. The dot says how closely the answer follows the assumption, from −1 to 1."},
    {"Forutsetningene varierer samtidig. Prikken sier hvor tett svaret følger hver av dem, fra −1 til 1, streken er 95 % intervall.",
     "Føresetnadene varierer samtidig. Prikken seier kor tett svaret følgjer kvar av dei, frå −1 til 1, streken er 95 % intervall.",
     "The assumptions vary together. The dot says how closely the answer follows each of them, from −1 to 1, the line is a 95% interval."},
    {"Forutsetningene varierer samtidig. Prikken sier hvor tett svaret følger hver av dem, fra −1 til 1, streken er 95 % intervall.",
     "Føresetnadene varierer samtidig. Prikken seier kor tett svaret følgjer kvar av dei, frå −1 til 1, streken er 95 % intervall.",
     "The assumptions vary together. The dot says how closely the answer follows each of them, from −1 to 1, the line is a 95% interval."},
    {"Prikken er hvor mye en forutsetning flytter svaret over hele spennet sitt, i snitt over mange kombinasjoner av de andre (µ*, med 95 % intervall). "
     "Firkanten (σ) sier hvor mye det avhenger av de andre: langt til høyre betyr samspill eller krumning.",
     "Prikken er kor mykje ein føresetnad flyttar svaret over heile spennet sitt, i snitt over mange kombinasjonar av dei andre (µ*, med 95 % intervall). "
     "Firkanten (σ) seier kor mykje det avheng av dei andre: langt til høgre tyder samspel eller krumming.",
     "The dot is how far an assumption moves the answer over its whole range, on average over many combinations of the others (µ*, with its 95% interval). "
     "The square (σ) says how much that depends on the others: far to the right means interaction or bends."},
    {"Prikken er hvor stor del av variasjonen i svaret som har med forutsetningen å gjøre, også i samspill med andre (med 95 % intervall). Firkanten er delen "
     "den står for alene.",
     "Prikken er kor stor del av variasjonen i svaret som har med føresetnaden å gjere, også i samspel med andre (med 95 % intervall). Firkanten er delen "
     "han står for åleine.",
     "The dot is the share of the answer's variation that has to do with the assumption, also together with others (with its 95% interval). The square is the "
     "share that it has alone."},
}};
constexpr Phrase kAsWritten{"som i scenarioet: {0}", "som i scenarioet: {0}", "as in the scenario: {0}"};
constexpr Phrase kRest{"De {0} andre flytter svaret mindre; de står i tabellen.", "Dei {0} andre flyttar svaret mindre; dei står i tabellen.",
                       "The {0} others move it less; they are in the table."};
constexpr Phrase kSameAsTable{"Det samme som tabell", "Det same som tabell", "The same as a table"};
constexpr Phrase kAssumption{"Forutsetning", "Føresetnad", "Assumption"};
constexpr Phrase kWritten{"I scenarioet", "I scenarioet", "In the scenario"};
constexpr Phrase kRange{"Prøvd fra–til", "Prøvd frå–til", "Tried from–to"};
constexpr Phrase kBasis{"Grunnlag", "Grunnlag", "Basis"};
constexpr Phrase kWhy{"Forfatterens begrunnelse", "Grunngivinga til forfattaren", "The author's reason"};
constexpr Phrase kOthers{"De andre svarene", "Dei andre svara", "The other answers"};
constexpr Phrase kLeftOut{"Merket, men ikke variert", "Merkt, men ikkje variert", "Marked, but not varied"};
constexpr Phrase kKey{"Nøkkel i scenarioet", "Nøkkel i scenarioet", "Key in the scenario"};
constexpr Phrase kWhyNot{"Hvorfor ikke", "Kvifor ikkje", "Why not"};

struct Page {
    const Scenario& scenario;
    const Sweep& sweep;
    const Provenance& provenance;
};

/// A share of variance as it can be; estimates may fall outside.
Estimate within_whole(const Estimate& e) {
    return {std::clamp(e.value, 0.0, 1.0), std::clamp(e.low, 0.0, 1.0), std::clamp(e.high, 0.0, 1.0), e.valid};
}

Estimate moved(double base, const Estimate& change) { return {base + change.value, base + change.low, base + change.high, change.valid}; }

std::string tornado_of(const Page& in, const Effects& effects, const std::string& caption_id) {
    const Measure measure = effects.measure;
    const double base = in.sweep.responses_of(effects.place, measure).estimate(0).value;
    Tornado chart{caption_id, base, Text::of([&](Lang l) { return fill(kAsWritten.in(l), {answer_text(measure, base, l)}); }), {},
                  [measure](double value, Lang l) { return answer_text(measure, value, l); }};
    for (std::size_t i = 0; i < std::min(kMostRows, effects.order.size()); ++i) {
        const std::size_t f = effects.order[i];
        const Factor& factor = in.sweep.factors[f];
        const auto end = [&](double value, const Estimate& change) {
            const Estimate answer = moved(base, change);
            const double shown = answer.valid ? answer.value : std::nan("");
            return TornadoEnd{answer, Text::of([&](Lang l) { return factor_value(factor, value, l) + ": " + answer_text(measure, shown, l); })};
        };
        chart.rows.push_back({factor_name(in.scenario, factor), end(factor.low, effects.ends[f].low), end(factor.high, effects.ends[f].high)});
    }
    return tornado(chart);
}

/// What the dot and the square of a factor stand for.
void set_marks(MarkRow& row, const Effects& effects, std::size_t f) {
    if (!effects.elementary.empty()) {
        const double deviation = effects.elementary[f].deviation;
        row.first = effects.elementary[f].mean_absolute;
        row.first.low = std::max(0.0, row.first.low);
        row.second = {deviation, deviation, deviation, true};
    } else if (!effects.indices.empty()) {
        row.first = within_whole(effects.indices[f].total);
        row.second = within_whole(effects.indices[f].first);
    } else {
        row.first = effects.correlations[f];
    }
}

std::string marks_of(const Page& in, const Effects& effects, const std::string& caption_id) {
    MarkChart chart{caption_id, {}, [&](double value, Lang l) {
                        if (!effects.indices.empty()) return percent(value, 0, l);
                        if (!effects.correlations.empty()) return number(value, 1, l);
                        return bare_size(effects.measure, value, l);
                    }};
    for (std::size_t i = 0; i < std::min(kMostRows, effects.order.size()); ++i) {
        const std::size_t f = effects.order[i];
        MarkRow row{factor_name(in.scenario, in.sweep.factors[f]), {}, {},
                    Text::of([&](Lang l) { return effect_size(effects, f, Rounding::nearest, l); })};
        set_marks(row, effects, f);
        chart.rows.push_back(std::move(row));
    }
    return mark_chart(chart);
}

std::string figure(const Page& in, const Effects& effects, const std::string& id) {
    std::string caption = element("b", "", spans_of([&](Lang l) { return fill(kPicture.in(l), {words_of(effects.measure).in(l)}); })) + "<br>" +
                          spans(kHowToRead[static_cast<std::size_t>(in.sweep.design.method)]);
    const std::size_t rest = effects.order.size() - std::min(kMostRows, effects.order.size());
    if (rest > 0) caption += " " + spans_of([&](Lang l) { return fill(kRest.in(l), {std::to_string(rest)}); });
    return "<figure><figcaption id=\"" + id + "\">" + caption + "</figcaption><div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-labelledby=\"" +
           id + "\">" + (effects.ends.empty() ? marks_of(in, effects, id) : tornado_of(in, effects, id)) + "</div></figure>\n";
}

std::string head_of_table(const std::vector<EffectColumn>& columns, bool ends_are_columns) {
    const auto column = [](const Phrase& name, const char* css) {
        return std::string("<th scope=\"col\"") + (*css == '\0' ? "" : std::string(" class=\"") + css + "\"") + ">" + spans(name) + "</th>";
    };
    std::string cells = column(kAssumption, "") + column(kWritten, "n");
    if (!ends_are_columns) cells += column(kRange, "n");
    for (const EffectColumn& c : columns) cells += column(c.name, "n");
    return "<thead><tr>" + cells + column(kBasis, "") + column(kWhy, "") + "</tr></thead>\n";
}

std::string effects_table(const Page& in, const Effects& effects, const std::string& id) {
    const std::vector<EffectColumn> columns = effect_columns(in.sweep, effects, Intervals::shown);
    const bool ends_are_columns = !effects.ends.empty();
    std::string rows;
    for (const std::size_t f : effects.order) {
        const Factor& factor = in.sweep.factors[f];
        std::string cells = "<th scope=\"row\">" + spans(factor_name(in.scenario, factor)) + element("span", "i", element("code", "", escaped(factor.key))) +
                            "</th>" + number_cell(spans_of([&](Lang l) { return factor_value(factor, factor.value, l); }));
        if (!ends_are_columns)
            cells += number_cell(spans_of([&](Lang l) { return factor_value(factor, factor.low, l) + "–" + factor_value(factor, factor.high, l); }));
        for (const EffectColumn& column : columns) cells += number_cell(spans_of([&](Lang l) { return column.cell(f, l); }));
        const std::string why = factor.why.empty() ? factor.meaning : factor.why;
        rows += element("tr", "", cells + text_cell(spans(basis_name(factor.basis))) + element("td", "long", escaped(why))) + "\n";
    }
    return "<details><summary>" + spans(kSameAsTable) + "</summary>" +
           table(id, spans_of([&](Lang l) { return fill(kPicture.in(l), {words_of(effects.measure).in(l)}); }),
                 head_of_table(columns, ends_are_columns), rows) +
           "</details>\n";
}

std::string place_part(const Page& in, std::size_t place) {
    const Effects effects = effects_of(in.sweep, place, in.sweep.shown);
    const std::string id = place == 0 ? "answer" : "place" + std::to_string(place);
    std::string out = "<h2 id=\"" + id + "\">" +
                      spans_of([&](Lang l) { return name_of(in.scenario, in.sweep.places[place], l) + ": " + words_of(in.sweep.shown).in(l); }) + "</h2>\n";
    out += element("p", "lead", spans_of([&](Lang l) { return main_finding(in.scenario, in.sweep, effects, l); }));
    out += element("p", "", spans_of([&](Lang l) { return noise_sentence(in.sweep, place, l) + seen_sentence(in.sweep, effects, l); }));
    if (!input_sentence(in.sweep, place, Lang::nb).empty())
        out += element("p", "", spans_of([&](Lang l) { return input_sentence(in.sweep, place, l); }));
    return out + "\n" + figure(in, effects, id + "-picture") + effects_table(in, effects, id + "-table");
}

std::string others_part(const Page& in) {
    std::string items;
    for (std::size_t m = 0; m < kMeasures; ++m) {
        const auto measure = static_cast<Measure>(m);
        if (measure == in.sweep.shown || !in.sweep.responses_of(0, measure).estimate(0).valid) continue;
        const Effects effects = effects_of(in.sweep, 0, measure);
        items += element("dt", "", spans(words_of(measure))) +
                 element("dd", "", spans_of([&](Lang l) { return main_finding(in.scenario, in.sweep, effects, l); }));
    }
    return "<h2 id=\"others\">" + spans(kOthers) + "</h2>\n" + element("dl", "", items) + "\n";
}

std::string left_out_part(const Page& in) {
    if (in.sweep.left_out.empty()) return "";
    std::string rows;
    for (const LeftOut& l : in.sweep.left_out)
        rows += element("tr", "", "<th scope=\"row\"><code>" + escaped(l.key) + "</code></th>" + element("td", "long", escaped(l.why))) + "\n";
    return "<h2 id=\"left-out\">" + spans(kLeftOut) + "</h2>\n" + table("left-out-table", spans(kLeftOut), header_row({{kKey}, {kWhyNot}}), rows);
}

std::string header_part(const Page& in) {
    return element("p", "brand", "Skranke") + element("h1", "", spans(kTitle)) +
           element("p", "question", spans_of([&](Lang l) { return name_of(in.scenario.title, in.scenario.name, l); })) +
           element("p", "soft", spans_of([&](Lang l) {
                       return fill(kFacts.in(l), {std::to_string(in.sweep.factors.size()), words_of(in.sweep.design.method).in(l),
                                                  number(static_cast<double>(in.sweep.design.points()), 0, l), std::to_string(in.sweep.replications)});
                   })) +
           element("p", "caveat", spans(kCaveat));
}

}  // namespace

std::string sweep_page(const Scenario& scenario, const Sweep& sweep, const Provenance& provenance, Lang lang) {
    const Page in{scenario, sweep, provenance};
    std::string main;
    for (std::size_t p = 0; p < sweep.places.size(); ++p) main += place_part(in, p);
    main += others_part(in) + left_out_part(in);
    const Summary none;
    return page::framed({std::string(kTitle.in(lang)) + " " + name_of(scenario.title, scenario.name, lang), provenance.version, lang, "answer"},
                        header_part(in), main, page::provenance_part({scenario, none, provenance, lang}));
}

}  // namespace skranke
