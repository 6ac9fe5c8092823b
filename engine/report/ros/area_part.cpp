// What happens, how the whole area fares, and what the scenario does about it.

#include "engine/report/ros/parts.hpp"
#include "engine/report/text/answer_text.hpp"
#include "engine/report/text/policy_text.hpp"

namespace skranke::ros {

namespace {

constexpr Phrase kEvent{"Hendelsen", "Hendinga", "The event"};
constexpr Phrase kHits{"Det som rammer i scenarioet:", "Det som råkar i scenarioet:", "What hits in the scenario:"};
constexpr Phrase kNothingHits{"Ingenting rammer i scenarioet: det er vanlig drift.", "Ingenting råkar i scenarioet: det er vanleg drift.",
                              "Nothing hits in the scenario: it is ordinary operation."};
constexpr Phrase kEventOdds{"Hvor sannsynlig selve hendelsen er, sier modellen ingenting om; det må kommunen vurdere.",
                            "Kor sannsynleg sjølve hendinga er, seier modellen ingenting om; det må kommunen vurdere.",
                            "How likely the event itself is the model does not say; the municipality must judge that."};
constexpr Phrase kArea{"Området samlet", "Området samla", "The whole area"};
constexpr Phrase kHead{"Krav", "Krav", "Head"}, kAnswer{"Svar", "Svar", "Answer"}, kHow{"Sannsynlighet, gitt hendelsen", "Sannsyn, gitt hendinga", "Probability, given the event"},
    kBroken{"Oftest brutt", "Oftast brote", "Broken most often"};
constexpr Phrase kInForce{"Tiltak som alt ligger i scenarioet", "Tiltak som alt ligg i scenarioet", "Measures that the scenario has already"};
constexpr Phrase kMeasure{"Tiltak", "Tiltak", "Measure"}, kWhen{"Utløses", "Blir utløyst", "Triggered"}, kCost{"Kostnad i perioden", "Kostnad i perioden", "Cost over the period"};
constexpr Phrase kKroner{"{0} kroner", "{0} kroner", "NOK {0}"};

void add_policies(const RosPlan& plan, Parts& parts) {
    DocumentTable table{.widths = {0.40, 0.38, 0.22}, .header = {kMeasure.in(plan.lang), kWhen.in(plan.lang), kCost.in(plan.lang)}, .rows = {}};
    for (std::size_t p = 0; p < plan.summary.policies.size(); ++p) {
        const Policy& policy = plan.scenario.policies[p];
        const Estimate& cost = plan.summary.policies[p].cost;
        if (!policy.enabled) continue;
        table.rows.push_back({cell(name_of(policy.label, policy.key, plan.lang)), cell(when_text(policy, plan.lang)),
                              cell(cost.valid ? fill(kKroner.in(plan.lang), {number(cost.value, 0, plan.lang)}) : kUnknown)});
    }
    if (table.rows.empty()) return;
    parts.say(TextRole::subheading, kInForce.in(plan.lang));
    parts.table(std::move(table));
}

}  // namespace

void add_event(const RosPlan& plan, Parts& parts) {
    const Scenario& s = plan.scenario;
    parts.say(TextRole::heading, kEvent.in(plan.lang));
    parts.say(TextRole::strong, name_of(s.title, s.name, plan.lang));
    parts.say(TextRole::body, name_of(s.question, "", plan.lang));
    parts.say(TextRole::body, facts_text(s, plan.summary, plan.lang));
    bool any = false;
    for (const Surge& surge : s.surges) {
        if (!surge.enabled) continue;
        if (!any) parts.say(TextRole::body, kHits.in(plan.lang));
        any = true;
        parts.say(TextRole::item, name_of(surge.label, surge.key, plan.lang));
    }
    if (!any) parts.say(TextRole::body, kNothingHits.in(plan.lang));
    parts.say(TextRole::caveat, kEventOdds.in(plan.lang));
}

void add_area(const RosPlan& plan, Parts& parts) {
    const PlaceSummary& area = plan.summary.places.front();
    parts.say(TextRole::heading, kArea.in(plan.lang));
    parts.say(TextRole::strong, unmet_text(area, plan.lang));
    parts.say(TextRole::body, reason_text(area, plan.lang));
    parts.say(TextRole::body, times_text(area, plan.lang));
    DocumentTable table{.widths = {0.25, 0.13, 0.31, 0.31},
                        .header = {kHead.in(plan.lang), kAnswer.in(plan.lang), kHow.in(plan.lang), kBroken.in(plan.lang)},
                        .rows = {}};
    for (const Head head : {Head::available, Head::handled, Head::sufficient}) {
        const HeadVerdict& verdict = area.verdict[static_cast<std::size_t>(head)];
        const bool fails = verdict.worst_fails > 0;
        table.rows.push_back({cell(words_of(head).in(plan.lang), TextRole::strong), cell(words_of(certainty_of(verdict.holds)).in(plan.lang)),
                              cell(holds_text(verdict, plan.lang)), cell(fails ? rule_text(head, verdict.worst_rule, plan.scenario.verdict, plan.lang) : kUnknown)});
    }
    parts.table(std::move(table));
    parts.say(TextRole::body, words::kRulesNote.in(plan.lang));
    add_policies(plan, parts);
}

}  // namespace skranke::ros
