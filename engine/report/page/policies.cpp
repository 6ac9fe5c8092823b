// The measures of a scenario: when they were taken, for how long, and what they cost.

#include "engine/report/markup.hpp"
#include "engine/report/page/parts.hpp"
#include "engine/report/text/policy_text.hpp"

namespace skranke::page {
namespace {

constexpr Phrase kPolicies{"Tiltak", "Tiltak", "Measures"};
constexpr Phrase kCaption{"Hva som ble gjort, når og til hvilken kostnad", "Kva som vart gjort, når og til kva kostnad",
                          "What was done, when and at what cost"};
constexpr Phrase kNote{
    "Gjennomsnitt per simulert forløp, alle kontorer til sammen. Kostnaden er det scenarioet sier at tiltaket koster; lønn til "
    "dem som alt er ansatt, er ikke med.",
    "Gjennomsnitt per simulerte forløp, alle kontor til saman. Kostnaden er det scenarioet seier at tiltaket kostar; løn til "
    "dei som alt er tilsette, er ikkje med.",
    "Means per simulated run, all offices together. The cost is what the scenario says the measure costs; the pay of those "
    "who are employed anyway is not included."};
constexpr Phrase kWhen{"Når", "Når", "When"};
constexpr Phrase kStarts{"Ganger satt i verk", "Gonger sette i verk", "Times started"};
constexpr Phrase kDays{"Arbeidsdager i kraft", "Arbeidsdagar i kraft", "Working days in force"};
constexpr Phrase kCost{"Kostnad (kroner)", "Kostnad (kroner)", "Cost (NOK)"};
constexpr Phrase kIf{"når {0}", "når {0}", "when {0}"};

std::string when(const Policy& policy) {
    if (!policy.is_triggered()) return spans_of([&](Lang l) { return dates_text(policy, l); });
    const std::string condition = element("code", "", escaped(policy.when_text));
    std::string words = spans(Text::of([](Lang l) { return fill(kIf.in(l), {""}); })) + condition;
    if (policy.from != Date{} || policy.to != Date{})
        words += " (" + spans_of([&](Lang l) { return dates_text(policy, l); }) + ")";
    return words;
}

std::string mean_cell(const Estimate& mean, int decimals) {
    std::string text = spans_of([&](Lang l) { return number(mean.value, decimals, l); });
    const bool varies = mean.valid && mean.half_width() > 0 && mean.half_width() < 1e18;
    if (varies)
        text += element("span", "i", spans_of([&](Lang l) {
                            return number(std::max(0.0, mean.low), decimals, l) + "–" + number(mean.high, decimals, l);
                        }));
    return number_cell(text);
}

}  // namespace

std::string policies_part(const Input& in) {
    std::string rows;
    for (std::size_t p = 0; p < in.summary.policies.size(); ++p) {
        const Policy& policy = in.scenario.policies[p];
        if (!policy.enabled) continue;
        const PolicySummary& sum = in.summary.policies[p];
        rows += element("tr", "",
                        "<th scope=\"row\">" + spans_of([&](Lang l) { return name_of(policy.label, policy.key, l); }) +
                            "</th>" + element("td", "long", when(policy)) + mean_cell(sum.starts, 1) +
                            mean_cell(sum.days, 0) + mean_cell(sum.cost, 0));
    }
    if (rows.empty()) return {};
    return "<h2 id=\"policies\">" + spans(kPolicies) + "</h2>\n" +
           table("policies-table", spans(kCaption),
                 header_row({{kPolicies}, {kWhen}, {kStarts, "n"}, {kDays, "n"}, {kCost, "n"}}), rows) +
           element("p", "soft", spans(kNote));
}

}  // namespace skranke::page
