// The analytic twin: simulated desks beside what queueing theory says of them.

#include <algorithm>
#include <cmath>

#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kTitle{"Kontroll mot køteori", "Kontroll mot køteori", "Check against queueing theory"};
constexpr Phrase kNote{
    "For noen bemanninger finnes det formler som regner ut ventetiden uten å simulere. Der begge gjelder, bør de si "
    "det samme, eller ulike av en grunn.",
    "For nokre bemanningar finst det formlar som reknar ut ventetida utan å simulere. Der begge gjeld, bør dei seie "
    "det same, eller ulikt av ein grunn.",
    "For some desks there are formulas that give the wait without simulating. Where both are valid they should say "
    "the same, or differ for a reason."};
constexpr Phrase kCounts{
    "{0} stemmer, {1} er forklart, {2} avviker av grunner formlene ikke har med, {3} bør undersøkes. "
    "For {4} gjelder ingen formel.",
    "{0} stemmer, {1} er forklarte, {2} avvik av grunnar formlane ikkje har med, {3} bør undersøkjast. "
    "For {4} gjeld ingen formel.",
    "{0} agree, {1} are explained, {2} differ for reasons that the formulas leave out, {3} should be "
    "looked into. For {4} no formula is valid."};
constexpr Phrase kShown{"Fellesfunksjoner og det som bør undersøkes", "Fellesfunksjonar og det som bør undersøkjast",
                        "Shared desks, and what should be looked into"};
constexpr Phrase kAll{"Alle bemanninger", "Alle bemanningar", "All desks"};
constexpr Phrase kDesk{"Funksjon", "Funksjon", "Desk"};
constexpr Phrase kFormula{"Formel", "Formel", "Formula"};
constexpr Phrase kWait{"Venting, simulert", "Venting, simulert", "Wait, simulated"};
constexpr Phrase kWaitBy{"etter formelen", "etter formelen", "by the formula"};
constexpr Phrase kGap{"Avvik", "Avvik", "Gap"};
constexpr Phrase kLeft{"Gikk: simulert / formel", "Gjekk: simulert / formel", "Left: simulated / formula"};
constexpr Phrase kOccupancy{"Utnyttelse: simulert / formel", "Utnytting: simulert / formel",
                            "Occupancy: simulated / formula"};
constexpr Phrase kVerdict{"Vurdering", "Vurdering", "Verdict"};

Phrase words_of(Formula formula) {
    switch (formula) {
        case Formula::erlang_a:
            return {"Erlang A", "Erlang A", "Erlang A"};
        case Formula::erlang_c:
            return {"Erlang C", "Erlang C", "Erlang C"};
        case Formula::limited_line:
            return {"Erlang C med begrenset plass", "Erlang C med avgrensa plass", "Erlang C with limited room"};
        case Formula::fluid:
            return {"Strøm uten tilfeldigheter", "Straum utan tilfelle", "Fluid, without chance"};
        case Formula::none:
            break;
    }
    return {kUnknown, kUnknown, kUnknown};
}

Phrase words_of(Cause cause) {
    static constexpr std::array<Phrase, kCauses> kWords{{
        {"lasten varierer gjennom dag og uke", "lasta varierer gjennom dag og veke",
         "load varies through day and week"},
        {"noen dager er travlere enn andre", "nokre dagar er travlare enn andre", "some days are busier than others"},
        {"prioritering", "prioritering", "priorities"},
        {"de samme folkene har flere oppgaver", "dei same folka har fleire oppgåver",
         "the same people have several tasks"},
        {"pauser og vakter", "pausar og vakter", "breaks and shifts"},
        {"hjelp fra andre og overtid", "hjelp frå andre og overtid", "help from others and overtime"},
        {"folk prøver igjen", "folk prøver igjen", "people try again"},
        {"samtalene varierer annerledes i lengde", "samtalane varierer annleis i lengd",
         "talks vary in length in another way"},
        {"tiltak underveis", "tiltak undervegs", "measures during the run"},
    }};
    return kWords[static_cast<std::size_t>(cause)];
}

Phrase words_of(NoFormula why) {
    switch (why) {
        case NoFormula::too_few_heads:
            return {"mindre enn én på jobb i snitt", "mindre enn éin på jobb i snitt",
                    "less than one at work on average"};
        case NoFormula::unsettled:
            return {"køen rekker ikke å falle til ro", "køen rekk ikkje å falle til ro",
                    "the line has no time to settle"};
        case NoFormula::short_pile:
            return {"kort bunke, netter og tilfeldigheter avgjør", "kort bunke, netter og tilfelle avgjer",
                    "a short pile, nights and chance rule"};
        case NoFormula::called_back:
            return {"folk legger på og blir ringt opp", "folk legg på og blir ringde opp",
                    "people hang up and are called back"};
        case NoFormula::nobody_comes:
            break;
    }
    return {"ingen kommer", "ingen kjem", "nobody comes"};
}

std::string list_of(const Causes& causes, Lang lang) {
    std::string out;
    for (std::size_t c = 0; c < kCauses; ++c)
        if (causes[c]) out += (out.empty() ? "" : "; ") + std::string(words_of(static_cast<Cause>(c)).in(lang));
    return out;
}

std::string verdict_words(const TwinCheck& check, Lang lang) {
    static constexpr std::array<Phrase, kTwinVerdicts> kWords{{
        {"Stemmer", "Stemmer", "Agrees"},
        {"Forklart: {0}", "Forklart: {0}", "Explained: {0}"},
        {"Avvik, kan skyldes: {0}", "Avvik, kan komme av: {0}", "Differs, may be due to: {0}"},
        {"Uforklart avvik, bør undersøkes", "Uforklart avvik, bør undersøkjast", "Unexplained gap, look into it"},
        {"Ingen gyldig formel: {0}", "Ingen gyldig formel: {0}", "No valid formula: {0}"},
    }};
    const std::string more =
        check.verdict == TwinVerdict::none ? words_of(check.twin.why_not).in(lang) : list_of(check.because, lang);
    return fill(kWords[static_cast<std::size_t>(check.verdict)].in(lang), {more});
}

/// Short waits to a tenth of a minute.
std::string wait_text(double minutes, Lang lang) {
    return minutes < 10 ? number(minutes, 1, lang) + " min" : short_duration(minutes, lang);
}

std::string wait_with_interval(const Estimate& wait, Lang lang) {
    if (!wait.valid) return kUnknown;
    const std::string mean = wait_text(wait.value, lang);
    if (!std::isfinite(wait.high)) return mean;
    return mean + " (" + wait_text(std::max(0.0, wait.low), lang) + "–" + wait_text(wait.high, lang) + ")";
}

/// "12 % / 14 %"
std::string two_shares(const Estimate& simulated, double formula, Lang lang) {
    return (simulated.valid ? percent(simulated.value, 1, lang) : kUnknown) + " / " + percent(formula, 1, lang);
}

std::string signed_gap(const Estimate& wait, double formula, Lang lang) {
    const double gap = wait.value - formula;
    return (gap < 0 ? "−" : "+") + wait_text(std::abs(gap), lang);
}

std::string row_of(const DeskSummary& desk, const TwinCheck& check) {
    const bool has_formula = check.verdict != TwinVerdict::none;
    const auto cell = [&](auto make) { return number_cell(has_formula ? spans_of(make) : kUnknown); };
    const TwinStep& step = check.shown;
    const bool is_shared = desk.site == desk.kind;
    const std::string name = spans_of([&](Lang l) { return desk_name(desk.kind, l); });
    return element("tr", "",
                   "<th scope=\"row\">" + (is_shared ? name : escaped(desk.site) + ": " + name) + "</th>" +
                       element("td", "long", spans_of([&](Lang l) { return verdict_words(check, l); })) +
                       number_cell(spans_of([&](Lang l) { return wait_with_interval(desk.wait_mean_min, l); })) +
                       cell([&](Lang l) { return wait_text(step.wait_min, l); }) +
                       cell([&](Lang l) { return signed_gap(desk.wait_mean_min, step.wait_min, l); }) +
                       cell([&](Lang l) { return two_shares(desk.left_share, step.left_share, l); }) +
                       cell([&](Lang l) { return two_shares(desk.occupancy, step.occupancy, l); }) +
                       text_cell(spans(words_of(check.twin.formula)))) +
           "\n";
}

bool is_used(const TwinCheck& check) {
    return check.verdict != TwinVerdict::none || check.twin.why_not != NoFormula::nobody_comes;
}

}  // namespace

std::string twin_part(const Input& in) {
    const auto& twins = in.summary.twins;
    std::array<std::size_t, kTwinVerdicts> counts{};
    std::string shown, all;
    for (std::size_t d = 0; d < twins.size(); ++d) {
        if (!is_used(twins[d])) continue;
        ++counts[static_cast<std::size_t>(twins[d].verdict)];
        const std::string row = row_of(in.summary.desks[d], twins[d]);
        const bool is_shared = d >= in.scenario.offices.size() * kOfficeDesks;
        if (is_shared || twins[d].verdict == TwinVerdict::flagged) shown += row;
        all += row;
    }
    if (all.empty()) return {};
    const std::string head = header_row(
        {{kDesk}, {kVerdict}, {kWait, "n"}, {kWaitBy, "n"}, {kGap, "n"}, {kLeft, "n"}, {kOccupancy, "n"}, {kFormula}});
    std::string out = "<h2 id=\"twin\">" + spans(kTitle) + "</h2>\n" + element("p", "soft", spans(kNote)) +
                      element("p", "", spans_of([&](Lang l) {
                                  return fill(kCounts.in(l), {std::to_string(counts[0]), std::to_string(counts[1]),
                                                              std::to_string(counts[2]), std::to_string(counts[3]),
                                                              std::to_string(counts[4])});
                              })) +
                      "\n";
    if (!shown.empty())
        out += "<details><summary>" + spans(kShown) + "</summary>" + table("twin-shown", spans(kShown), head, shown) +
               "</details>\n";
    if (has_sections(in.summary))
        out += "<details><summary>" + spans(kAll) + "</summary>" + table("twin-all", spans(kAll), head, all) +
               "</details>\n";
    return out;
}

}  // namespace skranke::page
