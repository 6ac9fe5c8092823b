#include "engine/report/planning/lend_words.hpp"

#include <algorithm>
#include <cmath>
#include <set>

namespace skranke {
namespace {

constexpr std::uint32_t kRoughBelow = 30;

constexpr Phrase kAgreement{
    "{1} årsverk i saksbehandlingen, lånt ut av {0} av de {7} kontorene til {2} av dem, gir {3} ({4}–{5}) færre behov som blir udekket eller dekket for sent i løpet av {6} uker, og "
    "hos ingen långiver øker de med mer enn {8} av behovene.",
    "{1} årsverk i saksbehandlinga, lånt ut av {0} av dei {7} kontora til {2} av dei, gir {3} ({4}–{5}) færre behov som blir udekte eller dekte for seint i løpet av {6} veker, og "
    "hos ingen långivar aukar dei med meir enn {8} av behova.",
    "{1} FTE in casework, lent by {0} of the {7} offices to {2} of them, leave {3} ({4}–{5}) fewer needs unmet or met late in {6} weeks, and at no lender do they grow by more than {8} of its needs."};
constexpr Phrase kUnsure{" Om det hjelper, er likevel ikke sikkert: intervallet når til 0.", " Om det hjelper, er likevel ikkje sikkert: intervallet når til 0.",
                         " Whether it helps is not certain, though: the interval reaches 0."};
constexpr Phrase kNoNeed{"Ingen utlån: ingen av de {0} kontorene får sikkert flere behov dekket i tide av {1} årsverk mer i saksbehandlingen enn det som regnes som tilfeldig.",
                         "Ingen utlån: ingen av dei {0} kontora får sikkert fleire behov dekte i tide av {1} årsverk meir i saksbehandlinga enn det som blir rekna som tilfeldig.",
                         "No loans: none of the {0} offices surely has more needs met in time with {1} FTE more in casework than what counts as chance."};
constexpr Phrase kNoLoans{"Ingen utlån: {0} av {1} kontorer ville hatt nytte av flere saksbehandlere, men ingen innen rekkevidde kan avse dem uten å få det verre.",
                          "Ingen utlån: {0} av {1} kontor ville hatt nytte av fleire saksbehandlarar, men ingen innan rekkjevidd kan avsjå dei utan å få det verre.",
                          "No loans: {0} of {1} offices would gain from more caseworkers, but nobody within reach can spare them without being worse off."};
constexpr Phrase kLoan{"{0} låner ut {1} årsverk til {2} ({3} km)", "{0} låner ut {1} årsverk til {2} ({3} km)", "{0} lends {1} FTE to {2} ({3} km)"};
constexpr Phrase kDropped{"{0} ble tatt ut som långiver: prøvd med nye mennesker kan det få opptil {1} flere behov udekket eller dekket for sent (grensen er {2}){3}.",
                          "{0} blei teken ut som långivar: prøvd med nye menneske kan det få opptil {1} fleire behov udekte eller dekte for seint (grensa er {2}){3}.",
                          "{0} was left out as a lender: tried with new people it may have up to {1} more needs unmet or met late (the limit is {2}){3}."};
constexpr Phrase kBrokenRules{", og regler for vurderingen holder sjeldnere", ", og reglar for vurderinga held sjeldnare", ", and rules of its verdict hold more seldom"};
constexpr Phrase kOwnPools{"Scenarioets egne avtaler om lån", "Scenarioet sine eigne avtaler om lån", "The scenario’s own lending rules"};
constexpr Phrase kOnePool{"Én felles regel for alle kontorene (lån når det ligger mer enn fem dagers arbeid, lån ut når det er mindre enn to)",
                          "Éin felles regel for alle kontora (lån når det ligg meir enn fem dagars arbeid, lån ut når det er mindre enn to)",
                          "One common rule for all offices (borrow with more than five days’ work in line, lend with less than two)"};
constexpr Phrase kOther{"{0}: endring i udekkede eller for sent dekkede behov {1}, blant de samme menneskene.", "{0}: endring i udekte eller for seint dekte behov {1}, blant dei same menneska.",
                        "{0}: change in needs unmet or met late {1}, among the same people."};
constexpr Phrase kBetter{" Det er bedre enn avtalen.", " Det er betre enn avtala.", " That is better than the agreement."};
constexpr Phrase kWorse{" Avtalen er bedre.", " Avtala er betre.", " The agreement is better."};
constexpr Phrase kUndecided{" Hva som er best, kan ikke sies sikkert.", " Kva som er best, kan ikkje seiast sikkert.", " Which is better cannot be told for sure."};
constexpr Phrase kRules{
    "Et kontor låner ut eller låner høyst {0} årsverk, i steg på {1}, og låner ut høyst {2} av sine egne. {3} En innlånt gjør {4} av arbeidet til en av kontorets egne. Verre er det for et "
    "kontor når 95 % intervallet for flere udekkede eller sene behov går over {5} av behovene (minst ett), eller når en regel for vurderingen sikkert holder sjeldnere. Alt dette er "
    "forutsetninger.",
    "Eit kontor låner ut eller låner høgst {0} årsverk, i steg på {1}, og låner ut høgst {2} av sine eigne. {3} Ein innlånt gjer {4} av arbeidet til ein av kontoret sine eigne. Verre er det for eit "
    "kontor når 95 % intervallet for fleire udekte eller seine behov går over {5} av behova (minst eitt), eller når ein regel for vurderinga sikkert held sjeldnare. Alt dette er "
    "føresetnader.",
    "An office lends or borrows at most {0} FTE, in steps of {1}, and lends at most {2} of its own. {3} A borrowed caseworker does {4} of the work of one’s own. An office is worse off when the 95% "
    "interval of further needs unmet or met late reaches above {5} of its needs (one at least), or when a rule of its verdict surely holds more seldom. All of this is assumed."};
constexpr Phrase kAnywhere{"Avstanden er uten grense.", "Avstanden er utan grense.", "Distance has no limit."};
constexpr Phrase kWithin{"Høyst {0} km mellom dem i luftlinje.", "Høgst {0} km mellom dei i luftlinje.", "At most {0} km between them as the crow flies."};
constexpr Phrase kRuns{"Forløp av hver bemanning: {0}. Runder med nye mennesker: {1}. Alle kontorene ble prøvd samtidig.",
                       "Forløp av kvar bemanning: {0}. Rundar med nye menneske: {1}. Alle kontora blei prøvde samtidig.",
                       "Runs of each staffing: {0}. Rounds among new people: {1}. All offices were tried at the same time."};
constexpr Phrase kRough{" Intervaller fra færre enn {0} forløp er grove.", " Intervall frå færre enn {0} forløp er grove.", " Intervals from fewer than {0} runs are rough."};
constexpr Phrase kTo{" til ", " til ", " to "};

std::string amount(double value, Lang lang) { return number(value, std::abs(value - std::round(value)) < 1e-9 ? 0 : std::abs(10 * value - std::round(10 * value)) < 1e-9 ? 1 : 2, lang); }

/// Places that surely gain from more staff.
std::size_t in_need(const Agreement& agreement) {
    const std::vector<double> none(agreement.places.size(), 0.0);
    std::size_t count = 0;
    for (const std::vector<double>& gains :
         market_of(agreement.responses, none, agreement.tolerances, agreement.km, std::vector<bool>(agreement.places.size()), agreement.rules).gains)
        count += gains.empty() ? 0 : 1;
    return count;
}

}  // namespace

double net_positions(const Agreement& agreement, std::size_t place) {
    double net = 0;
    for (const StaffLoan& loan : agreement.loans)
        net += agreement.rules.unit * loan.units * ((loan.borrower == place ? 1 : 0) - (loan.lender == place ? 1 : 0));
    return net;
}

std::string change_with_interval(const Estimate& change, Lang lang) {
    if (!change.valid) return kUnknown;
    return number(change.value, 1, lang) + " (" + number(change.low, 1, lang) + kTo.in(lang) + number(change.high, 1, lang) + ")";
}

std::string main_sentence(const Agreement& agreement, Lang lang) {
    if (agreement.loans.empty()) {
        const std::size_t need = in_need(agreement);
        const std::string places = std::to_string(agreement.places.size());
        return need == 0 ? fill(kNoNeed.in(lang), {places, amount(agreement.rules.unit * agreement.rules.most_units, lang)})
                         : fill(kNoLoans.in(lang), {std::to_string(need), places});
    }
    std::set<std::size_t> lenders, borrowers;
    int units = 0;
    for (const StaffLoan& loan : agreement.loans) {
        lenders.insert(loan.lender);
        borrowers.insert(loan.borrower);
        units += loan.units;
    }
    const Estimate& all = agreement.plans.front().all;
    return fill(kAgreement.in(lang), {std::to_string(lenders.size()), amount(agreement.rules.unit * units, lang), std::to_string(borrowers.size()), number(-all.value, 0, lang),
                                      number(-all.high, 0, lang), number(-all.low, 0, lang), std::to_string(agreement.weeks), std::to_string(agreement.places.size()), percent(agreement.rules.tolerance, 1, lang)}) +
           (all.high >= 0 ? kUnsure.in(lang) : "");
}

std::string loan_sentence(const Agreement& agreement, const StaffLoan& loan, Lang lang) {
    return fill(kLoan.in(lang), {agreement.places[loan.lender].name, amount(agreement.rules.unit * loan.units, lang), agreement.places[loan.borrower].name,
                                 number(agreement.km[loan.lender][loan.borrower], 0, lang)});
}

std::string dropped_sentence(const Agreement& agreement, const DroppedLender& dropped, Lang lang) {
    return fill(kDropped.in(lang), {agreement.places[dropped.place].name, number(dropped.change.further.high, 1, lang), number(dropped.change.tolerance, 1, lang),
                                    dropped.change.broken_rules.empty() ? "" : kBrokenRules.in(lang)});
}

std::string other_sentence(const Agreement& agreement, const SharingPlan& plan, Lang lang) {
    const Phrase& name = plan.key == "own_pools" ? kOwnPools : kOnePool;
    const std::string said = fill(kOther.in(lang), {name.in(lang), change_with_interval(plan.all, lang)});
    if (agreement.loans.empty()) return said;
    const Estimate& gap = plan.less_agreement;
    return said + (gap.high < 0 ? kBetter : gap.low > 0 ? kWorse : kUndecided).in(lang);
}

std::string rules_sentence(const Agreement& agreement, Lang lang) {
    const LendingRules& r = agreement.rules;
    const std::string distance = r.longest_km > 0 ? fill(kWithin.in(lang), {number(r.longest_km, 0, lang)}) : kAnywhere.in(lang);
    return fill(kRules.in(lang), {amount(r.unit * r.most_units, lang), amount(r.unit, lang), percent(r.most_share, 0, lang), distance, percent(r.pace, 0, lang), percent(r.tolerance, 1, lang)});
}

std::string runs_sentence(const Agreement& agreement, Lang lang) {
    return fill(kRuns.in(lang), {number(agreement.replications, 0, lang), std::to_string(agreement.rounds)}) +
           (agreement.replications < kRoughBelow ? fill(kRough.in(lang), {std::to_string(kRoughBelow)}) : "");
}

}  // namespace skranke
