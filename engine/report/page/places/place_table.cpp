// The table under the map: a row for the whole area and one for each municipality.

#include "engine/report/markup.hpp"
#include "engine/report/page/places/map_parts.hpp"
#include "engine/report/screen_table.hpp"

namespace skranke::page {
namespace {

constexpr std::size_t kMostUnfolded = 100;  // rows that a reader may be expected to scroll past; our own choice

constexpr Phrase kOnlyWorst{
    "{0} kommuner er for mange til kart og avsnitt for hver. Tabellen viser de {1} verste; alle står i summary.csv og "
    "result.h5.",
    "{0} kommunar er for mange til kart og avsnitt for kvar. Tabellen viser dei {1} verste; alle står i summary.csv og "
    "result.h5.",
    "{0} municipalities are too many for a map and a section each. The table shows the worst {1}; all are in "
    "summary.csv and result.h5."};
constexpr Phrase kUnfold{"Tabellen med alle {0} kommuner", "Tabellen med alle {0} kommunar", "The table of all {0} municipalities"};
constexpr Phrase kTableCaption{
    "Lokale tjenester, verst først. Tall per simulert forløp; i parentes 95 % intervall for gjennomsnittet.",
    "Lokale tenester, verst først. Tal per simulerte forløp; i parentes 95 % intervall for gjennomsnittet.",
    "Local services, worst first. Figures per simulated run; in brackets the 95% interval of the mean."};
constexpr Phrase kAccess{"9 av 10 når noen innen", "9 av 10 når nokon innan", "9 in 10 reach someone within"};
constexpr Phrase kHandling{"9 av 10 saker avgjort innen", "9 av 10 saker avgjorde innan",
                           "9 in 10 cases decided within"};

std::string name_in_row(const Summary& summary, std::size_t index) {
    const PlaceSummary& place = summary.places[index];
    if (index == 0) return element("strong", "", spans_of([&](Lang l) { return name_of(place, l); }));
    const std::string name = escaped(place.name);
    return (has_sections(summary) ? "<a href=\"#" + anchor_of(place) + "\">" + name + "</a>" : name) + " " +
           element("small", "soft", escaped(place.number));
}

std::string row(const Summary& summary, std::size_t index) {
    const PlaceSummary& place = summary.places[index];
    const OutcomeSummary& o = place.local;
    const std::string name = name_in_row(summary, index);
    std::string cells = "<th scope=\"row\">" + name + "</th>" +
                        number_cell(spans_of([&](Lang l) { return needs_of(o, l); })) +
                        number_cell(rate_with_interval(o)) + element("td", "w", worst_reason(o)) +
                        number_cell(access_p90(o)) + number_cell(handling_p90(o)) + number_cell(on_time(o));
    for (const HeadVerdict& head : place.verdict) cells += element("td", "v", verdict_words(head.holds));
    return element("tr", index == 0 ? "area" : "", cells) + "\n";
}

std::string all_rows(const Summary& summary, const std::vector<std::size_t>& shown) {
    std::string rows = row(summary, 0);
    for (const std::size_t i : shown) rows += row(summary, i);
    return table("places-caption", spans(kTableCaption),
                 header_row({{words::kMunicipality},
                             {words::kNeeds, "n"},
                             {words::kUnmet, "n"},
                             {words::kWorstReason},
                             {kAccess, "n"},
                             {kHandling, "n"},
                             {words::kOnTime, "n"},
                             {words_of(Head::available)},
                             {words_of(Head::handled)},
                             {words_of(Head::sufficient)}}),
                 rows);
}

}  // namespace

std::string rate_with_interval(const OutcomeSummary& o) {
    if (!is_shown(o) || !o.unmet_rate.valid) return kUnknown;
    return element("b", "", spans_of([&](Lang l) { return percent_of(o.unmet_rate, l); })) + " " +
           element("small", "i", spans_of([&](Lang l) { return "(" + interval_of(o.unmet_rate, l) + ")"; }));
}

std::string on_time(const OutcomeSummary& o) {
    if (!is_shown(o) || !o.on_time_share.valid) return kUnknown;
    return spans_of([&](Lang l) { return percent(o.on_time_share.value, 0, l); });
}

std::string access_p90(const OutcomeSummary& o) {
    if (!is_shown(o) || !o.access_mean_min.valid) return kUnknown;
    return spans_of([&](Lang l) { return duration(o.access_p90_min.value, l); });
}

std::string handling_p90(const OutcomeSummary& o) {
    if (!is_shown(o) || !o.handling_mean_min.valid) return kUnknown;
    return spans_of([&](Lang l) { return duration(o.handling_p90_min.value, l); });
}

std::string worst_reason(const OutcomeSummary& o) {
    if (!is_shown(o)) return kUnknown;
    return o.unmet_total() > 0 ? spans(words_of(o.worst_reason())) : spans(words::kNoReason);
}

std::string place_table(const Summary& summary) {
    std::vector<std::size_t> shown = worst_first(summary);
    const double all = static_cast<double>(shown.size());
    if (!has_sections(summary)) {
        shown.resize(kWorstShown);
        const auto only_worst = [&](Lang l) { return fill(kOnlyWorst.in(l), {number(all, 0, l), std::to_string(kWorstShown)}); };
        return element("p", "soft", spans_of(only_worst)) + all_rows(summary, shown);
    }
    if (shown.size() <= kMostUnfolded) return all_rows(summary, shown);
    const auto unfold = [&](Lang l) { return fill(kUnfold.in(l), {number(all, 0, l)}); };
    return "<details><summary>" + spans_of(unfold) + "</summary>" + all_rows(summary, shown) + "</details>\n";
}

}  // namespace skranke::page
