#include "engine/report/planning/price_list/price_tables.hpp"

#include <array>
#include <cmath>

#include "engine/report/csv_table.hpp"
#include "engine/report/planning/price_list/price_words.hpp"

namespace skranke {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";
constexpr int kDecimals = 4;

constexpr std::array<Phrase, 7> kColumns{{
    {"Kontor", "Kontor", "Office"},
    {"Id", "Id", "Id"},
    {"Hva", "Kva", "What"},
    {"Tiltak", "Tiltak", "Measure"},
    {"Nøkkel", "Nøkkel", "Key"},
    {"Dose", "Dose", "Dose"},
    {"Virkning", "Verknad", "Effect"},
}};
constexpr std::array<Phrase, 9> kNumbers{{
    {"Flere når noen i tide", "Fleire når nokon i tide", "More reach someone in time"},
    {"Kroner i alt", "Kroner i alt", "NOK in all"},
    {"Kroner per person", "Kroner per person", "NOK per person"},
    {"Siste dose: flere", "Siste dose: fleire", "Last dose: more"},
    {"Siste dose: kroner per person", "Siste dose: kroner per person", "Last dose: NOK per person"},
    {"Flere akutte behov i tide", "Fleire akutte behov i tide", "More urgent needs in time"},
    {"Udekte behov", "Udekte behov", "Unmet needs"},
    {"Gap til sårbare", "Gap til sårbare", "Gap to vulnerable people"},
    {"Flere krav holdt", "Fleire krav haldne", "More rules kept"},
}};
constexpr std::array<Phrase, 2> kAllRules{{{"Alle krav holdt uten", "Alle krav haldne utan", "All rules kept without"},
                                           {"Alle krav holdt med", "Alle krav haldne med", "All rules kept with"}}};
constexpr std::array<Phrase, 2> kEnds{{{"{0}, lav", "{0}, låg", "{0}, low"}, {"{0}, høy", "{0}, høg", "{0}, high"}}};
constexpr Phrase kAlone{"alene", "åleine", "alone"};
constexpr Phrase kStep{"steg {0}, nye mennesker", "steg {0}, nye menneske", "step {0}, new people"};
constexpr std::array<Phrase, 3> kFindings{{{"flere", "fleire", "more"}, {"ikke sikker", "ikkje sikker", "not certain"}, {"færre", "færre", "fewer"}}};
constexpr Phrase kCaveat{"Modellresultat; priser er forutsetninger. Alle kontorer tar tiltaket samtidig.", "Modellresultat; prisar er føresetnader. Alle kontor tek tiltaket samtidig.",
                         "Model output; prices are assumptions. All offices take a measure at the same time."};
constexpr Phrase kPlaceLine{"{0}: {1}\n", "{0}: {1}\n", "{0}: {1}\n"};
constexpr Phrase kSequenceLine{"  {0}\n", "  {0}\n", "  {0}\n"};

std::string estimate_cells(const Estimate& e) {
    std::string cells;
    for (const double value : {e.value, e.low, e.high}) cells += ";" + (e.valid ? csv_number(value, kDecimals) : std::string{});
    return cells;
}

std::string head_row(Lang lang) {
    std::string row;
    for (const Phrase& column : kColumns) row += (row.empty() ? "" : ";") + csv_field(column.in(lang));
    for (const Phrase& column : kNumbers) {
        row += ";" + csv_field(column.in(lang));
        for (const Phrase& end : kEnds) row += ";" + csv_field(fill(end.in(lang), {column.in(lang)}));
    }
    for (const Phrase& column : kAllRules) row += ";" + csv_field(column.in(lang));
    return row + kLineEnd;
}

struct Row {
    const PlacePrices& place;
    std::string what;
    Pick pick;
    const Effect& effect;
    const Effect& marginal;
};

std::string row_of(const PricedArea& area, const Row& row, Lang lang) {
    const OfficeMeasure& measure = area.catalogue[row.pick.measure];
    const Effect& e = row.effect;
    std::string text = csv_field(place_name(row.place, lang)) + ";" + kept_as_text(row.place.key) + ";" + csv_field(row.what) + ";" +
                       csv_field(measure_name(area, row.pick, lang)) + ";" + csv_field(measure.key) + ";" + std::to_string(row.pick.dose + 1) + ";" +
                       kFindings[static_cast<std::size_t>(e.sign())].in(lang);
    for (const Estimate* number : {&e.reached, &e.cost, &e.per_person, &row.marginal.reached, &row.marginal.per_person, &e.urgent, &e.unmet, &e.gap, &e.rules})
        text += estimate_cells(*number);
    for (const ShareEstimate* share : {&e.all_kept_without, &e.all_kept_with}) text += ";" + csv_number(share->value(), kDecimals);
    return text + kLineEnd;
}

std::string place_lines(const PricedArea& area, const PlacePrices& place, Lang lang) {
    std::string out = fill(kPlaceLine.in(lang), {place_name(place, lang), main_finding(area, place, lang)});
    if (const std::string urgent = urgent_words(area, place, lang); !urgent.empty()) out += fill(kSequenceLine.in(lang), {urgent});
    if (!place.sequence.empty()) out += fill(kSequenceLine.in(lang), {sequence_words(area, place, lang)});
    return out;
}

}  // namespace

std::string price_screen(const PricedArea& area, Lang lang) {
    std::string out = place_lines(area, area.places[first_shown(area)], lang);
    if (first_shown(area) > 0) return out;
    for (const std::size_t p : cheapest_first(area))
        out += fill(kPlaceLine.in(lang), {place_name(area.places[p], lang), cheapest_words(area, area.places[p], lang)});
    return out;
}

std::string price_csv(const PricedArea& area, const Provenance& p, Lang lang) {
    std::string out = kByteOrderMark + head_row(lang);
    for (const PlacePrices& place : area.places) {
        for (const PricedMeasure& measure : place.list)
            for (const PricedDose& dose : measure.doses)
                out += row_of(area, {place, kAlone.in(lang), {measure.measure, dose.dose}, dose.effect, dose.marginal}, lang);
        if (place.key.empty()) continue;
        for (std::size_t step = 0; step < place.sequence.size(); ++step) {
            const TakenStep& taken = place.sequence[step];
            out += row_of(area, {place, fill(kStep.in(lang), {std::to_string(step + 1)}), taken.pick, taken.in_all, taken.on_top}, lang);
        }
    }
    out += kLineEnd;
    const auto row = [&out](const std::string& text) { out += csv_field("# " + text) + kLineEnd; };
    row(kCaveat.in(lang));
    row("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")"));
    row("Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    row("Seed: " + std::to_string(p.seed) + ", replications: " + std::to_string(area.replications));
    row("Fingerprint: " + hexadecimal(p.fingerprint));
    row(p.command);
    row(p.created);
    return out;
}

}  // namespace skranke
