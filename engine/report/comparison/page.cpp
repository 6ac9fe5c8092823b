// The comparison's page put together: title, answer and provenance.

#include "engine/base/contract.hpp"
#include "engine/report/comparison/change_words.hpp"
#include "engine/report/comparison/comparison_page.hpp"
#include "engine/report/comparison/parts.hpp"
#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"
#include "engine/report/page/frame.hpp"

namespace skranke {
namespace comparison {
namespace {

constexpr Phrase kTitle{"Hva endrer planen?", "Kva endrar planen?", "What does the plan change?"};
constexpr Phrase kTitleMany{"Hvilken plan hjelper flest?", "Kva plan hjelper flest?", "Which plan helps most?"};
constexpr Phrase kFacts{"Hver plan møter de samme menneskene i {0} simulerte forløp, så forskjellen er planens og ikke tilfeldighetenes.",
                        "Kvar plan møter dei same menneska i {0} simulerte forløp, så skilnaden er planen sin og ikkje tilfella sin.",
                        "Every plan meets the same people in {0} simulated runs, so that the difference is the plan's and not chance's."};
constexpr Phrase kAnswer{"Svaret", "Svaret", "The answer"};
constexpr Phrase kFewer{"{0} mot {1}: {2} færre lokale behov blir stående udekte i et forløp ({3}).",
                        "{0} mot {1}: {2} færre lokale behov blir ståande udekte i eit forløp ({3}).",
                        "{0} against {1}: {2} fewer local needs go unmet in a run ({3})."};
constexpr Phrase kMore{"{0} mot {1}: {2} flere lokale behov blir stående udekte i et forløp ({3}).",
                       "{0} mot {1}: {2} fleire lokale behov blir ståande udekte i eit forløp ({3}).",
                       "{0} against {1}: {2} more local needs go unmet in a run ({3})."};
constexpr Phrase kNoChange{"{0} mot {1}: ingen sikker endring for lokale behov ({3}).", "{0} mot {1}: inga sikker endring for lokale behov ({3}).",
                           "{0} against {1}: no certain change for local needs ({3})."};
constexpr Phrase kCaveat{"Resultater fra en modell. De er ikke kontrollert mot målte ventetider.",
                         "Resultat frå ein modell. Dei er ikkje kontrollerte mot målte ventetider.",
                         "Results of a model. They have not been checked against measured waiting times."};
constexpr std::uint64_t kFewRuns = 30;  // results/validation/coverage.md
constexpr Phrase kFewRunsNote{"Bare {0} forløp: intervallene er grove og holder det sanne sjeldnere enn de sier. Kjør flere før du bruker tallene.",
                              "Berre {0} forløp: intervalla er grove og held det sanne sjeldnare enn dei seier. Køyr fleire før du bruker tala.",
                              "Only {0} runs: the intervals are rough and hold the truth less often than they say. Run more before you use the numbers."};
constexpr Phrase kPlan{"Plan", "Plan", "Plan"};
constexpr Phrase kPerRun{"Udekte lokale behov i et forløp", "Udekte lokale behov i eit forløp", "Unmet local needs in a run"};
constexpr Phrase kChange{"Endring", "Endring", "Change"};
constexpr Phrase kPicture{"Endring i udekte, bilde", "Endring i udekte, bilete", "Change in unmet, picture"};
constexpr Phrase kPoints{"Endring, prosentpoeng", "Endring, prosentpoeng", "Change, percentage points"};
constexpr Phrase kCost{"Kostnad mer (kroner)", "Kostnad meir (kroner)", "Cost more (NOK)"};
constexpr Phrase kReference{"sammenlignes med", "blir samanlikna med", "is compared with"};
constexpr Phrase kProvenance{"Hvor tallene kommer fra", "Kvar tala kjem frå", "Where the numbers come from"};
constexpr Phrase kCommand{"Kommando", "Kommando", "Command"};
constexpr Phrase kRunBy{"Kjørt som", "Køyrd som", "Run as"};

std::string titled(const ComparedPlans& compared, std::size_t plan, Lang lang) {
    const Scenario& s = compared.plans[plan].scenario;
    return letter_of(plan) + " (" + name_of(s.title, s.name, lang) + ")";
}

std::string lead(const ComparedPlans& compared, std::size_t plan) {
    const Estimate& unmet = compared.changes[plan - 1].change.places[0].local.unmet;
    if (!unmet.valid) return {};
    const Phrase& words = !is_certain(unmet) ? kNoChange : unmet.value < 0 ? kFewer : kMore;
    const Estimate helped{-unmet.value, -unmet.high, -unmet.low, true};
    const Estimate size = helped.value < 0 ? Estimate{-helped.value, -helped.high, -helped.low, true} : helped;
    return element("p", compared.plans.size() == 2 ? "lead" : "", spans_of([&](Lang l) {
                       return fill(words.in(l), {titled(compared, plan, l), letter_of(0), number(size.value, 0, l),
                                                 has_interval(size) ? interval_words(size, 1, 0, l) : kUnknown});
                   }));
}

std::string row(const ComparedPlans& compared, std::size_t plan, double most) {
    const Comparison& shown = compared.changes[plan == 0 ? 0 : plan - 1].change;
    const Difference& local = shown.places[0].local;
    std::string cells = "<th scope=\"row\">" + plan_name(compared, plan) + "</th>" +
                        number_cell(spans_of([&](Lang l) { return number(plan == 0 ? local.unmet_a : local.unmet_b, 0, l); }));
    if (plan == 0) {
        cells += "<td class=\"t\" colspan=\"4\">" + spans(kReference) + "</td>";
    } else {
        cells += change_cell(local.unmet, 1, 0) +
                 element("td", "b", change_mark(local.unmet, most)) +
                 change_cell(local.unmet_rate, 0.01, 1) +
                 change_cell(shown.cost, 1, 0);
    }
    return element("tr", "", cells + text_cell(spans(compared.plans[plan].may_be_best ? words::kYes : words::kNo)));
}

std::string facts_of(const ComparedPlan& plan) {
    const Provenance& p = plan.provenance;
    return escaped("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")") + ", " + p.created) + "<br>" +
           element("code", "", escaped(p.command)) + "<br>" +
           escaped("scenario " + hexadecimal(p.scenario_hash) + ", seed " + std::to_string(p.seed) + ", fingerprint " +
                   hexadecimal(p.fingerprint) + " (" + key_of(p.fingerprint_strength) + ")");
}

}  // namespace

std::string change_cell(const Estimate& e, double unit, int decimals) {
    if (!e.valid) return number_cell(kUnknown);
    std::string text = spans_of([&](Lang l) { return signed_number(e.value / unit, decimals, l); });
    if (has_interval(e)) text += element("span", "i", spans_of([&](Lang l) { return interval_words(e, unit, decimals, l); }));
    return number_cell(text);
}

std::string plan_name(const ComparedPlans& compared, std::size_t plan) {
    const Scenario& s = compared.plans[plan].scenario;
    return element("b", "", letter_of(plan)) + " " + spans_of([&](Lang l) { return name_of(s.title, s.name, l); });
}

std::string title_part(const ComparedPlans& compared) {
    const std::uint64_t runs = compared.changes.front().change.replications;
    return element("p", "brand", "Skranke") + element("h1", "", spans(compared.plans.size() == 2 ? kTitle : kTitleMany)) +
           element("p", "question", spans_of([&](Lang l) { return fill(kFacts.in(l), {number(static_cast<double>(runs), 0, l)}); })) +
           element("p", "caveat", spans(kCaveat)) +
           (runs >= kFewRuns ? "" : element("p", "caveat", spans_of([&](Lang l) {
                                        return fill(kFewRunsNote.in(l), {number(static_cast<double>(runs), 0, l)});
                                    })));
}

std::string answer_part(const ComparedPlans& compared) {
    double most = 0;
    for (const PlanChange& change : compared.changes) most = std::max(most, reach_of(change.change.places[0].local.unmet));
    std::string leads, rows;
    for (std::size_t plan = 1; plan < compared.plans.size(); ++plan) leads += lead(compared, plan);
    for (std::size_t plan = 0; plan < compared.plans.size(); ++plan) rows += row(compared, plan, most);
    return "<h2 id=\"answer\">" + spans(kAnswer) + "</h2>\n" + leads +
           table("plans", spans(kPerRun),
                 header_row({{kPlan}, {words::kUnmet, "n"}, {kChange, "n"}, {kPicture}, {kPoints, "n"}, {kCost, "n"}, {words::kMayBeBest}}), rows) +
           element("p", "soft", spans(words::kBestGuarantee));
}

std::string provenance_part(const ComparedPlans& compared) {
    std::string list = element("dt", "", spans(kCommand)) +
                       element("dd", "", escaped("Skranke " + compared.version + ", " + compared.created) + "<br>" +
                                             element("code", "", escaped(compared.command)));
    for (std::size_t plan = 0; plan < compared.plans.size(); ++plan)
        list += element("dt", "", letter_of(plan) + " " + spans(kRunBy)) + element("dd", "", facts_of(compared.plans[plan]));
    return "<h2 id=\"provenance\">" + spans(kProvenance) + "</h2>\n" + element("dl", "facts", list) + "\n";
}

}  // namespace comparison

std::string letter_of(std::size_t plan) {
    constexpr std::size_t kLetters = 26;
    const std::string last(1, static_cast<char>('A' + plan % kLetters));
    return plan < kLetters ? last : letter_of(plan / kLetters - 1) + last;
}

std::string html_comparison(const ComparedPlans& compared, Lang lang) {
    SKRANKE_EXPECT(compared.plans.size() >= 2 && compared.changes.size() + 1 == compared.plans.size());
    std::string title = compared.plans[0].scenario.name, main = comparison::answer_part(compared);
    for (std::size_t plan = 1; plan < compared.plans.size(); ++plan) {
        title += " / " + compared.plans[plan].scenario.name;
        main += comparison::change_part(compared, plan) + comparison::people_part(compared, plan);
    }
    return page::framed({title, compared.version, lang, "answer"}, comparison::title_part(compared), main,
                        comparison::provenance_part(compared));
}

}  // namespace skranke
