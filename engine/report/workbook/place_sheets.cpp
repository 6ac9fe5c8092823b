// Sheets with rows for places: municipalities, weeks, groups, reasons and services.

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/report/workbook/parts.hpp"

namespace skranke::workbook {

namespace {

using Row = std::vector<CellValue>;
using words::kMunicipality;
using words::kNeeds;
using words::kOnTime;
using words::kUnmet;
using words::kWorstReason;

constexpr double kMinutesPerHour = 60, kMinutesPerDay = 24 * 60;
constexpr double kNameWidth = 24, kNumberWidth = 15, kReasonWidth = 36, kValueWidth = 12;

Look look_of(Quantity quantity) {
    switch (quantity) {
        case Quantity::whole: return Look::whole;
        case Quantity::needs:
        case Quantity::hours:
        case Quantity::days: return Look::tenths;
        case Quantity::share:
        case Quantity::probability: return Look::percent;
        default: return Look::text;
    }
}

std::string header_of(const SummaryColumn& column, Lang lang) {
    static constexpr Phrase kProbability{" (sannsynlighet)", " (sannsyn)", " (probability)"};
    if (column.quantity == Quantity::probability) return column.name(lang) + kProbability.in(lang);
    return column.name(lang) + unit_in_brackets(column.quantity, lang);
}

std::string joined(const Phrase& name, const Phrase& more, Lang lang) {
    return std::string(name.in(lang)) + ", " + more.in(lang);
}

Row row_of(const PlaceSummary& place, Lang lang) { return {place.number, name_of(place, lang)}; }

void add_place_columns(BookTable& table, Lang lang) {
    table.columns.push_back({kPlaceNumber.in(lang), Look::text, kNumberWidth});
    table.columns.push_back({kMunicipality.in(lang), Look::text, kNameWidth});
    table.fixed_columns = table.columns.size();
}

void add_unmet_columns(BookTable& table, Lang lang) {
    table.columns.push_back({kNeeds.in(lang), Look::tenths, kValueWidth});
    table.columns.push_back({kUnmet.in(lang), Look::percent, kValueWidth});
    table.columns.push_back({joined(kUnmet, kLowEnd, lang), Look::percent, kValueWidth});
    table.columns.push_back({joined(kUnmet, kHighEnd, lang), Look::percent, kValueWidth});
}

void add_unmet(Row& row, const OutcomeSummary& o) {
    row.push_back(cell_of(told_needs(o)));
    for (const double number : {o.unmet_rate.value, o.unmet_rate.low, o.unmet_rate.high})
        row.push_back(cell_of(told_share(o, o.unmet_rate, number)));
}

/// In per cent points.
void add_gap(Row& row, const OutcomeSummary& o, const Estimate& gap) {
    for (const double number : {gap.value, gap.low, gap.high})
        row.push_back(is_shown(o) ? known(gap, 100 * number) : CellValue{});
}

CellValue told_time(const OutcomeSummary& o, const Estimate& e, double unit) {
    return is_shown(o) ? known(e, e.value / unit) : CellValue{};
}

std::string week_name(Date monday, Lang lang) {
    static constexpr Phrase kWeekOf{"Uke {0}, {1}", "Veke {0}, {1}", "Week {0}, {1}"};
    const std::chrono::year_month_day thursday(monday + std::chrono::days(3));
    return fill(kWeekOf.in(lang), {std::to_string(week_number(monday)), std::to_string(static_cast<int>(thursday.year()))});
}

Date monday_of(const Input& in, std::size_t week) { return in.scenario.start + std::chrono::days(7 * static_cast<int>(week)); }

BookChart week_chart(const Phrase& title, std::size_t first, std::size_t below, Lang lang) {
    static constexpr Phrase kWeek{"Uke", "Veke", "Week"}, kCases{"Saker", "Saker", "Cases"};
    static constexpr Phrase kSeen{"{0}: uke for uke, med det midterste forløpet og båndet som rommer 8 av 10 forløp. Tallene står i tabellen.",
                                  "{0}: veke for veke, med det midtarste forløpet og bandet som rommar 8 av 10 forløp. Tala står i tabellen.",
                                  "{0}: week by week, with the middle run and the band that holds 8 in 10 runs. The numbers are in the table."};
    return {.kind = BookChart::Kind::lines,
            .title = title.in(lang),
            .description = fill(kSeen.in(lang), {title.in(lang)}),
            .categories_name = kWeek.in(lang),
            .values_name = kCases.in(lang),
            .categories = 0,
            .series = {first, first + 1, first + 2},
            .beside = 12,
            .below = below};
}

}  // namespace

CellValue cell_of(SummaryValue value) {
    return std::visit([](auto&& v) { return CellValue{std::move(v)}; }, std::move(value));
}

CellValue known(const Estimate& estimate, double number) {
    if (!estimate.valid || !std::isfinite(number)) return {};
    return number;
}

Described places_sheet(const Input& in) {
    static constexpr Phrase kName{"Kommuner", "Kommunar", "Municipalities"};
    static constexpr Phrase kAbout{"En rad for hver kommune, hele området øverst: behov, udekket, ventetid og krav, med 95 % intervall.",
                                   "Ei rad for kvar kommune, heile området øvst: behov, udekt, ventetid og krav, med 95 % intervall.",
                                   "A row for each municipality, the whole area on top: needs, unmet, waits and heads, with 95% intervals."};
    const std::vector<SummaryColumn> columns = summary_columns();
    BookTable table;
    for (const SummaryColumn& column : columns) {
        const double width = column.quantity == Quantity::text ? kNameWidth : column.quantity == Quantity::number_as_text ? kNumberWidth : kValueWidth;
        table.columns.push_back({header_of(column, in.lang), look_of(column.quantity), width});
    }
    table.fixed_columns = 2;
    for (const PlaceSummary& place : in.summary.places) {
        Row row;
        for (const SummaryColumn& column : columns) row.push_back(cell_of(column.value(place, in.lang)));
        table.rows.push_back(std::move(row));
    }
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described weeks_sheet(const Input& in) {
    static constexpr Phrase kName{"Uker", "Veker", "Weeks"};
    static constexpr Phrase kAbout{"Åpne saker ved slutten av hver uke og behov som endte udekket i den, hele området, med bånd og diagram.",
                                   "Opne saker ved slutten av kvar veke og behov som enda udekte i ho, heile området, med band og diagram.",
                                   "Open cases at the end of each week and needs that ended unmet in it, whole area, with band and chart."};
    static constexpr Phrase kWeek{"Uke", "Veke", "Week"}, kEnds{"Til og med", "Til og med", "Ending"};
    static constexpr Phrase kLocal{"Åpne saker, lokale tjenester", "Opne saker, lokale tenester", "Open cases, local services"};
    static constexpr Phrase kState{"Åpne saker, statlige ytelser", "Opne saker, statlege ytingar", "Open cases, state benefits"};
    static constexpr Phrase kUnmetLocal{"Udekte behov, lokale tjenester", "Udekte behov, lokale tenester", "Unmet needs, local services"};
    static constexpr std::array<Phrase, 3> kBounds{{{"10 % har færre", "10 % har færre", "10% have fewer"},
                                                    {"midten", "midten", "middle"},
                                                    {"10 % har flere", "10 % har fleire", "10% have more"}}};
    const PlaceSummary& area = in.summary.places.front();
    BookTable table;
    table.columns = {{kWeek.in(in.lang), Look::whole, 8}, {kEnds.in(in.lang), Look::day, kValueWidth}};
    for (const Phrase& what : {kLocal, kState, kUnmetLocal})
        for (const Phrase& bound : kBounds) table.columns.push_back({joined(what, bound, in.lang), Look::whole, kNumberWidth});
    for (std::size_t w = 0; w < area.open_local_cases.size(); ++w) {
        const Date monday = monday_of(in, w);
        Row row{static_cast<double>(week_number(monday)), monday + std::chrono::days(6)};
        for (const Band& band : {area.open_local_cases[w], area.open_state_cases[w], area.unmet_local[w]})
            for (const double number : {band.low, band.middle, band.high}) row.emplace_back(number);
        table.rows.push_back(std::move(row));
    }
    BookSheet sheet{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)};
    if (!sheet.table->rows.empty())
        sheet.charts = {week_chart(kLocal, 2, 1, in.lang), week_chart(kState, 5, 22, in.lang)};
    return {std::move(sheet), kAbout};
}

Described place_weeks_sheet(const Input& in) {
    static constexpr Phrase kName{"Uker per kommune", "Veker per kommune", "Weeks by municipality"};
    static constexpr Phrase kAbout{"Åpne saker ved lokale tjenester ved slutten av hver uke, det midterste forløpet.",
                                   "Opne saker ved lokale tenester ved slutten av kvar veke, det midtarste forløpet.",
                                   "Open cases of local services at the end of each week, the middle run."};
    BookTable table;
    add_place_columns(table, in.lang);
    for (std::size_t w = 0; w < in.summary.places.front().open_local_cases.size(); ++w)
        table.columns.push_back({week_name(monday_of(in, w), in.lang), Look::whole, 10});
    for (const PlaceSummary& place : in.summary.places) {
        Row row = row_of(place, in.lang);
        for (const Band& band : place.open_local_cases) row.emplace_back(band.middle);
        table.rows.push_back(std::move(row));
    }
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described groups_sheet(const Input& in) {
    static constexpr Phrase kName{"Grupper", "Grupper", "Groups"};
    static constexpr Phrase kAbout{"Hvem når fram og hvem ikke, lokale tjenester; forskjellen er regnet innenfor samme forløp.",
                                   "Kven når fram og kven ikkje, lokale tenester; skilnaden er rekna innanfor same forløp.",
                                   "Who gets through and who does not, local services; differences are taken within the same run."};
    static constexpr Phrase kGroup{"Gruppe", "Gruppe", "Group"}, kVulnerable{"Sårbar", "Sårbar", "Vulnerable"};
    static constexpr Phrase kYes{"ja", "ja", "yes"}, kNo{"nei", "nei", "no"};
    static constexpr Phrase kGap{"Mer udekket enn andre (prosentpoeng)", "Meir udekt enn andre (prosentpoeng)",
                                 "More unmet than others (percentage points)"};
    BookTable table;
    add_place_columns(table, in.lang);
    table.columns.push_back({kGroup.in(in.lang), Look::text, kReasonWidth});
    table.columns.push_back({kVulnerable.in(in.lang), Look::text, kValueWidth});
    add_unmet_columns(table, in.lang);
    table.columns.push_back({kGap.in(in.lang), Look::tenths, 18});
    table.columns.push_back({joined(kGap, kLowEnd, in.lang), Look::tenths, 18});
    table.columns.push_back({joined(kGap, kHighEnd, in.lang), Look::tenths, 18});
    table.columns.push_back({kWorstReason.in(in.lang), Look::text, kReasonWidth});
    for (const PlaceSummary& place : in.summary.places)
        for (std::size_t g = 0; g < place.groups.size(); ++g) {
            const Group& group = in.scenario.groups[g];
            Row row = row_of(place, in.lang);
            row.emplace_back(name_of(group.label, group.key, in.lang));
            row.emplace_back((group.vulnerable ? kYes : kNo).in(in.lang));
            add_unmet(row, place.groups[g]);
            add_gap(row, place.groups[g], place.gaps[g].unmet_rate);
            row.push_back(cell_of(told_reason(place.groups[g], in.lang)));
            table.rows.push_back(std::move(row));
        }
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described reasons_sheet(const Input& in) {
    static constexpr Phrase kName{"Grunner", "Grunnar", "Reasons"};
    static constexpr Phrase kAbout{"Hvorfor behov for lokale tjenester ikke blir dekket, hele området, med diagram.",
                                   "Kvifor behov for lokale tenester ikkje blir dekte, heile området, med diagram.",
                                   "Why needs for local services go unmet, whole area, with chart."};
    static constexpr Phrase kReason{"Grunn", "Grunn", "Reason"}, kShare{"Del av de udekte", "Del av dei udekte", "Share of the unmet"};
    static constexpr Phrase kCount{"Udekte behov per forløp", "Udekte behov per forløp", "Unmet needs per run"};
    static constexpr Phrase kWhen{"Tapt", "Tapt", "Lost"}, kBefore{"før kontakt", "før kontakt", "before contact"},
        kAfter{"etter kontakt", "etter kontakt", "after contact"};
    const OutcomeSummary& o = in.summary.places.front().local;
    std::vector<std::size_t> order(kReasons);
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return o.unmet[a] > o.unmet[b]; });
    BookTable table;
    table.columns = {{kReason.in(in.lang), Look::text, kReasonWidth},
                     {kCount.in(in.lang), Look::tenths, kNumberWidth},
                     {kShare.in(in.lang), Look::percent, kNumberWidth},
                     {kWhen.in(in.lang), Look::text, 16}};
    for (const std::size_t r : order) {
        const auto reason = static_cast<Reason>(r);
        Row& row = table.rows.emplace_back();
        row.emplace_back(std::string(skranke::words_of(reason).in(in.lang)));
        row.emplace_back(o.unmet[r]);
        row.emplace_back();
        if (o.unmet_total() > 0) row.back() = o.unmet[r] / o.unmet_total();
        row.emplace_back(std::string((is_before_contact(reason) ? kBefore : kAfter).in(in.lang)));
    }
    BookSheet sheet{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)};
    sheet.charts = {{.kind = BookChart::Kind::bars,
                     .title = kAbout.in(in.lang),
                     .description = std::string(kAbout.in(in.lang)),
                     .categories_name = "",
                     .values_name = kCount.in(in.lang),
                     .categories = 0,
                     .series = {1},
                     .beside = 5,
                     .below = 1}};
    return {std::move(sheet), kAbout};
}

Described place_reasons_sheet(const Input& in) {
    static constexpr Phrase kName{"Grunner per kommune", "Grunnar per kommune", "Reasons by municipality"};
    static constexpr Phrase kAbout{"Udekte behov for lokale tjenester etter grunn, antall per forløp.",
                                   "Udekte behov for lokale tenester etter grunn, tal per forløp.",
                                   "Unmet needs for local services by reason, number per run."};
    BookTable table;
    add_place_columns(table, in.lang);
    for (std::size_t r = 0; r < kReasons; ++r)
        table.columns.push_back({skranke::words_of(static_cast<Reason>(r)).in(in.lang), Look::tenths, 18});
    for (const PlaceSummary& place : in.summary.places) {
        Row row = row_of(place, in.lang);
        for (const double n : place.local.unmet) {
            row.emplace_back();
            if (is_shown(place.local)) row.back() = n;
        }
        table.rows.push_back(std::move(row));
    }
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

Described services_sheet(const Input& in) {
    static constexpr Phrase kName{"Tjenester", "Tenester", "Services"};
    static constexpr Phrase kAbout{"En rad for hvert sted og hver tjeneste.", "Ei rad for kvar stad og kvar teneste.",
                                   "A row for each place and service."};
    static constexpr Phrase kService{"Tjeneste", "Teneste", "Service"};
    static constexpr Phrase kAccess{"9 av 10 når noen innen (timer)", "9 av 10 når nokon innan (timar)", "9 in 10 reach someone within (hours)"};
    static constexpr Phrase kHandling{"9 av 10 avgjort innen (dager)", "9 av 10 avgjorde innan (dagar)", "9 in 10 decided within (days)"};
    BookTable table;
    add_place_columns(table, in.lang);
    table.columns.push_back({kService.in(in.lang), Look::text, kReasonWidth});
    add_unmet_columns(table, in.lang);
    table.columns.push_back({kWorstReason.in(in.lang), Look::text, kReasonWidth});
    table.columns.push_back({kAccess.in(in.lang), Look::tenths, kNumberWidth});
    table.columns.push_back({kHandling.in(in.lang), Look::tenths, kNumberWidth});
    table.columns.push_back({kOnTime.in(in.lang), Look::percent, kValueWidth});
    for (const PlaceSummary& place : in.summary.places)
        for (std::size_t s = 0; s < place.services.size(); ++s) {
            const OutcomeSummary& o = place.services[s];
            Row row = row_of(place, in.lang);
            row.emplace_back(name_of(in.scenario.services[s].label, in.scenario.services[s].key, in.lang));
            add_unmet(row, o);
            row.push_back(cell_of(told_reason(o, in.lang)));
            row.push_back(told_time(o, o.access_p90_min, kMinutesPerHour));
            row.push_back(told_time(o, o.handling_p90_min, kMinutesPerDay));
            row.push_back(cell_of(told_share(o, o.on_time_share, o.on_time_share.value)));
            table.rows.push_back(std::move(row));
        }
    return {{.name = kName.in(in.lang), .lines = {}, .table = std::move(table)}, kAbout};
}

}  // namespace skranke::workbook
