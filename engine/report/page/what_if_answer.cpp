// What the section "What if?" answers with: two plans beside each other, in words, numbers and a picture. The script fills it in.

#include <nlohmann/json.hpp>

#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/scenario/names.hpp"

namespace skranke::page {
namespace {

using nlohmann::json;

constexpr Phrase kCopy{"Kopier kommandoen", "Kopier kommandoen", "Copy the command"};
constexpr Phrase kCommand{"Plan B på kommandolinjen", "Plan B på kommandolinja", "Plan B on the command line"};
constexpr Phrase kCaption{"Plan A og plan B", "Plan A og plan B", "Plan A and plan B"};
constexpr Phrase kPlanA{"Plan A", "Plan A", "Plan A"};
constexpr Phrase kPlanB{"Plan B", "Plan B", "Plan B"};
constexpr Phrase kChange{"Forskjell, prosentpoeng", "Skilnad, prosentpoeng", "Difference, points"};
constexpr Phrase kShare{"Andel", "Del", "Share"};
constexpr Phrase kHolds{"{0}: reglene holder", "{0}: reglane held", "{0}: the rules hold"};
constexpr Phrase kFingerprint{"Fingeravtrykk av forløpene i plan B:", "Fingeravtrykk av forløpa i plan B:", "Fingerprint of the runs of plan B:"};
constexpr Phrase kOpenCases{"Åpne saker ved lokale tjenester i begge planer", "Opne saker ved lokale tenester i begge planane",
                            "Open cases of local services in both plans"};
constexpr Phrase kBandKey{"Linjen er det midterste forløpet ved ukens slutt; feltet rommer 8 av 10 forløp.",
                          "Linja er det midtarste forløpet ved slutten av veka; feltet rommar 8 av 10 forløp.",
                          "The line is the middle run at the week's end; the field holds 8 in 10 runs."};
constexpr Phrase kFormulas{"Regnet, ikke simulert: formlene i tall", "Rekna, ikkje simulert: formlane i tal",
                           "Reckoned, not simulated: the formulas in numbers"};
constexpr Phrase kFormulasNote{
    "Køteori regner ut med en gang hvor mye arbeid det er per arbeidstid, og ventetiden der en formel gjelder, ut fra forløpene av plan A. Formlene ser "
    "ikke dem som prøver igjen, dokumenter, prioriteringer, hjelp mellom funksjonene eller tiltak underveis. Det gjør simuleringen.",
    "Køteori reknar ut med ein gong kor mykje arbeid det er per arbeidstid, og ventetida der ein formel gjeld, ut frå forløpa av plan A. Formlane ser "
    "ikkje dei som prøver igjen, dokument, prioriteringar, hjelp mellom funksjonane eller tiltak undervegs. Det gjer simuleringa.",
    "Queueing theory reckons at once how much work there is to working time, and the wait where a formula is valid, from the runs of plan A. The formulas "
    "do not see people who try again, documents, priorities, help between desks or measures on the way. The simulation does."};
constexpr Phrase kDesk{"Funksjon", "Funksjon", "Desk"};
constexpr Phrase kLoad{"{0}: arbeid av arbeidstiden", "{0}: arbeid av arbeidstida", "{0}: work of working time"};
constexpr Phrase kWait{"{0}: venting i snitt", "{0}: venting i snitt", "{0}: mean wait"};
constexpr Phrase kAsTable{"Tallene som tabell", "Tala som tabell", "The numbers as a table"};
constexpr Phrase kWeek{"Uke", "Veke", "Week"};
constexpr Phrase kLow{"{0}: 10 % har færre", "{0}: 10 % har færre", "{0}: 10% have fewer"};
constexpr Phrase kMiddle{"{0}: midten", "{0}: midten", "{0}: middle"};
constexpr Phrase kHigh{"{0}: 10 % har flere", "{0}: 10 % har fleire", "{0}: 10% have more"};

// What the script says; {0} ... are filled in there.
struct Said {
    const char* key;
    Phrase phrase;
};
constexpr Said kSaid[] = {
    {"starting", {"Motoren starter …", "Motoren startar …", "The engine is starting …"}},
    {"playing", {"Spiller forløp {0} av {1} …", "Spelar forløp {0} av {1} …", "Playing run {0} of {1} …"}},
    {"stopped", {"Stoppet etter {0} forløp.", "Stoppa etter {0} forløp.", "Stopped, runs: {0}."}},
    {"same", {"{0}, slik det er: {1} av behovene blir ikke dekket ({2} forløp).", "{0}, slik det er: {1} av behova blir ikkje dekte ({2} forløp).",
              "{0}, as it is: {1} of the needs go unmet (runs: {2})."}},
    {"same_kept", {"{0}, plan A som du har beholdt: {1} av behovene blir ikke dekket ({2} forløp).",
                   "{0}, plan A som du har teke vare på: {1} av behova blir ikkje dekte ({2} forløp).",
                   "{0}, plan A that you kept: {1} of the needs go unmet (runs: {2})."}},
    {"changed", {"{0}, med endringen: {1} av behovene blir ikke dekket, mot {2} slik det er ({3} forløp).",
                 "{0}, med endringa: {1} av behova blir ikkje dekte, mot {2} slik det er ({3} forløp).",
                 "{0}, with the change: {1} of the needs go unmet, against {2} as it is (runs: {3})."}},
    {"changed_kept", {"{0}, plan B: {1} av behovene blir ikke dekket, mot {2} i plan A ({3} forløp).",
                      "{0}, plan B: {1} av behova blir ikkje dekte, mot {2} i plan A ({3} forløp).",
                      "{0}, plan B: {1} of the needs go unmet, against {2} in plan A (runs: {3})."}},
    {"better", {"Færre blir uten hjelp.", "Færre blir utan hjelp.", "Fewer go without help."}},
    {"worse", {"Flere blir uten hjelp.", "Fleire blir utan hjelp.", "More go without help."}},
    {"unclear", {"Forskjellen er så liten at den kan være tilfeldig.", "Skilnaden er så liten at han kan vere tilfeldig.",
                 "The difference is so small that it may be chance."}},
    {"copied", {"Kopiert.", "Kopiert.", "Copied."}},
    {"failed", {"Det gikk ikke: {0}", "Det gjekk ikkje: {0}", "That did not work: {0}"}},
    {"plan_a", {"Plan A: slik det er", "Plan A: slik det er", "Plan A: as it is"}},
    {"plan_a_kept", {"Plan A: den du beholdt", "Plan A: den du tok vare på", "Plan A: the one you kept"}},
    {"plan_b", {"Plan B: med endringen", "Plan B: med endringa", "Plan B: with the change"}},
    {"week", {"uke", "veke", "week"}},
    {"reckoned", {"Regnet, ikke simulert: {0} har arbeid til {1} av tiden, mot {2} i plan A.",
                  "Rekna, ikkje simulert: {0} har arbeid til {1} av tida, mot {2} i plan A.",
                  "Reckoned, not simulated: {0} has work for {1} of its time, against {2} in plan A."}},
    {"reckoned_same", {"Regnet, ikke simulert: formlene ser ingen forskjell på arbeidsmengden.",
                       "Rekna, ikkje simulert: formlane ser ingen skilnad på arbeidsmengda.",
                       "Reckoned, not simulated: the formulas see no difference in the amount of work."}},
    {"minutes", {"{0} min", "{0} min", "{0} min"}},
    {"hours", {"{0} t", "{0} t", "{0} h"}},
    {"days", {"{0} døgn", "{0} døgn", "{0} days"}},
};

/// Desks that formulas tell of: those of the offices, and who answers the phone.
constexpr std::size_t kToldDesks = kOfficeDesks + 1;

ColumnName of_plan(const Phrase& words, const Phrase& plan) {
    return {Text::of([&](Lang l) { return fill(words.in(l), {plan.in(l)}); }), "n"};
}

std::string rows_of_shares() {
    std::string rows;
    const auto row = [&](const char* key, const std::string& name) {
        rows += std::string("<tr data-row=\"") + key + "\"><th scope=\"row\">" + name + "</th><td></td><td></td><td></td></tr>\n";
    };
    row("unmet", spans(words::kUnmet));
    row("on_time", spans(words::kOnTime));
    for (const Head head : {Head::available, Head::handled, Head::sufficient})
        row(key_of(head), spans_of([&](Lang l) { return fill(kHolds.in(l), {words_of(head).in(l)}); }));
    return rows;
}

/// Open cases by week: an empty picture and its empty table.
std::string weeks_of_plans() {
    const std::string caption = element("b", "", spans(kOpenCases)) + "<br>" + spans(kBandKey);
    return "<div id=\"w-weeks\" hidden>\n<figure><figcaption id=\"w-weeks-name\">" + caption +
           "</figcaption><svg class=\"chart plans\" role=\"img\" aria-labelledby=\"w-weeks-name\" viewBox=\"0 0 560 300\"><g></g></svg></figure>\n"
           "<details><summary>" + spans(kAsTable) + "</summary>" +
           table("w-weeks-table", spans(kOpenCases),
                 header_row({{kWeek}, of_plan(kLow, kPlanA), of_plan(kMiddle, kPlanA), of_plan(kHigh, kPlanA), of_plan(kLow, kPlanB),
                             of_plan(kMiddle, kPlanB), of_plan(kHigh, kPlanB)}),
                 "") +
           "</details>\n</div>\n";
}

/// What formulas say before the simulation does.
std::string formulas() {
    std::string rows;
    for (std::size_t desk = 0; desk < kToldDesks; ++desk)
        rows += std::string("<tr data-row=\"") + kDeskKeys[desk] + "\"><th scope=\"row\">" + spans_of([&](Lang l) { return desk_name(kDeskKeys[desk], l); }) +
                "</th><td></td><td></td><td></td><td></td></tr>\n";
    return "<details id=\"w-formulas\" hidden><summary>" + spans(kFormulas) + "</summary>\n" + element("p", "soft", spans(kFormulasNote)) +
           table("w-formulas-table", spans(kFormulas),
                 header_row({{kDesk}, of_plan(kLoad, kPlanA), of_plan(kLoad, kPlanB), of_plan(kWait, kPlanA), of_plan(kWait, kPlanB)}), rows) +
           "</details>\n";
}

}  // namespace

std::string what_if_words() {
    json words = json::object();
    for (const Lang l : kLangs)
        for (const Said& said : kSaid) words[key_of(l)][said.key] = said.phrase.in(l);
    for (const Lang l : kLangs)
        for (std::size_t desk = 0; desk < kToldDesks; ++desk) words[key_of(l)][kDeskKeys[desk]] = desk_name(kDeskKeys[desk], l);
    constexpr int kOneLine = -1;
    return words.dump(kOneLine, ' ', true);
}

std::string what_if_answer() {
    std::string answer = "<p id=\"w-state\" class=\"soft\"></p>\n<progress id=\"w-progress\" aria-labelledby=\"w-state\" value=\"0\" max=\"1\"></progress>\n"
                         "<div class=\"says\"><p id=\"w-reckoned\" class=\"lead reckoned\" hidden></p>\n"
                         "<p id=\"w-said\" class=\"lead\" role=\"status\" aria-live=\"polite\"></p></div>\n" + formulas();
    answer += table("w-table", spans(kCaption), header_row({{kShare, ""}, {kPlanA, "n"}, {kPlanB, "n"}, {kChange, "n"}}), rows_of_shares());
    answer += weeks_of_plans();
    return answer + "<p class=\"soft\">" + spans(kFingerprint) + " <code id=\"w-fingerprint\"></code></p>\n<h3 id=\"w-command-name\">" + spans(kCommand) +
           "</h3>\n<p><code id=\"w-command\" aria-labelledby=\"w-command-name\"></code></p>\n<p><button type=\"button\" id=\"w-copy\">" + spans(kCopy) +
           "</button></p>\n";
}

}  // namespace skranke::page
