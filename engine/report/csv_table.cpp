#include "engine/report/csv_table.hpp"

#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "engine/report/text/stopping_text.hpp"
#include "engine/report/text/summary_columns.hpp"

namespace skranke {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + "\"";
}

// As the quantity is written, or nothing for what is not known or not told.
std::string csv_value(const SummaryColumn& column, const PlaceSummary& place, Lang lang) {
    const SummaryValue value = column.value(place, lang);
    if (const auto* text = std::get_if<std::string>(&value))
        return column.quantity == Quantity::number_as_text ? kept_as_text(*text) : csv_field(*text);
    const auto* amount = std::get_if<double>(&value);
    if (amount == nullptr) return {};
    switch (column.quantity) {
        case Quantity::whole: return csv_number(*amount, 0);
        case Quantity::needs: return csv_number(*amount, 1);
        case Quantity::share: return csv_number(100 * *amount, 2);
        case Quantity::probability: return csv_number(100 * *amount, 1);
        default: return csv_number(*amount, 2);
    }
}

std::string csv_name(const SummaryColumn& column, Lang lang) {
    static constexpr Phrase kProbability{" (sannsynlighet %)", " (sannsyn %)", " (probability %)"};
    if (column.quantity == Quantity::share) return column.name(lang) + " (%)";
    if (column.quantity == Quantity::probability) return column.name(lang) + kProbability.in(lang);
    return column.name(lang) + unit_in_brackets(column.quantity, lang);
}

std::string provenance_rows(const Summary& summary, const Provenance& p, Lang lang) {
    static constexpr Phrase kCaveat{
        "Modellresultat, ikke kontrollert mot målte ventetider. Alle tall er gjennomsnitt per simulert forløp.",
        "Modellresultat, ikkje kontrollert mot målte ventetider. Alle tal er gjennomsnitt per simulerte forløp.",
        "Model output, not checked against measured waiting times. All figures are means per simulated run."};
    static constexpr Phrase kRuns{"Simulerte forløp", "Simulerte forløp", "Simulated runs"};
    std::string rows;
    const auto row = [&rows](const std::string& text) { rows += csv_field("# " + text) + kLineEnd; };
    row(kCaveat.in(lang));
    row("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")"));
    row("Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    row(std::string(kRuns.in(lang)) + ": " + std::to_string(summary.replications));
    if (summary.stopping) row(stopping_text(*summary.stopping, summary.replications, lang));
    row("Seed: " + std::to_string(p.seed));
    row("Fingerprint: " + hexadecimal(p.fingerprint) + " (" + key_of(p.fingerprint_strength) + ")");
    row(p.command);
    row(p.created);
    return rows;
}

}  // namespace

std::string csv_number(double value, int decimals) {
    if (!std::isfinite(value)) return {};
    std::array<char, 64> buffer{};
    const auto end =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, std::chars_format::fixed, decimals).ptr;
    std::string text(buffer.data(), end);
    if (const std::size_t point = text.find('.'); point != std::string::npos) text[point] = ',';
    return text;
}

std::string csv_closing(const std::string& caveat, const std::string& runs, const Provenance& p) {
    std::string rows = kLineEnd;
    const auto row = [&rows](const std::string& text) { rows += csv_field("# " + text) + kLineEnd; };
    row(caveat);
    row("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")"));
    row("Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    row("Seed: " + std::to_string(p.seed) + ", " + runs);
    row("Fingerprint: " + hexadecimal(p.fingerprint));
    row(p.command);
    row(p.created);
    return rows;
}

std::string kept_as_text(const std::string& text) { return text.empty() ? "" : quoted("=" + quoted(text)); }

std::string csv_field(const std::string& text) {
    static constexpr const char* kRunsInExcel = "=+-@\t\r\n";
    std::string field = text;
    const std::size_t first = field.find_first_not_of(' ');
    if (first != std::string::npos && std::string_view(kRunsInExcel).find(field[first]) != std::string_view::npos)
        field.insert(0, "'");
    return field.find_first_of(";\"\r\n") == std::string::npos ? field : quoted(field);
}

std::string csv_table(const Summary& summary, const Provenance& provenance, Lang lang) {
    const std::vector<SummaryColumn> columns = summary_columns();
    std::string out = kByteOrderMark;
    for (std::size_t c = 0; c < columns.size(); ++c) out += (c == 0 ? "" : ";") + csv_field(csv_name(columns[c], lang));
    out += kLineEnd;
    for (const PlaceSummary& place : summary.places) {
        for (std::size_t c = 0; c < columns.size(); ++c) out += (c == 0 ? "" : ";") + csv_value(columns[c], place, lang);
        out += kLineEnd;
    }
    return out + kLineEnd + provenance_rows(summary, provenance, lang);
}

}  // namespace skranke
