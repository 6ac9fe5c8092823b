#include "engine/report/sweep/sweep_tables.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "engine/report/columns.hpp"
#include "engine/report/csv_table.hpp"
#include "engine/report/sweep/effect_table.hpp"
#include "engine/report/sweep/sweep_words.hpp"

namespace skranke {
namespace {

constexpr std::size_t kMostNameWidth = 58;
constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";

constexpr Phrase kHead{"{0}: {1} ({2}, {3} punkter med {4} forløp hver)", "{0}: {1} ({2}, {3} punkt med {4} forløp kvart)",
                       "{0}: {1} ({2}, {3} points of {4} runs each)"};
constexpr Phrase kAssumption{"Forutsetning", "Føresetnad", "Assumption"};
constexpr Phrase kMore{"... og {0} til, alle i rapporten.", "... og {0} til, alle i rapporten.", "... and {0} more, all in the report."};
constexpr Phrase kLeftOutCount{"Merkede tall som ikke kunne varieres: {0}. Rapporten sier hvilke.", "Merkte tal som ikkje kunne varierast: {0}. Rapporten seier kva for nokre.",
                               "Marked numbers that could not be varied: {0}. The report says which."};
constexpr Phrase kPoint{"Punkt", "Punkt", "Point"};
constexpr Phrase kKey{"Nøkkel", "Nøkkel", "Key"};
constexpr Phrase kValue{"Verdi", "Verdi", "Value"};
constexpr Phrase kLow{"lav", "låg", "low"};
constexpr Phrase kHigh{"høy", "høg", "high"};
constexpr Phrase kCaveat{"Modellresultat, ikke kontrollert mot målte ventetider. Andeler fra 0 til 1, tider i minutter.",
                         "Modellresultat, ikkje kontrollert mot målte ventetider. Delar frå 0 til 1, tider i minutt.",
                         "Model output, not checked against measured waiting times. Shares from 0 to 1, times in minutes."};

std::string place_table(const Scenario& scenario, const Sweep& sweep, std::size_t place, Lang lang, std::size_t rows) {
    const Effects effects = effects_of(sweep, place, sweep.shown);
    const std::vector<EffectColumn> columns = effect_columns(sweep, effects, Intervals::left_out);
    const std::size_t shown = std::min(rows, effects.order.size());
    std::string out = main_finding(scenario, sweep, effects, lang) + "\n" + noise_sentence(sweep, place, lang) +
                      seen_sentence(sweep, effects, lang) + "\n";
    if (const std::string input = input_sentence(sweep, place, lang); !input.empty()) out += input + "\n";
    std::vector<std::string> names{kAssumption.in(lang)};
    for (std::size_t i = 0; i < shown; ++i)
        names.push_back(shortened(factor_name(scenario, sweep.factors[effects.order[i]]).in(lang), kMostNameWidth));
    std::vector<std::string> lines(names.size());
    append_column(lines, names, Side::left);
    for (const EffectColumn& column : columns) {
        std::vector<std::string> cells{column.name.in(lang)};
        for (std::size_t i = 0; i < shown; ++i) cells.push_back(column.cell(effects.order[i], lang));
        append_column(lines, cells, Side::right);
    }
    out += "\n";
    for (const std::string& line : lines) out += line + "\n";
    if (shown < effects.order.size()) out += fill(kMore.in(lang), {std::to_string(effects.order.size() - shown)}) + "\n";
    return out;
}

/// The shortest form that reads back, with a decimal comma; "" for what is not known.
std::string csv_number(double value) {
    if (!std::isfinite(value)) return {};
    std::array<char, 64> buffer{};
    std::string text(buffer.data(), std::to_chars(buffer.data(), buffer.data() + buffer.size(), value).ptr);
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

void add_answers(const Sweep& sweep, std::size_t point, std::string& row) {
    for (const auto& place : sweep.responses)
        for (const Responses& responses : place) {
            const Estimate e = responses.estimate(point);
            for (const double value : {e.value, e.low, e.high}) row += ";" + (e.valid ? csv_number(value) : std::string{});
        }
}

std::string head_row(const Scenario& scenario, const Sweep& sweep, Lang lang) {
    std::string row = kPoint.in(lang);
    if (sweep.design.method == Method::one_at_a_time)
        row += std::string(";") + kAssumption.in(lang) + ";" + kKey.in(lang) + ";" + kValue.in(lang);
    else
        for (const Factor& factor : sweep.factors) row += ";" + csv_field(factor_name(scenario, factor).in(lang));
    for (const SweepPlace& place : sweep.places)
        for (std::size_t m = 0; m < kMeasures; ++m) {
            const std::string name = name_of(scenario, place, lang) + ": " + words_of(static_cast<Measure>(m)).in(lang);
            for (const std::string& bound : {std::string{}, std::string(", ") + kLow.in(lang), std::string(", ") + kHigh.in(lang)})
                row += ";" + csv_field(name + bound);
        }
    return row + kLineEnd;
}

std::string point_row(const Scenario& scenario, const Sweep& sweep, std::size_t point, Lang lang) {
    std::string row = std::to_string(point);
    const auto at = sweep.design.point(point);
    if (sweep.design.method == Method::one_at_a_time) {
        const auto moved = std::find_if(at.begin(), at.end(), [](double v) { return v != kAsWritten; });
        if (moved == at.end()) {
            row += ";;;";
        } else {
            const Factor& factor = sweep.factors[static_cast<std::size_t>(moved - at.begin())];
            row += ";" + csv_field(factor_name(scenario, factor).in(lang)) + ";" + csv_field(factor.key) + ";" + csv_number(factor.at(*moved));
        }
    } else {
        for (std::size_t f = 0; f < at.size(); ++f) row += ";" + (at[f] == kAsWritten ? std::string{} : csv_number(sweep.factors[f].at(at[f])));
    }
    add_answers(sweep, point, row);
    return row + kLineEnd;
}

}  // namespace

std::string sweep_screen(const Scenario& scenario, const Sweep& sweep, Lang lang, std::size_t rows) {
    std::string out;
    for (std::size_t p = 0; p < sweep.places.size(); ++p) {
        out += fill(kHead.in(lang), {name_of(scenario, sweep.places[p], lang), words_of(sweep.shown).in(lang), words_of(sweep.design.method).in(lang),
                                     std::to_string(sweep.design.points()), std::to_string(sweep.replications)}) +
               "\n" + place_table(scenario, sweep, p, lang, rows) + "\n";
    }
    if (!sweep.left_out.empty()) out += fill(kLeftOutCount.in(lang), {std::to_string(sweep.left_out.size())}) + "\n";
    return out;
}

std::string sweep_csv(const Scenario& scenario, const Sweep& sweep, const Provenance& p, Lang lang) {
    std::string out = kByteOrderMark + head_row(scenario, sweep, lang);
    for (std::size_t point = 0; point < sweep.design.points(); ++point) out += point_row(scenario, sweep, point, lang);
    return out + csv_closing(kCaveat.in(lang), "replications: " + std::to_string(sweep.replications), p);
}

}  // namespace skranke
