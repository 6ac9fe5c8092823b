#include "engine/report/planning/size_words.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace skranke::size_words {
namespace {

constexpr Phrase kLead{"For at hvert kontor skal holde reglene sine i {0} av forløpene, trengs {1} stillinger i mottak, vakttelefon og saksbehandling. I scenarioet er de {2}: {3}.",
                       "For at kvart kontor skal halde reglane sine i {0} av forløpa, trengst {1} stillingar i mottak, vakttelefon og saksbehandling. I scenarioet er dei {2}: {3}.",
                       "For every office to keep its rules in {0} of runs takes {1} positions in reception, duty phone and casework. The scenario has {2}: {3}."};
constexpr Phrase kMore{"{0} flere", "{0} fleire", "{0} more"};
constexpr Phrase kFewer{"{0} færre", "{0} færre", "{0} fewer"};
constexpr Phrase kSame{"det samme", "det same", "the same"};
constexpr Phrase kNeedMore{" {0} av {1} kontor trenger flere enn de har.", " {0} av {1} kontor treng fleire enn dei har.", " {0} of {1} offices need more than they have."};
constexpr Phrase kCertain{
    "Svaret ble kontrollert med {0} forløp som søket aldri hadde sett. Ved første kontroll holdt {1} av {2} kontor reglene ofte nok; de andre fikk litt mer og ble "
    "kontrollert på nytt. Ved den siste kontrollen, med nye forløp, holdt {3} av {2}; {4} lå lavere enn tilfeldigheter forklarer.",
    "Svaret blei kontrollert med {0} forløp som søket aldri hadde sett. Ved første kontroll heldt {1} av {2} kontor reglane ofte nok; dei andre fekk litt meir og blei "
    "kontrollerte på nytt. Ved den siste kontrollen, med nye forløp, heldt {3} av {2}; {4} låg lågare enn tilfeldigheiter forklarer.",
    "The answer was checked with {0} runs that the search had never seen. In the first check {1} of {2} offices kept their rules often enough; the others got a little "
    "more and were checked again. In the last check, of new runs, {3} of {2} did; {4} fell short by more than chance."};
constexpr Phrase kErlang{
    "Køformlene alene (Erlang, én desk om gangen) hadde gitt {0} stillinger, og da holder kontorene reglene i {1} av forløpene; som i scenarioet i {2}; med svaret her i {3}.",
    "Køformlane åleine (Erlang, éin disk om gongen) hadde gitt {0} stillingar, og då held kontora reglane i {1} av forløpa; som i scenarioet i {2}; med svaret her i {3}.",
    "The queueing formulas alone (Erlang, one desk at a time) would have given {0} positions, with which offices keep their rules in {1} of runs; as in the scenario in {2}; with "
    "the answer here in {3}."};
constexpr Phrase kBottleneck{"{0}: med mindre der holder det ikke lenger at {1}", "{0}: med mindre der held det ikkje lenger at {1}", "{0}: with less there it no longer holds that {1}"};
constexpr Phrase kImpossible{"{0}: ingen bemanning er nok. Oftest: {1}", "{0}: inga bemanning er nok. Oftast: {1}", "{0}: no staffing is enough. Most often: {1}"};
constexpr Phrase kLateAnyway{"det tar tid som ikke er arbeid (dokumenter, andre, dører og telefon som er stengt)", "det tek tid som ikkje er arbeid (dokument, andre, dører og telefon som er stengde)",
                             "time passes that is not work (documents, others, a door or phone that is shut)"};
constexpr std::array<Phrase, 4> kNames{{{"Som i scenarioet", "Som i scenarioet", "As in the scenario"},
                                        {"Svaret", "Svaret", "The answer"},
                                        {"Køformler alene", "Køformlar åleine", "Queueing formulas alone"},
                                        {"{0} av svaret", "{0} av svaret", "{0} of the answer"}}};

const PlaceCounts& counts_of(const Input& in, std::size_t place) { return in.sizing.played.front().counts[place]; }

/// The reason that most needs end by, before contact or after it.
Reason worst_reason(const PlaceCounts& counts, bool before) {
    std::size_t worst = before ? 0 : kReasons - 1;
    for (std::size_t r = 0; r < kReasons; ++r)
        if (is_before_contact(static_cast<Reason>(r)) == before && counts.lost[r] > counts.lost[worst]) worst = r;
    return static_cast<Reason>(worst);
}

std::string cause_of(const Input& in, std::size_t place, std::size_t rule, Lang lang) {
    constexpr std::size_t kLostBefore = 0, kLostAfter = 4, kGap = 5;
    const PlaceCounts& counts = counts_of(in, place);
    if (rule == kLostBefore || rule == kGap) return words_of(worst_reason(counts, true)).in(lang);
    if (rule == kLostAfter) return words_of(worst_reason(counts, false)).in(lang);
    return kLateAnyway.in(lang);
}

}  // namespace

double positions_of(const Input& in, std::size_t place, const Staffing& staffing) {
    double sum = 0;
    for (std::size_t d = 0; d < kOfficeDesks; ++d) sum += mean_positions(in.frame, in.sizing.places[place], d, staffing);
    return sum;
}

double positions_of_all(const Input& in, const Staffing& staffing) {
    double sum = 0;
    for (std::size_t p = 0; p < in.sizing.places.size(); ++p) sum += positions_of(in, p, staffing);
    return sum;
}

std::vector<std::size_t> by_change(const Input& in) {
    std::vector<double> growth;
    for (std::size_t p = 0; p < in.sizing.places.size(); ++p)
        growth.push_back(positions_of(in, p, in.sizing.staffing) / std::max(1e-9, positions_of(in, p, {})));
    std::vector<std::size_t> order(growth.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return growth[a] > growth[b]; });
    return order;
}

std::string positions_text(double positions, Lang lang) { return number(positions, 1, lang); }

std::string change_text(double change, Lang lang) {
    constexpr double kShown = 0.05;
    if (std::abs(change) < kShown) return "0";
    return (change > 0 ? "+" : "−") + number(std::abs(change), 1, lang);
}

ShareEstimate kept_share(const PlayedStaffing& played, std::size_t place) {
    ShareEstimate share;
    share.hits = played.kept[place];
    share.trials = played.runs;
    return share;
}

double mean_kept(const PlayedStaffing& played) {
    const double kept = std::accumulate(played.kept.begin(), played.kept.end(), 0.0);
    return kept / static_cast<double>(played.kept.size()) / played.runs;
}

const PlayedStaffing& played_as(const Sizing& sizing, StaffingKind kind) {
    return *std::find_if(sizing.played.begin(), sizing.played.end(), [&](const PlayedStaffing& p) { return p.kind == kind; });
}

std::string name_of(const PlayedStaffing& played, Lang lang) {
    return fill(kNames[static_cast<std::size_t>(played.kind)].in(lang), {percent(played.scale, 0, lang)});
}

std::string rule_words(const Input& in, std::size_t rule, Lang lang) {
    return rule_text(static_cast<Head>(rule / kRulesPerHead), static_cast<int>(rule % kRulesPerHead), in.scenario.verdict, lang);
}

std::string bottleneck(const Input& in, std::size_t place, Lang lang) {
    std::array<std::array<std::size_t, kRules>, kOfficeDesks> times{};
    for (const TightUnit& unit : in.sizing.sized[place].tight) ++times[unit.desk % kOfficeDesks][unit.rule];
    std::size_t desk = 0, rule = 0, most = 0;
    for (std::size_t d = kOfficeDesks; d-- > 0;)  // casework first
        for (std::size_t r = 0; r < kRules; ++r)
            if (times[d][r] > most) most = times[desk = d][rule = r];
    if (most == 0) return "";
    return fill(kBottleneck.in(lang), {desk_name(key_of(static_cast<DeskKind>(desk)), lang), rule_words(in, rule, lang)});
}

std::string impossible(const Input& in, std::size_t place, Lang lang) {
    std::string text;
    for (std::size_t r = 0; r < kRules; ++r)
        if (in.sizing.sized[place].impossible[r])
            text += (text.empty() ? "" : ". ") + fill(kImpossible.in(lang), {rule_words(in, r, lang), cause_of(in, place, r, lang)});
    return text;
}

std::string lead(const Input& in, Lang lang) {
    const double needed = positions_of_all(in, in.sizing.staffing), has = positions_of_all(in, {}), change = needed - has;
    const std::string how = std::abs(change) < 0.05 ? std::string(kSame.in(lang))
                                                   : fill((change > 0 ? kMore : kFewer).in(lang), {positions_text(std::abs(change), lang)});
    std::string text = fill(kLead.in(lang), {percent(in.sizing.probability, 0, lang), positions_text(needed, lang), positions_text(has, lang), how});
    std::size_t more = 0;
    for (std::size_t p = 0; p < in.sizing.places.size(); ++p)
        more += positions_of(in, p, in.sizing.staffing) > positions_of(in, p, {}) + 0.05 ? 1 : 0;
    return text + fill(kNeedMore.in(lang), {std::to_string(more), std::to_string(in.sizing.places.size())});
}

std::string certainty(const Input& in, Lang lang) {
    return fill(kCertain.in(lang), {std::to_string(in.sizing.played.front().runs), std::to_string(in.sizing.first_passed),
                                    std::to_string(in.sizing.places.size()), std::to_string(in.sizing.last_passed), std::to_string(in.sizing.last_short)});
}

std::string erlang_sentence(const Input& in, Lang lang) {
    const PlayedStaffing& erlang = played_as(in.sizing, StaffingKind::erlang);
    return fill(kErlang.in(lang), {positions_text(positions_of_all(in, erlang.staffing), lang), percent(mean_kept(erlang), 0, lang),
                                   percent(mean_kept(played_as(in.sizing, StaffingKind::as_written)), 0, lang),
                                   percent(mean_kept(in.sizing.played.front()), 0, lang)});
}

}  // namespace skranke::size_words
