// Who gets through and who does not: the groups of residents beside one another.

#include <algorithm>

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kGroups{"Etter gruppe (lokale tjenester)", "Etter gruppe (lokale tenester)",
                         "By group (local services)"};
constexpr Phrase kGroup{"Gruppe", "Gruppe", "Group"};
constexpr Phrase kVulnerable{"sårbar", "sårbar", "vulnerable"};
constexpr Phrase kPicture{"Udekket, med intervall", "Udekt, med intervall", "Unmet, with interval"};
constexpr Phrase kGap{"Mer udekket enn hos alle andre (prosentpoeng)", "Meir udekt enn hos alle andre (prosentpoeng)",
                      "More unmet than everybody else (percentage points)"};
constexpr Phrase kWho{"Hvem når fram, og hvem ikke", "Kven når fram, og kven ikkje", "Who gets through, and who does not"};
constexpr Phrase kLead{
    "Blant sårbare grupper er andelen udekkede behov {0} prosentpoeng høyere enn blant andre ({1}).",
    "I sårbare grupper er delen udekte behov {0} prosentpoeng høgare enn hos andre ({1}).",
    "Among vulnerable groups the share of unmet needs is {0} percentage points higher than among others ({1})."};
constexpr Phrase kLeadLess{
    "Blant sårbare grupper er andelen udekkede behov {0} prosentpoeng lavere enn blant andre ({1}).",
    "I sårbare grupper er delen udekte behov {0} prosentpoeng lågare enn hos andre ({1}).",
    "Among vulnerable groups the share of unmet needs is {0} percentage points lower than among others ({1})."};
constexpr Phrase kLeadUnsure{
    "Modellen kan ikke skille andelen udekkede behov blant sårbare grupper fra andres: forskjell {0} prosentpoeng ({1}).",
    "Modellen kan ikkje skilje delen udekte behov i sårbare grupper frå andre sin: skilnad {0} prosentpoeng ({1}).",
    "The model cannot tell the share of unmet needs among vulnerable groups from that of others: difference {0} "
    "percentage points ({1})."};
constexpr Phrase kNote{
    "Forskjeller er regnet innenfor samme forløp, så dager som er travle for alle, ikke teller med. Punktet er anslaget, "
    "streken 95 % intervall.",
    "Skilnader er rekna innanfor same forløp, så dagar som er travle for alle, ikkje tel med. Punktet er anslaget, "
    "streken 95 % intervall.",
    "Differences are taken within the same run, so days that are busy for all do not count. The dot is the estimate, the "
    "line its 95% interval."};

std::string points(double share, Lang lang) { return number(100 * share, 1, lang); }

std::string interval_in_points(const Estimate& gap, Lang lang) {
    if (gap.half_width() > 1) return kUnknown;
    return points(gap.low, lang) + (lang == Lang::en ? " to " : " til ") + points(gap.high, lang);
}

std::string gap_cell(const OutcomeSummary& o, const Estimate& gap) {
    if (!is_shown(o) || !gap.valid) return kUnknown;
    return spans_of([&](Lang l) { return (gap.value > 0 ? "+" : "") + points(gap.value, l); }) +
           element("span", "i", spans_of([&](Lang l) { return interval_in_points(gap, l); }));
}

/// The greatest share that a picture of these groups has to show.
double most_shown(const PlaceSummary& place) {
    double most = 0.01;
    for (const OutcomeSummary& o : place.groups)
        if (is_shown(o) && o.unmet_rate.valid) most = std::max({most, o.unmet_rate.value, std::min(o.unmet_rate.high, 1.0)});
    return most;
}

std::string lead(const PlaceSummary& place) {
    const Estimate& gap = place.vulnerable_gap.unmet_rate;
    if (!gap.valid) return {};
    const bool is_known = gap.low > 0 || gap.high < 0;
    const Phrase& words = !is_known ? kLeadUnsure : gap.value > 0 ? kLead : kLeadLess;
    return element("p", "", spans_of([&](Lang l) {
                       return fill(words.in(l), {points(is_known ? std::abs(gap.value) : gap.value, l), interval_in_points(gap, l)});
                   }));
}

}  // namespace

std::string groups_table(const Input& in, const PlaceSummary& place, const std::string& id) {
    const double most = most_shown(place);
    std::string rows;
    for (std::size_t g = 0; g < place.groups.size(); ++g) {
        const OutcomeSummary& o = place.groups[g];
        const Group& group = in.scenario.groups[g];
        std::string name = spans_of([&](Lang l) { return name_of(group.label, group.key, l); });
        if (group.vulnerable) name += " " + element("small", "soft", "(" + spans(kVulnerable) + ")");
        const bool drawn = is_shown(o) && o.unmet_rate.valid;
        rows += element("tr", "",
                        "<th scope=\"row\">" + name + "</th>" +
                            number_cell(spans_of([&](Lang l) { return needs_of(o, l); })) +
                            number_cell(rate_with_interval(o)) +
                            element("td", "b", drawn ? interval_mark(o.unmet_rate, most) : "") +
                            number_cell(gap_cell(o, place.gaps[g].unmet_rate)) +
                            element("td", "w", worst_reason(o)));
    }
    return table(id, spans(kGroups),
                 header_row({{kGroup}, {words::kNeeds, "n"}, {words::kUnmet, "n"}, {kPicture}, {kGap, "n"}, {words::kWorstReason}}),
                 rows);
}

std::string groups_part(const Input& in) {
    const PlaceSummary& area = in.summary.places.front();
    if (area.groups.size() < 2) return {};
    return "<h2 id=\"groups\">" + spans(kWho) + "</h2>\n" + lead(area) + groups_table(in, area, "groups-area") +
           element("p", "soft", spans(kNote));
}

}  // namespace skranke::page
