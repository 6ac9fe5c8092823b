#include "engine/report/planning/catch_up_words.hpp"

#include <cmath>

namespace skranke {
namespace {

constexpr std::uint32_t kRoughBelow = 30;

constexpr Phrase kWeek{"uke {0}", "veke {0}", "week {0}"};
constexpr Phrase kAfterWeek{"etter uke {0}", "etter veke {0}", "after week {0}"};
constexpr Phrase kWeeks{"uke {0}–{1}", "veke {0}–{1}", "week {0}–{1}"};
constexpr Phrase kWeekAndLater{"uke {0} eller senere", "veke {0} eller seinare", "week {0} or later"};

constexpr Phrase kNeverBehind{"Med dagens bemanning er {0} innenfor fristene fra første uke i {1} av forløpene.",
                              "Med dagens bemanning er {0} innanfor fristane frå første veke i {1} av forløpa.",
                              "With today’s staff {0} is inside its clocks from the first week in {1} of the runs."};
constexpr Phrase kBack{
    "Med dagens bemanning er {0} innenfor fristene igjen ved utgangen av {1} ({2}) eller før i halvparten av forløpene, i åtte av ti mellom {3} og {4}.",
    "Med dagens bemanning er {0} innanfor fristane igjen ved utgangen av {1} ({2}) eller før i halvparten av forløpa, i åtte av ti mellom {3} og {4}.",
    "With today’s staff {0} is back inside its clocks by the end of {1} ({2}) or before in half of the runs, in eight of ten between {3} and {4}."};
constexpr Phrase kBackOpen{
    "Med dagens bemanning er {0} innenfor fristene igjen ved utgangen av {1} ({2}) eller før i halvparten av forløpene, i ett av ti allerede {3}.",
    "Med dagens bemanning er {0} innanfor fristane igjen ved utgangen av {1} ({2}) eller før i halvparten av forløpa, i eitt av ti allereie {3}.",
    "With today’s staff {0} is back inside its clocks by the end of {1} ({2}) or before in half of the runs, in one of ten already in {3}."};
constexpr Phrase kNotBack{"I {0} av forløpene er kontoret ikke tilbake før beregningen slutter {1}.", "I {0} av forløpa er kontoret ikkje tilbake før utrekninga sluttar {1}.",
                          "In {0} of the runs the office is not back before the run ends on {1}."};
constexpr Phrase kMostlyNotBack{
    "Med dagens bemanning er {0} ikke innenfor fristene igjen før beregningen slutter {1}: det gjelder {2} av forløpene.",
    "Med dagens bemanning er {0} ikkje innanfor fristane igjen før utrekninga sluttar {1}: det gjeld {2} av forløpa.",
    "With today’s staff {0} is not back inside its clocks before the run ends on {1}: so in {2} of the runs."};

constexpr Phrase kNeeds{
    "For å være tilbake ved utgangen av {0} ({1}) med {2} sannsynlighet trenger {3} {4} årsverk mer i saksbehandlingen fra {5} til da; i dag er det {6}. "
    "Prøvd med nye mennesker holdt det i {7} av forløpene.",
    "For å vere tilbake ved utgangen av {0} ({1}) med {2} sannsyn treng {3} {4} årsverk meir i saksbehandlinga frå {5} til då; i dag er det {6}. "
    "Prøvd med nye menneske heldt det i {7} av forløpa.",
    "To be back by the end of {0} ({1}) with {2} probability, {3} needs {4} more FTE in casework from {5} until then; today it has {6}. "
    "Tried with new people, that was enough in {7} of the runs."};
constexpr Phrase kFallsShort{" Det er under målet: svaret er ikke bekreftet.", " Det er under målet: svaret er ikkje stadfesta.",
                             " That is below the goal: the answer is not confirmed."};
constexpr Phrase kNeedsNothing{"Uten flere folk er {0} tilbake ved utgangen av {1} ({2}) i {3} av nye forløp.",
                               "Utan fleire folk er {0} tilbake ved utgangen av {1} ({2}) i {3} av nye forløp.",
                               "Without more staff {0} is back by the end of {1} ({2}) in {3} of new runs."};
constexpr Phrase kInfeasible{"Flere saksbehandlere er ikke nok til å få {0} tilbake ved utgangen av {1} ({2}): selv med {3} årsverk mer er det tilbake da i {4} av forløpene.",
                             "Fleire saksbehandlarar er ikkje nok til å få {0} tilbake ved utgangen av {1} ({2}): sjølv med {3} årsverk meir er det tilbake då i {4} av forløpa.",
                             "More caseworkers are not enough to bring {0} back by the end of {1} ({2}): even with {3} more FTE it is back by then in {4} of the runs."};
constexpr Phrase kEarliest{" Med så mange går det ved utgangen av {0}: datoen er for tidlig.", " Med så mange går det ved utgangen av {0}: datoen er for tidleg.",
                           " With so many it takes until the end of {0}: the date is too early."};
constexpr Phrase kNotStaff{" Da er det ikke saksbehandlere det skorter på: sakene venter på noe annet, som dokumenter eller svar fra andre.",
                           " Då er det ikkje saksbehandlarar det skortar på: sakene ventar på noko anna, som dokument eller svar frå andre.",
                           " Then it is not caseworkers that are missing: the cases wait for something else, such as documents or answers from others."};

constexpr Phrase kPlaces{"{0} av {1} steder er innenfor fristene fra første uke i minst ni av ti forløp. {2} er etter, men tilbake før {4} i minst halvparten av forløpene. {3} er ikke tilbake til da.",
                         "{0} av {1} stader er innanfor fristane frå første veke i minst ni av ti forløp. {2} er etter, men tilbake før {4} i minst halvparten av forløpa. {3} er ikkje tilbake til då.",
                         "{0} of {1} places are inside their clocks from the first week in at least nine of ten runs. {2} are behind, but back before {4} in at least half of the runs. {3} are not back by then."};
constexpr Phrase kPlacesNeed{" For at alle skal være tilbake ved utgangen av {0} med {1} sannsynlighet trengs {2} årsverk mer, fordelt på {3} steder; for {4} er ingen bemanning nok.",
                             " For at alle skal vere tilbake ved utgangen av {0} med {1} sannsyn trengst {2} årsverk meir, fordelte på {3} stader; for {4} er inga bemanning nok.",
                             " For all to be back by the end of {0} with {1} probability it takes {2} more FTE, at {3} places; for {4} no staff is enough."};
constexpr Phrase kRule{
    "Innenfor fristene betyr: ved utgangen av {0} uker på rad er høyst {1} av de åpne sakene i kommunens egne tjenester eldre enn fristen (én enkelt sak teller aldri). Datoen er utgangen "
    "av den første av dem. Regelen er en forutsetning, og kan endres.",
    "Innanfor fristane tyder: ved utgangen av {0} veker på rad er høgst {1} av dei opne sakene i kommunen sine eigne tenester eldre enn fristen (éi einskild sak tel aldri). Datoen er utgangen "
    "av den første av dei. Regelen er ein føresetnad, og kan endrast.",
    "Inside the clocks means: at the end of {0} weeks in a row at most {1} of the open cases of the municipality’s own services are past their limit (a single case never counts). The date "
    "is the end of the first of them. The rule is an assumption and can be changed."};
constexpr Phrase kRuns{"{0} forløp.", "{0} forløp.", "{0} runs."};
constexpr Phrase kRough{" Intervaller fra færre enn {0} forløp er grove.", " Intervall frå færre enn {0} forløp er grove.", " Intervals from fewer than {0} runs are rough."};
constexpr Phrase kTogether{" Alle kontorene får sine stillinger samtidig; de møtes bare i de felles telefon- og ytelseslinjene.",
                           " Alle kontora får sine stillingar samtidig; dei møtest berre i dei felles telefon- og ytingslinjene.",
                           " All offices get their positions at the same time; they meet only in the shared lines for phone and benefits."};

Date end_of(const CatchUp& study) { return last_day(study, study.weeks - 1); }

std::string number_of_week(const CatchUp& study, std::size_t week) { return std::to_string(week_number(last_day(study, week))); }

std::string positions(double value, Lang lang) { return number(value, value == static_cast<double>(static_cast<long>(value)) ? 0 : 1, lang); }

std::string goal_date(const CatchUp& study, Lang lang) { return date(last_day(study, study.goal->week), lang); }

std::string infeasible_sentence(const CatchUp& study, const CatchUpPlace& place, Lang lang) {
    const CatchUpPlan& plan = *place.plan;
    const BackDates& dates = plan.with_most.dates;
    const std::string said =
        fill(kInfeasible.in(lang), {place.place.name, week_text(study, study.goal->week, lang), goal_date(study, lang),
                                    positions(study.goal->unit * plan.most, lang), share_with_interval(dates.back_by(study.goal->week), lang)});
    const auto earliest = dates.quantile(study.goal->probability);
    return said + (earliest ? fill(kEarliest.in(lang), {week_text(study, earliest, lang)}) : kNotStaff.in(lang));
}

}  // namespace

Date last_day(const CatchUp& study, std::size_t week) { return study.start + std::chrono::days(7 * static_cast<int>(week) + 6); }

bool is_never_behind(const CatchUpPlace& place) { return place.as_it_is.dates.quantile(0.9) == std::size_t{0}; }

std::string week_text(const CatchUp& study, std::optional<std::size_t> week, Lang lang) {
    return week ? fill(kWeek.in(lang), {number_of_week(study, *week)}) : fill(kAfterWeek.in(lang), {number_of_week(study, study.weeks - 1)});
}

std::string middle_interval(const CatchUp& study, const BackDates& dates, Lang lang) {
    const BackDates::Interval interval = dates.median_interval();
    if (!interval.valid) return kUnknown;
    if (!interval.low) return week_text(study, interval.low, lang);
    if (!interval.high) return fill(kWeekAndLater.in(lang), {number_of_week(study, *interval.low)});
    if (*interval.low == *interval.high) return week_text(study, interval.low, lang);
    return fill(kWeeks.in(lang), {number_of_week(study, *interval.low), number_of_week(study, *interval.high)});
}

std::string share_with_interval(const ShareEstimate& share, Lang lang) {
    return percent(share.value(), 0, lang) + " (" + percent_interval(share.low(), share.high(), 0, lang) + ")";
}

std::string positions_text(const CatchUp& study, const std::optional<int>& units, Lang lang) {
    return units ? positions(study.goal->unit * *units, lang) : kUnknown;
}

std::string place_sentence(const CatchUp& study, const CatchUpPlace& place, Lang lang) {
    const BackDates& dates = place.as_it_is.dates;
    const std::string& name = place.place.name;
    if (is_never_behind(place)) return fill(kNeverBehind.in(lang), {name, share_with_interval(dates.back_by(0), lang)});
    const auto middle = dates.quantile(0.5);
    const std::string never = share_with_interval(dates.never(), lang), end = date(end_of(study), lang);
    if (!middle) return fill(kMostlyNotBack.in(lang), {name, end, never});
    const auto late = dates.quantile(0.9);
    const std::string back = fill((late ? kBack : kBackOpen).in(lang), {name, week_text(study, middle, lang), date(last_day(study, *middle), lang),
                                                   week_text(study, dates.quantile(0.1), lang), week_text(study, late, lang)});
    return dates.never().hits == 0 ? back : back + " " + fill(kNotBack.in(lang), {never, end});
}

std::string plan_sentence(const CatchUp& study, const CatchUpPlace& place, Lang lang) {
    if (!place.plan) return "";
    const CatchUpPlan& plan = *place.plan;
    if (!plan.units) return infeasible_sentence(study, place, lang);
    const ShareEstimate held = plan.validated.dates.back_by(study.goal->week);
    const std::string week = week_text(study, study.goal->week, lang), share = share_with_interval(held, lang);
    const std::string said = *plan.units == 0 ? fill(kNeedsNothing.in(lang), {place.place.name, week, goal_date(study, lang), share})
                                              : fill(kNeeds.in(lang), {week, goal_date(study, lang), percent(study.goal->probability, 0, lang), place.place.name,
                                                                       positions_text(study, plan.units, lang), date(study.start, lang), number(place.positions, 1, lang), share});
    return held.value() < study.goal->probability - 1e-9 ? said + kFallsShort.in(lang) : said;
}

std::string main_sentence(const CatchUp& study, Lang lang) {
    if (study.places.size() == 1) return place_sentence(study, study.places.front(), lang);
    std::size_t inside = 0, back = 0, helped = 0, infeasible = 0;
    int units = 0;
    for (const CatchUpPlace& place : study.places) {
        if (is_never_behind(place)) ++inside;
        else if (place.as_it_is.dates.quantile(0.5)) ++back;
        if (!place.plan) continue;
        if (!place.plan->units) ++infeasible;
        else if (*place.plan->units > 0) ++helped;
        units += place.plan->units.value_or(0);
    }
    const std::string all = fill(kPlaces.in(lang), {std::to_string(inside), std::to_string(study.places.size()), std::to_string(back),
                                                    std::to_string(study.places.size() - inside - back), date(end_of(study), lang)});
    if (!study.goal) return all;
    return all + fill(kPlacesNeed.in(lang), {week_text(study, study.goal->week, lang), percent(study.goal->probability, 0, lang),
                                             positions(study.goal->unit * units, lang), std::to_string(helped), std::to_string(infeasible)});
}

std::string rule_sentence(const CatchUp& study, Lang lang) {
    const double share = study.rule.most_overdue;
    const bool whole = std::abs(100 * share - std::round(100 * share)) < 1e-9;
    return fill(kRule.in(lang), {std::to_string(study.rule.weeks), percent(share, whole ? 0 : 1, lang)});
}

std::string runs_sentence(const CatchUp& study, Lang lang) {
    return fill(kRuns.in(lang), {number(study.replications, 0, lang)}) +
           (study.replications < kRoughBelow ? fill(kRough.in(lang), {std::to_string(kRoughBelow)}) : "") +
           (study.goal && study.places.size() > 1 ? kTogether.in(lang) : "");
}

}  // namespace skranke
