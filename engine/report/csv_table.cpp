#include "engine/report/csv_table.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <vector>

#include "engine/report/text/stopping_text.hpp"

namespace skranke {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";
constexpr double kMinutesPerHour = 60, kMinutesPerDay = 24 * 60;

std::string csv_needs(const OutcomeSummary& o) { return is_shown(o) ? csv_number(o.needs, 1) : needs_of(o, Lang::en); }

// A number of an estimate in per cent, or nothing if it is not known or stands for too few.
std::string csv_share(const OutcomeSummary& o, const Estimate& e, double value) {
    if (!is_shown(o) || !e.valid || !std::isfinite(value)) return {};
    return csv_number(100 * std::clamp(value, 0.0, 1.0), 2);
}

std::string csv_time(const OutcomeSummary& o, const Estimate& e, double minutes, double unit) {
    return is_shown(o) && e.valid && std::isfinite(minutes) ? csv_number(minutes / unit, 2) : std::string{};
}

std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        out += c;
        if (c == '"') out += c;
    }
    return out + "\"";
}

struct Column {
    Phrase name;
    std::function<std::string(const PlaceSummary&, Lang)> value;
};

using Part = OutcomeSummary PlaceSummary::*;

// Needs, and unmet rate with its interval, of local, state or all services.
void add_outcomes(std::vector<Column>& columns, Part part, const std::array<Phrase, 4>& names) {
    columns.push_back({names[0], [part](const PlaceSummary& p, Lang) { return csv_needs(p.*part); }});
    columns.push_back({names[1], [part](const PlaceSummary& p, Lang) {
                           return csv_share(p.*part, (p.*part).unmet_rate, (p.*part).unmet_rate.value);
                       }});
    columns.push_back({names[2], [part](const PlaceSummary& p, Lang) {
                           return csv_share(p.*part, (p.*part).unmet_rate, (p.*part).unmet_rate.low);
                       }});
    columns.push_back({names[3], [part](const PlaceSummary& p, Lang) {
                           return csv_share(p.*part, (p.*part).unmet_rate, (p.*part).unmet_rate.high);
                       }});
}

// A quantile of the local services and its interval. \param names  of the value, the low and the high end
void add_quantile(std::vector<Column>& columns, Estimate OutcomeSummary::*quantile, double unit,
                  const std::array<Phrase, 3>& names) {
    static constexpr std::array<double Estimate::*, 3> kNumbers{&Estimate::value, &Estimate::low, &Estimate::high};
    for (std::size_t i = 0; i < names.size(); ++i)
        columns.push_back({names[i], [=](const PlaceSummary& p, Lang) {
                               const Estimate& e = p.local.*quantile;
                               return csv_time(p.local, e, e.*kNumbers[i], unit);
                           }});
}

void add_times(std::vector<Column>& columns) {
    columns.push_back({{"Når noen, gjennomsnitt (timer)", "Når nokon, gjennomsnitt (timar)", "Access, mean (hours)"},
                       [](const PlaceSummary& p, Lang) {
                           const Estimate& mean = p.local.access_mean_min;
                           return csv_time(p.local, mean, mean.value, kMinutesPerHour);
                       }});
    add_quantile(
        columns, &OutcomeSummary::access_p90_min, kMinutesPerHour,
        {{{"Når noen, 9 av 10 innen (timer)", "Når nokon, 9 av 10 innan (timar)", "Access, 9 in 10 within (hours)"},
          {"Når noen, 9 av 10, lav (timer)", "Når nokon, 9 av 10, låg (timar)", "Access, 9 in 10, low (hours)"},
          {"Når noen, 9 av 10, høy (timer)", "Når nokon, 9 av 10, høg (timar)", "Access, 9 in 10, high (hours)"}}});
    columns.push_back({{"Avgjort, gjennomsnitt (dager)", "Avgjort, gjennomsnitt (dagar)", "Handling, mean (days)"},
                       [](const PlaceSummary& p, Lang) {
                           const Estimate& mean = p.local.handling_mean_min;
                           return csv_time(p.local, mean, mean.value, kMinutesPerDay);
                       }});
    add_quantile(
        columns, &OutcomeSummary::handling_p90_min, kMinutesPerDay,
        {{{"Avgjort, 9 av 10 innen (dager)", "Avgjort, 9 av 10 innan (dagar)", "Handling, 9 in 10 within (days)"},
          {"Avgjort, 9 av 10, lav (dager)", "Avgjort, 9 av 10, låg (dagar)", "Handling, 9 in 10, low (days)"},
          {"Avgjort, 9 av 10, høy (dager)", "Avgjort, 9 av 10, høg (dagar)", "Handling, 9 in 10, high (days)"}}});
}

void add_verdicts(std::vector<Column>& columns) {
    static constexpr std::array<Phrase, kHeads> kNames{
        {{"Tilgjengelighet holder (sannsynlighet %)", "Tilgjenge held (sannsyn %)",
          "Availability holds (probability %)"},
         {"Saksbehandling holder (sannsynlighet %)", "Saksbehandling held (sannsyn %)",
          "Case handling holds (probability %)"},
         {"Innhold og omfang holder (sannsynlighet %)", "Innhald og omfang held (sannsyn %)",
          "Content and extent hold (probability %)"}}};
    for (std::size_t h = 0; h < kHeads; ++h) {
        columns.push_back({kNames[h], [h](const PlaceSummary& p, Lang) {
                               const ShareEstimate& holds = p.verdict[h].holds;
                               return holds.trials == 0 ? "" : csv_number(100 * holds.value(), 1);
                           }});
    }
}

std::vector<Column> all_columns() {
    std::vector<Column> columns;
    columns.push_back({{"Kommunenummer", "Kommunenummer", "Municipality number"},
                       [](const PlaceSummary& p, Lang) { return kept_as_text(p.number); }});
    columns.push_back({words::kMunicipality, [](const PlaceSummary& p, Lang l) { return csv_field(name_of(p, l)); }});
    columns.push_back({{"Innbyggere", "Innbyggjarar", "Residents"},
                       [](const PlaceSummary& p, Lang) { return csv_number(p.population, 0); }});
    add_outcomes(columns, &PlaceSummary::local,
                 {{{"Lokale behov", "Lokale behov", "Local needs"},
                   {"Udekket, lokale (%)", "Udekt, lokale (%)", "Unmet, local (%)"},
                   {"Udekket, lokale, lav (%)", "Udekt, lokale, låg (%)", "Unmet, local, low (%)"},
                   {"Udekket, lokale, høy (%)", "Udekt, lokale, høg (%)", "Unmet, local, high (%)"}}});
    columns.push_back({words::kWorstReason, [](const PlaceSummary& p, Lang l) {
                           if (!is_shown(p.local) || p.local.unmet_total() <= 0) return std::string{};
                           return csv_field(words_of(p.local.worst_reason()).in(l));
                       }});
    columns.push_back(
        {{"I tide, lokale (%)", "I tide, lokale (%)", "On time, local (%)"}, [](const PlaceSummary& p, Lang) {
             return csv_share(p.local, p.local.on_time_share, p.local.on_time_share.value);
         }});
    add_times(columns);
    add_verdicts(columns);
    add_outcomes(columns, &PlaceSummary::state,
                 {{{"Statlige behov", "Statlege behov", "State needs"},
                   {"Udekket, statlige (%)", "Udekt, statlege (%)", "Unmet, state (%)"},
                   {"Udekket, statlige, lav (%)", "Udekt, statlege, låg (%)", "Unmet, state, low (%)"},
                   {"Udekket, statlige, høy (%)", "Udekt, statlege, høg (%)", "Unmet, state, high (%)"}}});
    add_outcomes(columns, &PlaceSummary::all,
                 {{{"Alle behov", "Alle behov", "All needs"},
                   {"Udekket, alle (%)", "Udekt, alle (%)", "Unmet, all (%)"},
                   {"Udekket, alle, lav (%)", "Udekt, alle, låg (%)", "Unmet, all, low (%)"},
                   {"Udekket, alle, høy (%)", "Udekt, alle, høg (%)", "Unmet, all, high (%)"}}});
    columns.push_back({{"Ikke ferdige ved slutten", "Ikkje ferdige ved slutten", "Unfinished at the end"},
                       [](const PlaceSummary& p, Lang) { return csv_number(p.all.censored, 1); }});
    return columns;
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
    const std::vector<Column> columns = all_columns();
    std::string out = kByteOrderMark;
    for (std::size_t c = 0; c < columns.size(); ++c) out += (c == 0 ? "" : ";") + csv_field(columns[c].name.in(lang));
    out += kLineEnd;
    for (const PlaceSummary& place : summary.places) {
        for (std::size_t c = 0; c < columns.size(); ++c) out += (c == 0 ? "" : ";") + columns[c].value(place, lang);
        out += kLineEnd;
    }
    return out + kLineEnd + provenance_rows(summary, provenance, lang);
}

}  // namespace skranke
