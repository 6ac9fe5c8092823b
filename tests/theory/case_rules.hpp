#pragma once
/// \file
/// Desks of caseworkers with one rule each: the order of cases, places for begun ones, provisional replies, attachments
/// on paper.
///
/// Units   minutes, days where named.

#include "tests/theory/case_desk.hpp"

namespace skranke::test {

inline constexpr double kTwoClassesEffort = 10, kDocumentsMin = 10;

/// Two classes with exponential efforts at one head: rate 0.03 and 0.05 a minute, 80 % load.
inline Scenario two_classes(Discipline discipline, double effort = kTwoClassesEffort) {
    Scenario s = case_desk(1);
    add_cases(s, 1 / 0.03, effort, 2).clock.limit = 1;
    add_cases(s, 1 / 0.05, effort, 3).clock.limit = 2;
    for (Service& service : s.services) service.clock.unit = ClockUnit::hours;
    casework_of(s).cases.discipline = discipline;
    casework_of(s).cases.points_per_class = 0;
    s.services[0].priority_growth = 2;
    s.services[1].priority_growth = 1;
    return s;
}

/// No case comes in the last two weeks, so that none that takes days is cut off by the end of the run.
inline Scenario with_quiet_end(Scenario s) {
    const Date quiet_from = s.start + std::chrono::weeks{s.weeks - 2};
    for (Service& service : s.services) service.per_1000_week.points.push_back({quiet_from, 0.0});
    return s;
}

/// Three heads who may have one case each, and cases that keep 2.4 of them waiting.
inline Scenario three_places(double documents_min = kDocumentsMin) {
    Scenario s = case_desk(3);
    Service& service = add_cases(s, kDocumentsMin / 2.4, 0, 3);
    service.documents_missing = Timeline{1.0};
    service.documents_days = documents_min / (24 * 60);
    service.documents_chase_days = 1000;
    casework_of(s).cases.most_cases = 1;
    return s;
}

/// Cases that wait an exponential time for documents, and have enough staff.
inline Scenario slow_cases(double documents_days) {
    Scenario s = case_desk(50);
    Service& service = add_cases(s, 60, 0.01, 3);
    service.documents_missing = Timeline{1.0};
    service.documents_days = documents_days;
    service.documents_chase_days = 1000;
    service.provisional.after_days = 0.1;
    service.provisional.ahead_days = 0.02;
    service.provisional.effort_min = 20;
    return with_quiet_end(s);
}

/// Six cases in ten have an attachment on paper, which takes three times as long by post as to the door.
inline Scenario with_paper(double paper_days) {
    Scenario s = case_desk(20);
    Service& service = add_cases(s, 60, 0.01, 3);
    service.paper_attachment = 0.6;
    service.paper_days = paper_days;
    service.paper_post_days = 3 * paper_days;
    return with_quiet_end(s);
}

}  // namespace skranke::test
