// What one plan changes: parts of the needs, groups, services and municipalities, a line each.

#include <algorithm>
#include <numeric>

#include "engine/comparison/plan_difference.hpp"
#include "engine/report/comparison/change_words.hpp"
#include "engine/report/comparison/parts.hpp"
#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"

namespace skranke::comparison {
namespace {

constexpr Phrase kHead{"Hva {0} endrer, og for hvem", "Kva {0} endrar, og for kven", "What {0} changes, and for whom"};
constexpr Phrase kParts{"Hele området", "Heile området", "The whole area"};
constexpr Phrase kWhat{"Behov", "Behov", "Needs"};
constexpr Phrase kUnmetIn{"Udekte under {0}", "Udekte under {0}", "Unmet under {0}"};
constexpr Phrase kPeople{"Endring, personer", "Endring, personar", "Change, people"};
constexpr Phrase kPicture{"Endring i prosentpoeng: færre udekte | flere", "Endring i prosentpoeng: færre udekte | fleire",
                          "Change in percentage points: fewer unmet | more"};
constexpr Phrase kPoints{"Prosentpoeng", "Prosentpoeng", "Percentage points"};
constexpr Phrase kOnTime{"I tide, prosentpoeng", "I tide, prosentpoeng", "On time, percentage points"};
constexpr Phrase kAccess{"Når noen, timer", "Når nokon, timar", "Reach someone, hours"};
constexpr Phrase kHandling{"Avgjort, dager", "Avgjort, dagar", "Decided, days"};
constexpr Phrase kNote{"Prikken er endringen, streken er 95 % intervallet. Til venstre for midten: færre udekte. "
                       "Hvert intervall gjelder for seg: av tjue holder ett i snitt ikke det sanne.",
                       "Prikken er endringa, streken er 95 % intervallet. Til venstre for midten: færre udekte. "
                       "Kvart intervall gjeld for seg: av tjue held eitt i snitt ikkje det sanne.",
                       "The dot is the change, the line its 95% interval. Left of the middle: fewer unmet. "
                       "Each interval stands by itself: of twenty, one on average does not hold the true value."};

constexpr Phrase kSettings{"Hva som er forskjellig i planene ({0})", "Kva som er ulikt i planane ({0})", "What is different in the plans ({0})"};
constexpr Phrase kNothing{"Planene er like: ingenting annet enn navn og tekster er forskjellig.",
                          "Planane er like: ikkje noko anna enn namn og tekstar er ulikt.",
                          "The plans are the same: nothing but names and texts is different."};
constexpr Phrase kKey{"Nøkkel i scenarioet", "Nøkkel i scenarioet", "Key in the scenario"};

constexpr double kMinutesPerHour = 60, kMinutesPerDay = 24 * 60;

struct Line {
    std::string name;  // markup
    const Difference* difference;
};

bool is_shown(const Difference& d) { return d.needs >= kLeastShown; }

std::string line_row(const Line& line, double most) {
    const Difference& d = *line.difference;
    const auto change = [&](const Estimate& e, double unit, int decimals) {
        return is_shown(d) ? change_cell(e, unit, decimals) : number_cell(kUnknown);
    };
    return element("tr", "",
                   "<th scope=\"row\">" + line.name + "</th>" +
                       number_cell(spans_of([&](Lang l) { return number(d.unmet_a, 0, l); })) +
                       number_cell(spans_of([&](Lang l) { return number(d.unmet_b, 0, l); })) + change(d.unmet, 1, 0) +
                       element("td", "b", is_shown(d) && d.unmet_rate.valid ? change_mark(d.unmet_rate, most) : "") +
                       change(d.unmet_rate, 0.01, 1) + change(d.on_time_share, 0.01, 1) + change(d.access_mean_min, kMinutesPerHour, 1) +
                       change(d.handling_mean_min, kMinutesPerDay, 1)) +
           "\n";
}

std::string lines_table(const std::string& id, const Phrase& caption, const std::vector<Line>& lines, std::size_t plan) {
    double most = 0;
    for (const Line& line : lines)
        if (is_shown(*line.difference)) most = std::max(most, reach_of(line.difference->unmet_rate));
    std::string rows;
    for (const Line& line : lines) rows += line_row(line, most);
    const auto unmet_in = [](std::size_t p) {
        return Text::of([&](Lang l) { return fill(kUnmetIn.in(l), {letter_of(p)}); });
    };
    return table(id + "-" + letter_of(plan), spans(caption),
                 header_row({{kWhat}, {unmet_in(0), "n"}, {unmet_in(plan), "n"}, {kPeople, "n"}, {kPicture}, {kPoints, "n"},
                             {kOnTime, "n"}, {kAccess, "n"}, {kHandling, "n"}}),
                 rows);
}

template <class Named>
std::vector<Line> lines_of(const std::vector<Named>& named, const std::vector<Difference>& differences) {
    std::vector<Line> lines;
    for (std::size_t i = 0; i < named.size(); ++i)
        lines.push_back({spans_of([&](Lang l) { return name_of(named[i].label, named[i].key, l); }), &differences[i]});
    return lines;
}

std::vector<Line> municipalities(const Comparison& change) {
    std::vector<std::size_t> order(change.places.size() - 1);
    std::iota(order.begin(), order.end(), std::size_t{1});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t x, std::size_t y) {
        return change.places[x].local.unmet_rate.value < change.places[y].local.unmet_rate.value;
    });
    std::vector<Line> lines;
    for (const std::size_t p : order) lines.push_back({escaped(change.places[p].name), &change.places[p].local});
    return lines;
}

std::string cost(const Comparison& change) {
    if (!change.cost.valid || change.cost.value == 0) return {};
    std::string text = spans_of([&](Lang l) { return fill(words::kMeasuresCost.in(l), {with_interval(change.cost, 1, 0, l)}); });
    const Estimate& unmet = change.places[0].all.unmet;
    if (change.cost.value > 0 && unmet.high < 0)
        text += " " + spans_of([&](Lang l) { return fill(words::kCostEach.in(l), {number(-change.cost.value / unmet.value, 0, l)}); });
    return element("p", "", text);
}

/// A value of a scenario, in full but for very long ones.
std::string value_cell(const std::string& value) {
    constexpr std::size_t kLongest = 400;
    std::size_t length = std::min(value.size(), kLongest);
    while (length < value.size() && length > 0 && (static_cast<unsigned char>(value[length]) & 0xC0) == 0x80) --length;
    return element("td", "long", element("code", "", escaped(value.substr(0, length)) + (length < value.size() ? " …" : "")));
}

std::string settings(const ComparedPlans& compared, std::size_t plan) {
    const auto differences = plan_differences(compared.plans[0].scenario, compared.plans[plan].scenario);
    if (differences.empty()) return element("p", "", spans(kNothing));
    std::string rows;
    for (const KeyDifference& d : differences)
        rows += element("tr", "", "<th scope=\"row\"><code>" + escaped(d.key) + "</code></th>" + value_cell(d.a) + value_cell(d.b));
    const std::string title = spans_of([&](Lang l) { return fill(kSettings.in(l), {std::to_string(differences.size())}); });
    return "<details><summary>" + title + "</summary>" +
           table("settings-" + letter_of(plan), title,
                 header_row({{kKey}, {Text::same(letter_of(0))}, {Text::same(letter_of(plan))}}), rows) +
           "</details>\n";
}

}  // namespace

std::string change_part(const ComparedPlans& compared, std::size_t plan) {
    const Comparison& change = compared.changes[plan - 1].change;
    const PlaceComparison& area = change.places[0];
    const Scenario& s = compared.plans[0].scenario;
    const std::vector<Line> parts{{spans(words::kLocal), &area.local}, {spans(words::kState), &area.state}, {spans(words::kAll), &area.all}};
    std::string out = "<h2 id=\"change-" + letter_of(plan) + "\">" +
                      spans_of([&](Lang l) { return fill(kHead.in(l), {letter_of(plan)}); }) + "</h2>\n" +
                      element("p", "", plan_name(compared, plan)) + settings(compared, plan) + cost(change) +
                      element("p", "soft", spans(kNote));
    out += lines_table("parts", kParts, parts, plan);
    if (s.groups.size() > 1) out += lines_table("groups", words::kByGroup, lines_of(s.groups, area.groups), plan);
    if (s.services.size() > 1) out += lines_table("services", words::kByService, lines_of(s.services, area.services), plan);
    if (change.places.size() > 2) out += lines_table("places", words::kByMunicipality, municipalities(change), plan);
    return out + element("p", "soft", spans_of([&](Lang l) { return fill(words::kSamePeople.in(l), {percent(area.local.variance_ratio, 0, l)}); }));
}

}  // namespace skranke::comparison
