#include "engine/report/text/summary_columns.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace skranke {
namespace {

constexpr double kMinutesPerHour = 60, kMinutesPerDay = 24 * 60;

constexpr Phrase kNumber{"Kommunenummer", "Kommunenummer", "Municipality number"};
constexpr Phrase kResidents{"Innbyggere", "Innbyggjarar", "Residents"};
constexpr Phrase kUnmetOf{"Udekket, {0}", "Udekt, {0}", "Unmet, {0}"};
constexpr Phrase kOnTimeOf{"I tide, {0}", "I tide, {0}", "On time, {0}"};
constexpr Phrase kAccess{"Når noen", "Når nokon", "Access"};
constexpr Phrase kHandling{"Avgjort", "Avgjort", "Handling"};
constexpr Phrase kMean{", gjennomsnitt", ", gjennomsnitt", ", mean"};
constexpr Phrase kUnfinished{"Ikke ferdige ved slutten", "Ikkje ferdige ved slutten", "Unfinished at the end"};
constexpr std::array<Phrase, 3> kBounds{{{"", "", ""}, {", lav", ", låg", ", low"}, {", høy", ", høg", ", high"}}};
constexpr std::array<Phrase, 3> kNineInTen{{{", 9 av 10 innen", ", 9 av 10 innan", ", 9 in 10 within"},
                                            {", 9 av 10, lav", ", 9 av 10, låg", ", 9 in 10, low"},
                                            {", 9 av 10, høy", ", 9 av 10, høg", ", 9 in 10, high"}}};
constexpr std::array<Phrase, kHeads> kHolds{
    {{"Tilgjengelighet holder", "Tilgjenge held", "Availability holds"},
     {"Saksbehandling holder", "Saksbehandling held", "Case handling holds"},
     {"Innhold og omfang holder", "Innhald og omfang held", "Content and extent hold"}}};
constexpr std::array<double Estimate::*, 3> kNumbers{&Estimate::value, &Estimate::low, &Estimate::high};

using Columns = std::vector<SummaryColumn>;
using Part = OutcomeSummary PlaceSummary::*;

std::function<std::string(Lang)> named(const Phrase& name) {
    return [name](Lang l) { return std::string(name.in(l)); };
}

SummaryValue told_time(const OutcomeSummary& o, const Estimate& e, double minutes, double unit) {
    if (!is_shown(o) || !e.valid || !std::isfinite(minutes)) return {};
    return minutes / unit;
}

// Needs, and unmet rate with its interval, of local, state or all services.
void add_outcomes(Columns& columns, Part part, const Phrase& needs, const Phrase& services) {
    columns.push_back({named(needs), Quantity::needs, [part](const PlaceSummary& p, Lang) { return told_needs(p.*part); }});
    for (std::size_t i = 0; i < kNumbers.size(); ++i)
        columns.push_back({[=](Lang l) { return fill(kUnmetOf.in(l), {services.in(l)}) + kBounds[i].in(l); }, Quantity::share,
                           [=](const PlaceSummary& p, Lang) {
                               const Estimate& rate = (p.*part).unmet_rate;
                               return told_share(p.*part, rate, rate.*kNumbers[i]);
                           }});
}

// Mean and 90 % point of the local services, the latter with its interval.
void add_times(Columns& columns, const Phrase& what, Quantity quantity, double unit, Estimate OutcomeSummary::*mean,
               Estimate OutcomeSummary::*p90) {
    columns.push_back({[=](Lang l) { return std::string(what.in(l)) + kMean.in(l); }, quantity,
                       [=](const PlaceSummary& p, Lang) { return told_time(p.local, p.local.*mean, (p.local.*mean).value, unit); }});
    for (std::size_t i = 0; i < kNumbers.size(); ++i)
        columns.push_back({[=](Lang l) { return std::string(what.in(l)) + kNineInTen[i].in(l); }, quantity,
                           [=](const PlaceSummary& p, Lang) {
                               const Estimate& e = p.local.*p90;
                               return told_time(p.local, e, e.*kNumbers[i], unit);
                           }});
}

void add_place(Columns& columns) {
    columns.push_back({named(kNumber), Quantity::number_as_text, [](const PlaceSummary& p, Lang) { return p.number; }});
    columns.push_back({named(words::kMunicipality), Quantity::text, [](const PlaceSummary& p, Lang l) { return name_of(p, l); }});
    columns.push_back({named(kResidents), Quantity::whole, [](const PlaceSummary& p, Lang) { return p.population; }});
}

void add_verdicts(Columns& columns) {
    for (std::size_t h = 0; h < kHeads; ++h)
        columns.push_back({named(kHolds[h]), Quantity::probability, [h](const PlaceSummary& p, Lang) -> SummaryValue {
                               const ShareEstimate& holds = p.verdict[h].holds;
                               if (holds.trials == 0) return {};
                               return holds.value();
                           }});
}

}  // namespace

SummaryValue told_share(const OutcomeSummary& o, const Estimate& share, double number) {
    if (!is_shown(o) || !share.valid || !std::isfinite(number)) return {};
    return std::clamp(number, 0.0, 1.0);
}

SummaryValue told_needs(const OutcomeSummary& o) {
    if (!is_shown(o)) return needs_of(o, Lang::en);
    return o.needs;
}

SummaryValue told_reason(const OutcomeSummary& o, Lang lang) {
    if (!is_shown(o) || o.unmet_total() <= 0) return {};
    return std::string(words_of(o.worst_reason()).in(lang));
}

std::string unit_in_brackets(Quantity quantity, Lang lang) {
    static constexpr Phrase kHours{" (timer)", " (timar)", " (hours)"}, kDays{" (dager)", " (dagar)", " (days)"};
    return quantity == Quantity::hours ? kHours.in(lang) : quantity == Quantity::days ? kDays.in(lang) : "";
}

Columns summary_columns() {
    static constexpr Phrase kLocal{"lokale", "lokale", "local"}, kState{"statlige", "statlege", "state"},
        kAll{"alle", "alle", "all"};
    Columns columns;
    add_place(columns);
    add_outcomes(columns, &PlaceSummary::local, {"Lokale behov", "Lokale behov", "Local needs"}, kLocal);
    columns.push_back({named(words::kWorstReason), Quantity::text,
                       [](const PlaceSummary& p, Lang l) { return told_reason(p.local, l); }});
    columns.push_back({[](Lang l) { return fill(kOnTimeOf.in(l), {kLocal.in(l)}); }, Quantity::share,
                       [](const PlaceSummary& p, Lang) {
                           return told_share(p.local, p.local.on_time_share, p.local.on_time_share.value);
                       }});
    add_times(columns, kAccess, Quantity::hours, kMinutesPerHour, &OutcomeSummary::access_mean_min,
              &OutcomeSummary::access_p90_min);
    add_times(columns, kHandling, Quantity::days, kMinutesPerDay, &OutcomeSummary::handling_mean_min,
              &OutcomeSummary::handling_p90_min);
    add_verdicts(columns);
    add_outcomes(columns, &PlaceSummary::state, {"Statlige behov", "Statlege behov", "State needs"}, kState);
    add_outcomes(columns, &PlaceSummary::all, {"Alle behov", "Alle behov", "All needs"}, kAll);
    columns.push_back({named(kUnfinished), Quantity::needs, [](const PlaceSummary& p, Lang) { return p.all.censored; }});
    return columns;
}

}  // namespace skranke
