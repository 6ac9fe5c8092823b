// What cases make of work, and how long they take: places, limits, provisional replies, rework, reminders, paper.

#include <cmath>

#include "tests/support/erlang.hpp"
#include "tests/theory/case_rules.hpp"
#include "tests/theory/models/scenario_model.hpp"

namespace skranke::test {
namespace {

/// One head, first come first served, 80 % load, with limits of half an hour, one and two hours.
Scenario limited(double effort) {
    Scenario s = case_desk(1);
    Service& service = add_cases(s, 12.5, effort, 3);
    for (const double limit : {0.5, 1.0, 2.0}) {
        Limit& l = service.limits.emplace_back();
        l.name = "limit" + std::to_string(service.limits.size());
        l.limit = limit;
        l.unit = ClockUnit::hours;
    }
    return s;
}

Scenario with_rework(double share) {
    Scenario s = case_desk(1);
    Service& service = add_cases(s, 20, 10, 3);
    service.rework_share = share;
    service.rework_effort_share = 0.5;
    service.rework_days = 1;
    return s;
}

/// Cases that lack documents, with reminders after 2, 4, 6 and 8 days if they have not come.
Scenario with_reminders(double documents_days) {
    Scenario s = case_desk(20);
    s.warm_up_weeks = 3;
    Service& service = add_cases(s, 60, 10, 3);
    service.documents_missing = Timeline{1.0};
    service.documents_days = documents_days;
    service.documents_dropout = 0.1;
    service.documents_chase_days = 9;
    service.documents_remind_days = 2;
    return s;
}

Model places_for_cases() {
    return {"places for begun cases",
            Part::casework,
            "Erlang C: the places are the servers",
            {{"wait for a place, min"}},
            {"documents take 10 % longer"},
            60,
            [] { return std::vector{erlang_c(2.4, 3) / ((3 - 2.4) / kDocumentsMin)}; },
            scenario_player({three_places(), three_places(1.1 * kDocumentsMin)}, [](const World&, const RunRecord& r) {
                return std::vector{minutes_of(r.outcomes[0].handling)};  // the clock stops for documents
            })};
}

Model limits() {
    const auto within = [](double hours) { return 1 - std::exp(-(1 / 10.0 - 1 / 12.5) * 60 * hours); };
    return {"time limits",
            Part::casework,
            "exponential time in an M/M/1 desk",
            {{"share within half an hour"}, {"within one hour"}, {"within two"}},
            {"effort 10 % more"},
            60,
            [=] {
                return std::vector{within(0.5), within(1), within(2)};
            },
            scenario_player({limited(10), limited(11)}, [](const World&, const RunRecord& r) {
                std::vector<Ratio> shares;  // the first limit is the service's own clock
                for (std::size_t l = 1; l <= 3; ++l)
                    shares.push_back(share(r.limits[l].inside, r.limits[l].inside + r.limits[l].outside));
                return shares;
            })};
}

Model provisional_replies() {
    return {"provisional replies",
            Part::casework,
            "exponential wait",
            {{"share of cases due one"}},
            {"documents take 10 % longer"},
            60,
            [] { return std::vector{std::exp(-0.1 / 0.33)}; },
            scenario_player({slow_cases(0.33), slow_cases(1.1 * 0.33)}, [](const World&, const RunRecord& r) {
                return std::vector{share(r.replies[0].due, r.outcomes[0].born)};
            })};
}

Model rework() {
    return {"rework",
            Part::casework,
            "offered load",
            {{"head busy"}},
            {"10 % more comes back"},
            120,
            [] { return std::vector{10.0 / 20 * (1 + 0.8 * 0.5)}; },
            scenario_player({with_rework(0.8), with_rework(0.88)}, [](const World&, const RunRecord& r) {
                return std::vector{busy_share(casework_total(r))};
            })};
}

Model reminders() {
    const double mean = 5, dropout = 0.1;
    double turns = 1 + (1 - dropout) * (1 - std::exp(-9 / mean));  // the review; the rest if they come
    for (const double day : {2, 4, 6, 8}) turns += dropout + (1 - dropout) * std::exp(-day / mean);
    return {"reminders",
            Part::casework,
            "exponential wait",
            {{"turns a case"}},
            {"documents take 10 % longer"},
            60,
            [=] { return std::vector{turns}; },
            scenario_player({with_reminders(mean), with_reminders(1.1 * mean)}, [](const World&, const RunRecord& r) {
                return std::vector{share(casework_total(r).started, r.outcomes[0].born)};
            })};
}

Model paper() {
    Scenario door = with_paper(0.2), slow_door = with_paper(0.22);
    for (Scenario* s : {&door, &slow_door}) s->door_hours[0] = around_the_clock();
    return {"attachments on paper",
            Part::casework,
            "mean of an exponential time",
            {{"days, handed in at the door"}},
            {"days 10 % longer"},
            60,
            [] { return std::vector{0.6 * 0.2}; },
            scenario_player({door, slow_door}, [](const World&, const RunRecord& r) {
                const Ratio total = minutes_of(r.outcomes[0].total);
                return std::vector{Ratio{total.numerator / 1440, total.denominator}};
            })};
}

Model post() {
    return {"attachments by post",
            Part::casework,
            "mean of an exponential time",
            {{"days, the door is shut"}},
            {"days 10 % longer"},
            120,
            [] { return std::vector{0.6 * 3 * 0.2}; },
            scenario_player({with_paper(0.2), with_paper(0.22)}, [](const World&, const RunRecord& r) {
                const Ratio total = minutes_of(r.outcomes[0].total);
                return std::vector{Ratio{total.numerator / 1440, total.denominator}};
            })};
}

}  // namespace

std::vector<Model> casework_models() {
    return {places_for_cases(), limits(), provisional_replies(), rework(), reminders(), paper(), post()};
}

}  // namespace skranke::test
