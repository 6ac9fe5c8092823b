// In which order one desk takes cases: classes, growing priorities, deadlines, emergencies that take the head of a
// case in hand, acute needs.

#include "tests/support/erlang.hpp"
#include "tests/theory/case_rules.hpp"
#include "tests/theory/models/scenario_model.hpp"

namespace skranke::test {
namespace {

constexpr double kEffort = kTwoClassesEffort, kMore = 1.1 * kEffort;
const std::string kTwin = "effort 10 % more";

Ratio handling(const RunRecord& record, std::size_t cell) { return minutes_of(record.outcomes[cell].handling); }

std::vector<Ratio> both_classes(const World&, const RunRecord& r) { return {handling(r, 0), handling(r, 1)}; }

std::vector<Ratio> all_cases(const World&, const RunRecord& r) {
    Tally all;
    for (const OutcomeCell& cell : r.outcomes) all += cell.handling;
    return {minutes_of(all)};
}

Model fixed_classes() {
    const double urgent = kEffort + 0.8 * kEffort / (1 - 0.3), ordinary = kEffort + 0.8 * kEffort / (1 - 0.3) / 0.2;
    return {"fixed priorities",
            Part::priorities,
            "Cobham 1954",
            {{"urgent cases, min"}, {"ordinary cases, min"}},
            {kTwin},
            60,
            [=] {
                return std::vector{urgent, ordinary};
            },
            scenario_player({two_classes(Discipline::priority, kEffort), two_classes(Discipline::priority, kMore)},
                            both_classes)};
}

Model growing_priorities() {
    const double all = 0.8 * kEffort / (1 - 0.8);  // mean wait of first come, first served
    const double ordinary = all / (1 - 0.3 * (1 - 1.0 / 2));
    const double urgent = all - 0.5 * ordinary * (1 - 1.0 / 2);
    Scenario other_growth = two_classes(Discipline::growing, kEffort);
    other_growth.services[0].priority_growth = 3;
    return {"growing priorities",
            Part::priorities,
            "Kleinrock 1964",
            {{"urgent cases, min", 1}, {"ordinary cases, min"}},
            {kTwin, "urgent ones grow 3 times as fast, not twice"},
            60,
            [=] {
                return std::vector{urgent + kEffort, ordinary + kEffort};
            },
            scenario_player(
                {two_classes(Discipline::growing, kEffort), two_classes(Discipline::growing, kMore), other_growth},
                both_classes)};
}

Model earliest_deadline() {
    return {
        "earliest deadline first",
        Part::priorities,
        "conservation law: the mean over all is that of M/M/1",
        {{"all cases, min"}},
        {kTwin},
        60,
        [] { return std::vector{kEffort / (1 - 0.8)}; },
        scenario_player({two_classes(Discipline::earliest_due, kEffort), two_classes(Discipline::earliest_due, kMore)},
                        all_cases)};
}

// ---------------------------------------------------------------- emergencies

Scenario emergencies(int heads, double effort) {
    Scenario s = case_desk(heads);
    add_cases(s, 1 / (0.03 * heads), effort, 1).interrupts = true;
    add_cases(s, 1 / (0.05 * heads), effort, 3);
    return s;
}

/// Mean cases at an M/M/c desk.
double mean_in_system(double erlangs, int heads) {
    return erlangs + erlang_c(erlangs, heads) * erlangs / (heads - erlangs);
}

/// Emergencies see a desk of their own, and the sum over all cases is that of M/M/c.
Model interruption(int heads, const std::string& source) {
    const double first = mean_in_system(0.3 * heads, heads), all = mean_in_system(0.8 * heads, heads);
    return {"emergencies at " + std::to_string(heads) + (heads == 1 ? " head" : " heads"),
            Part::priorities,
            source,
            {{"emergencies, min"}, {"ordinary cases, min"}},
            {kTwin},
            60,
            [=] {
                return std::vector{first / (0.03 * heads), (all - first) / (0.05 * heads)};
            },
            scenario_player({emergencies(heads, kEffort), emergencies(heads, kMore)}, both_classes)};
}

// ---------------------------------------------------------------- acute needs

/// One head at 80 % load; members of the first group, three in eight, always have an acute need.
Scenario acute_group(double effort) {
    Scenario s = case_desk(1);
    s.groups.emplace_back(s.groups[0]).key = "others";
    s.groups[0].acute_factor = 2;
    s.groups[1].acute_factor = 0;
    Service& service = add_cases(s, 1 / 0.08, effort, 3);
    service.group_share = {0.375, 0.625};
    service.acute = 0.5;
    service.priority_acute = 1;
    return s;
}

Model acute_first() {
    const double acute = kEffort + 0.8 * kEffort / (1 - 0.3), other = kEffort + 0.8 * kEffort / (1 - 0.3) / (1 - 0.8);
    return {"acute needs go first",
            Part::priorities,
            "Cobham 1954",
            {{"acute, min"}, {"others, min"}},
            {kTwin},
            60,
            [=] {
                return std::vector{acute, other};
            },
            scenario_player({acute_group(kEffort), acute_group(kMore)}, both_classes)};
}

/// So many of the cases of 10 minutes turn out to take 20.
Scenario becomes_longer(double acute) {
    Scenario s = case_desk(1);
    add_cases(s, 20, kEffort, 3);
    add_cases(s, 1e9, 2 * kEffort, 3);
    s.services[0].acute = acute;
    s.services[0].acute_becomes = 1;
    return s;
}

Model acute_becomes() {
    return {"acute needs become another service",
            Part::priorities,
            "offered load",
            {{"head busy"}},
            {"acute 20 % more often"},
            60,
            [] { return std::vector{(0.7 * kEffort + 0.3 * 2 * kEffort) / 20}; },
            scenario_player({becomes_longer(0.3), becomes_longer(0.36)}, [](const World&, const RunRecord& r) {
                return std::vector{busy_share(casework_total(r))};
            })};
}

}  // namespace

std::vector<Model> priority_models() {
    return {fixed_classes(),
            growing_priorities(),
            earliest_deadline(),
            interruption(1, "preemptive resume, Kleinrock vol. 2, sec. 3.4"),
            interruption(3, "preemptive resume: emergencies are M/M/3, and so are all together"),
            acute_first(),
            acute_becomes()};
}

}  // namespace skranke::test
