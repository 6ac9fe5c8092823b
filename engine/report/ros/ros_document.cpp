#include "engine/report/ros/ros_document.hpp"

#include <algorithm>

#include "engine/base/contract.hpp"
#include "engine/report/ros/parts.hpp"
#include "engine/report/text/answer_text.hpp"
#include "engine/report/text/definitions.hpp"

namespace skranke {

namespace {

constexpr Phrase kTitle{"Utkast: ROS-analyse og beredskapsplan for sosiale tjenester", "Utkast: ROS-analyse og beredskapsplan for sosiale tenester",
                        "Draft: risk and vulnerability analysis and preparedness plan for social services"};
constexpr Phrase kDraft{
    "Dette er et utkast fra en modell som ikke er kontrollert mot målte ventetider. Kommunen må vurdere, rette og fylle ut før det brukes.",
    "Dette er eit utkast frå ein modell som ikkje er kontrollert mot målte ventetider. Kommunen må vurdere, rette og fylle ut før det blir brukt.",
    "This is a draft from a model that has not been checked against measured waiting times. The municipality must judge, correct and fill it in before use."};
constexpr Phrase kUncertainty{"Usikkerhet og forbehold", "Uvisse og atterhald", "Uncertainty and caveats"};
constexpr std::array<Phrase, 4> kCaveats{{
    {"Intervallene sier hvor sikkert modellen kjenner sitt eget gjennomsnitt, ikke hvor godt den treffer virkeligheten.",
     "Intervalla seier kor sikkert modellen kjenner sitt eige gjennomsnitt, ikkje kor godt han treffer røyndomen.",
     "The intervals say how surely the model knows its own mean, not how well it meets reality."},
    {"Sannsynlighetene gjelder gitt at hendelsen inntreffer slik scenarioet beskriver den.", "Sannsyna gjeld gitt at hendinga skjer slik scenarioet skildrar ho.",
     "The probabilities hold given that the event comes as the scenario describes it."},
    {"Reglene er normer valgt i scenarioet, ikke lov.", "Reglane er normer valde i scenarioet, ikkje lov.", "The rules are norms chosen in the scenario, not law."},
    {"Svaret hviler på {0} forutsetninger som står med begrunnelse i rapporten og i summary.xlsx; {1} av dem er antakelser som ingen har målt.",
     "Svaret kviler på {0} føresetnader som står med grunngjeving i rapporten og i summary.xlsx; {1} av dei er antakingar som ingen har målt.",
     "The answer rests on {0} assumptions that stand with their reasons in the report and in summary.xlsx; {1} of them have not been measured by anyone."},
}};
constexpr Phrase kOrigin{"Hvor tallene kommer fra", "Kvar tala kjem frå", "Where the numbers come from"};
constexpr Phrase kLeft{"Det kommunen må fylle ut", "Det kommunen må fylle ut", "What the municipality must fill in"};
constexpr std::array<Phrase, 4> kToFillIn{{
    {"Hvor sannsynlig selve hendelsen er, og hvem som har vurdert det.", "Kor sannsynleg sjølve hendinga er, og kven som har vurdert det.",
     "How likely the event itself is, and who has judged it."},
    {"Hvem som varsler, leder og vedtar tiltak, med stedfortredere.", "Kven som varslar, leier og vedtek tiltak, med vara.",
     "Who gives warning, leads and decides on measures, with deputies."},
    {"Ansvarlig og frist for hvert tiltak, og hvordan det øves.", "Ansvarleg og frist for kvart tiltak, og korleis det blir øvd.",
     "Who is responsible for each measure and by when, and how it is rehearsed."},
    {"Hvordan det måles at en utløser er nådd: antall henvendelser, ventetid og åpne saker uke for uke.",
     "Korleis det blir målt at ein utløysar er nådd: tal førespurnader, ventetid og opne saker veke for veke.",
     "How it is measured that a trigger is reached: contacts, waits and open cases week by week."},
}};

const char* language_of(Lang lang) { return lang == Lang::nb ? "nb-NO" : lang == Lang::nn ? "nn-NO" : "en-GB"; }

bool is_told(const RosPlan& plan, const PlanningPlace& place) {
    return plan.municipalities.empty() || std::any_of(place.municipalities.begin(), place.municipalities.end(), [&](std::size_t m) {
               return std::find(plan.municipalities.begin(), plan.municipalities.end(), m) != plan.municipalities.end();
           });
}

void add_closing(const RosPlan& plan, ros::Parts& parts) {
    parts.say(TextRole::heading, kLeft.in(plan.lang));
    for (const Phrase& line : kToFillIn) parts.say(TextRole::item, line.in(plan.lang));
    parts.say(TextRole::heading, kUncertainty.in(plan.lang));
    const auto& assumptions = plan.scenario.assumptions;
    const auto guessed = std::count_if(assumptions.begin(), assumptions.end(), [](const Assumption& a) { return a.basis == "assumption"; });
    for (const Phrase& line : kCaveats) parts.say(TextRole::item, fill(line.in(plan.lang), {std::to_string(assumptions.size()), std::to_string(guessed)}));
    const Provenance& p = plan.provenance;
    parts.say(TextRole::heading, kOrigin.in(plan.lang));
    parts.say(TextRole::body, "Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")") + ", " + p.created);
    parts.say(TextRole::body, p.command);
    parts.say(TextRole::body, "Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    parts.say(TextRole::body, "Seed: " + std::to_string(p.seed) + ", fingerprint: " + hexadecimal(p.fingerprint) + " (" + key_of(p.fingerprint_strength) + ")");
}

}  // namespace

TextDocument ros_document(const RosPlan& plan) {
    SKRANKE_EXPECT(!plan.summary.places.empty());
    const Provenance& p = plan.provenance;
    TextDocument document{.title = kTitle.in(plan.lang),
                      .language = language_of(plan.lang),
                      .footer = "Skranke " + p.version + " · " + p.scenario_name + " · " + hexadecimal(p.fingerprint),
                      .made = p.created,
                      .parts = {}};
    ros::Parts parts(document);
    parts.say(TextRole::title, kTitle.in(plan.lang));
    parts.say(TextRole::caveat, kDraft.in(plan.lang));
    parts.say(TextRole::caveat, few_runs_text(plan.summary, plan.lang));
    ros::add_event(plan, parts);
    ros::add_area(plan, parts);
    for (const PlanningPlace& place : planning_places(plan.scenario))
        if (is_told(plan, place)) ros::add_office(plan, place, parts);
    add_closing(plan, parts);
    return document;
}

}  // namespace skranke
