#include "engine/report/planning/stress_tables.hpp"

#include <algorithm>

#include "engine/report/csv_table.hpp"
#include "engine/report/planning/stress_words.hpp"
#include "engine/report/screen_table.hpp"

namespace skranke {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";
constexpr std::size_t kNameWidth = 34;

constexpr Phrase kPlace{"Sted", "Stad", "Place"};
constexpr Phrase kBreaksAt{"Ryker ved", "Ryk ved", "Breaks at"};
constexpr Phrase kInterval{"Intervall", "Intervall", "Interval"};
constexpr Phrase kRule{"Regel som ryker først", "Regel som ryk først", "Rule that breaks first"};
constexpr Phrase kBeforeHead{"Svak uten belastning", "Svak utan påkjenning", "Weak without stress"};
constexpr Phrase kTried{"Prøvd: {0}.", "Prøvd: {0}.", "Tried: {0}."};
constexpr Phrase kTogether{"Alle steder har samme belastning samtidig. Tall: ganger det vanlige.",
                           "Alle stader har same påkjenning samtidig. Tal: gonger det vanlege.",
                           "All places are under the same stress at the same time. Figures: times the usual."};

constexpr Phrase kOffices{"Kontor", "Kontor", "Offices"};
constexpr Phrase kHead{"Del av kravet", "Del av kravet", "Head"};
constexpr Phrase kRuleName{"Regel", "Regel", "Rule"};
constexpr Phrase kState{"Utfall", "Utfall", "Outcome"};
constexpr Phrase kEstimate{"Ryker ved (ganger det vanlige)", "Ryk ved (gonger det vanlege)", "Breaks at (times the usual)"};
constexpr Phrase kLow{"holder i alle fall ved", "held i alle fall ved", "holds at least at"};
constexpr Phrase kHigh{"brutt i alle fall ved", "brote i alle fall ved", "broken at least at"};
constexpr Phrase kFirst{"Først hos stedet", "Først hos staden", "First at the place"};
constexpr Phrase kLength{"Uker", "Veker", "Weeks"};
constexpr Phrase kAbsence{"Ekstra fravær (%)", "Ekstra fråvær (%)", "Added absence (%)"};
constexpr Phrase kContradicted{"Motsigelser", "Motseiingar", "Contradictions"};
constexpr Phrase kYes{"ja", "ja", "yes"};
constexpr Phrase kCaveat{"Modellresultat, ikke kontrollert mot målte ventetider. Belastningen er en antakelse.",
                         "Modellresultat, ikkje kontrollert mot målte ventetider. Påkjenninga er ei antaking.",
                         "Model output, not checked against measured waiting times. The stress is an assumption."};
constexpr std::array<Phrase, 4> kStates{{{"brutt uten belastning", "brote utan påkjenning", "broken without stress"},
                                         {"usikkert uten belastning", "usikkert utan påkjenning", "uncertain without stress"},
                                         {"ryker", "ryk", "breaks"},
                                         {"holder", "held", "holds"}}};

std::string padded(std::string text, std::size_t width) {
    const std::size_t taken = screen_width(text);
    return taken < width ? text + std::string(width - taken, ' ') : text + " ";
}

std::string shortened(std::string text, std::size_t width) {
    if (screen_width(text) <= width) return text;
    while (screen_width(text) >= width) {
        while ((static_cast<unsigned char>(text.back()) & 0xC0) == 0x80) text.pop_back();
        text.pop_back();
    }
    return text + "…";
}

std::string weak_rules(const RuleMargins& margins, Lang lang) {
    std::string names;
    for (std::size_t rule = 0; rule < kVerdictRules; ++rule)
        if (margins[rule].margin == Margin::broken_before || margins[rule].margin == Margin::uncertain_before)
            names += (names.empty() ? "" : ", ") + std::string(rule_name(rule).in(lang));
    return names;
}

std::string optional_number(const std::optional<double>& value) { return value ? csv_number(*value, 2) : std::string{}; }

std::string margin_fields(const RuleMargin& margin, Lang lang) {
    const bool breaks = margin.margin == Margin::breaks;
    return csv_field(kStates[static_cast<std::size_t>(margin.margin)].in(lang)) + ";" + (breaks ? csv_number(margin.height, 2) : std::string{}) + ";" +
           optional_number(margin.low) + ";" + optional_number(margin.high);
}

std::string place_fields(const PlanningPlace& place) { return kept_as_text(place.key) + ";" + csv_field(place.name); }

std::string rules_part(const Stress& stress, Lang lang) {
    std::string out = std::string(kOffices.in(lang)) + ";" + kPlace.in(lang) + ";" + kHead.in(lang) + ";" + kRuleName.in(lang) + ";" + kState.in(lang) + ";" +
                      csv_field(kEstimate.in(lang)) + ";" + kLow.in(lang) + ";" + kHigh.in(lang) + ";" + kFirst.in(lang) + ";" + kContradicted.in(lang) + kLineEnd;
    for (const std::size_t p : first_to_fall(stress))
        for (std::size_t rule = 0; rule < kVerdictRules; ++rule) {
            const RuleMargin& margin = stress.margins[p][rule];
            out += place_fields(stress.places[p]) + ";" + csv_field(words_of(head_of(rule)).in(lang)) + ";" + csv_field(rule_name(rule).in(lang)) + ";" +
                   margin_fields(margin, lang) + ";" + (stress.first[p].rule == rule ? kYes.in(lang) : "") + ";" +
                   (margin.contradicted ? kYes.in(lang) : "") + kLineEnd;
        }
    return out;
}

std::string map_rows(const Stress& stress, Lang lang) {
    std::string out = std::string(kOffices.in(lang)) + ";" + kPlace.in(lang) + ";" + kLength.in(lang) + ";" + kAbsence.in(lang) + ";" + kState.in(lang) + ";" +
                      csv_field(kEstimate.in(lang)) + ";" + kLow.in(lang) + ";" + kHigh.in(lang) + ";" + csv_field(kRule.in(lang)) + kLineEnd;
    for (const std::size_t p : first_to_fall(stress))
        for (const StressCell& cell : stress.map) {
            const FirstToBreak& first = cell.places[p];
            out += place_fields(stress.places[p]) + ";" + std::to_string(cell.weeks) + ";" + csv_number(100 * cell.absence, 0) + ";" +
                   margin_fields(first.margin, lang) + ";" + (first.rule ? csv_field(rule_name(*first.rule).in(lang)) : std::string{}) + kLineEnd;
        }
    return out;
}

}  // namespace

std::string stress_screen(const Scenario& scenario, const Stress& stress, Lang lang) {
    std::string out = finding(scenario, stress, lang) + "\n" + fill(kTried.in(lang), {load_words(scenario, stress.load, lang)}) + " " +
                      kTogether.in(lang) + "\n\n";
    out += padded(kPlace.in(lang), kNameWidth) + padded(kBreaksAt.in(lang), 17) + padded(kInterval.in(lang), 11) + padded(kRule.in(lang), 26) +
           kBeforeHead.in(lang) + "\n";
    for (const std::size_t p : first_to_fall(stress)) {
        const FirstToBreak& first = stress.first[p];
        std::string line = padded(shortened(stress.places[p].name, kNameWidth - 2), kNameWidth) + padded(margin_text(first.margin, stress.plan, lang), 17) +
                           padded(margin_interval(first.margin, stress.plan, lang), 11) +
                           padded(first.rule ? rule_name(*first.rule).in(lang) : "", 26) + weak_rules(stress.margins[p], lang);
        line.erase(line.find_last_not_of(' ') + 1);
        out += line + "\n";
    }
    return out;
}

std::string stress_csv(const Scenario& scenario, const Stress& stress, const Provenance& p, Lang lang) {
    std::string out = kByteOrderMark + rules_part(stress, lang) + kLineEnd;
    if (stress.map.size() > 1) out += map_rows(stress, lang) + kLineEnd;
    const auto row = [&out](const std::string& text) { out += csv_field("# " + text) + kLineEnd; };
    row(fill(kTried.in(lang), {load_words(scenario, stress.load, lang)}) + " " + kTogether.in(lang));
    row(kCaveat.in(lang));
    row("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")"));
    row("Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    row("Seed: " + std::to_string(p.seed) + ", replications: " + std::to_string(stress.replications));
    row("Fingerprint: " + hexadecimal(p.fingerprint));
    row(p.command);
    row(p.created);
    return out;
}

}  // namespace skranke
