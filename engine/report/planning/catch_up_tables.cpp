#include "engine/report/planning/catch_up_tables.hpp"

#include <algorithm>
#include <numeric>

#include "engine/report/csv_table.hpp"
#include "engine/report/planning/catch_up_words.hpp"

namespace skranke {
namespace {

constexpr const char* kByteOrderMark = "\xEF\xBB\xBF";
constexpr const char* kLineEnd = "\r\n";

constexpr Phrase kHead{"Kontor;Navn;Stillinger i saksbehandlingen;Tilbake i 10 % av forløpene;50 %;50 % lav;50 % høy;90 %;Ikke tilbake (andel);lav;høy",
                       "Kontor;Namn;Stillingar i saksbehandlinga;Tilbake i 10 % av forløpa;50 %;50 % låg;50 % høg;90 %;Ikkje tilbake (del);låg;høg",
                       "Office;Name;Positions in casework;Back in 10% of the runs;50%;50% low;50% high;90%;Not back (share);low;high"};
constexpr Phrase kPlanHead{";Stillinger i tillegg;Prøvd høyst;Tilbake til målet med nye mennesker (andel);lav;høy",
                           ";Stillingar i tillegg;Prøvd høgst;Tilbake til målet med nye menneske (del);låg;høg",
                           ";Positions in addition;Tried at most;Back by the goal with new people (share);low;high"};

std::string text_of(Date day) {
    const std::chrono::year_month_day ymd(day);
    const auto two = [](unsigned n) { return (n < 10 ? "0" : "") + std::to_string(n); };
    return std::to_string(static_cast<int>(ymd.year())) + "-" + two(static_cast<unsigned>(ymd.month())) + "-" + two(static_cast<unsigned>(ymd.day()));
}

std::string week_field(const CatchUp& study, std::optional<std::size_t> week) { return ";" + (week ? text_of(last_day(study, *week)) : std::string()); }

std::string share_fields(const ShareEstimate& share) {
    return ";" + csv_number(share.value(), 4) + ";" + csv_number(share.low(), 4) + ";" + csv_number(share.high(), 4);
}

std::string place_row(const CatchUp& study, const CatchUpPlace& place) {
    const BackDates& dates = place.as_it_is.dates;
    const BackDates::Interval middle = dates.median_interval();
    std::string row = kept_as_text(place.place.key) + ";" + csv_field(place.place.name) + ";" + csv_number(place.positions, 2) +
                      week_field(study, dates.quantile(0.1)) + week_field(study, dates.quantile(0.5)) + week_field(study, middle.low) +
                      week_field(study, middle.high) + week_field(study, dates.quantile(0.9)) + share_fields(dates.never());
    if (!place.plan) return row + kLineEnd;
    const CatchUpPlan& plan = *place.plan;
    row += ";" + (plan.units ? csv_number(study.goal->unit * *plan.units, 2) : std::string()) + ";" + csv_number(study.goal->unit * plan.most, 2);
    return row + (plan.units ? share_fields(plan.validated.dates.back_by(study.goal->week)) : ";;;") + kLineEnd;
}

}  // namespace

std::vector<std::size_t> latest_first(const CatchUp& study) {
    std::vector<std::size_t> order(study.places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto week = [&](std::size_t p, double q) { return study.places[p].as_it_is.dates.quantile(q).value_or(study.weeks); };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return std::pair(week(a, 0.5), week(a, 0.9)) > std::pair(week(b, 0.5), week(b, 0.9));
    });
    return order;
}

std::string catch_up_screen(const CatchUp& study, Lang lang) {
    std::string out = main_sentence(study, lang) + "\n";
    if (study.places.size() == 1 && study.goal) out += plan_sentence(study, study.places.front(), lang) + "\n";
    if (study.places.size() > 1)
        for (const std::size_t p : latest_first(study)) {
            const CatchUpPlace& place = study.places[p];
            const bool needs_staff = place.plan && place.plan->units != 0;
            if (is_never_behind(place) && !needs_staff) continue;
            out += "- " + place_sentence(study, place, lang) + (needs_staff ? " " + plan_sentence(study, place, lang) : "") + "\n";
        }
    return out + runs_sentence(study, lang) + "\n";
}

std::string catch_up_csv(const CatchUp& study, const Provenance& p, Lang lang) {
    std::string out = std::string(kByteOrderMark) + kHead.in(lang) + (study.goal ? kPlanHead.in(lang) : "") + kLineEnd;
    for (const CatchUpPlace& place : study.places) out += place_row(study, place);
    out += kLineEnd;
    const auto row = [&out](const std::string& text) { out += csv_field("# " + text) + kLineEnd; };
    row(rule_sentence(study, lang));
    row("Skranke " + p.version + (p.git.empty() ? "" : " (" + p.git + ")"));
    row("Scenario: " + p.scenario_name + " " + hexadecimal(p.scenario_hash));
    row("Seed: " + std::to_string(p.seed) + ", replications: " + std::to_string(study.replications));
    row("Fingerprint: " + hexadecimal(p.fingerprint));
    row(p.command);
    row(p.created);
    return out;
}

}  // namespace skranke
