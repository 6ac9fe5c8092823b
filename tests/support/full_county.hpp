#pragma once
/// \file
/// The tiny county with every mechanism that a scenario can switch on, at once: what they do to one another is what
/// a test of single mechanisms cannot see. Its numbers mean nothing.

#include "engine/scenario/scenario.hpp"
#include "tests/support/tiny_county.hpp"

namespace skranke::test {

inline void fill_demand(Scenario& s) {
    s.demand.season = {1.2, 1.1, 1, 1, 0.9, 0.9, 0.7, 0.8, 1, 1.1, 1.2, 1.3};
    s.demand.busyness_correlation = 0.4;
    s.demand.busyness_range_km = 100;
    for (Service& service : s.services) {
        service.renews = 0.3;
        service.renews_after_days = 10;
    }
    Surge& quarantine = s.surges.emplace_back();
    quarantine.key = "quarantine";
    quarantine.kind = SurgeKind::quarantine;
    quarantine.share = Timeline{0.05};
    quarantine.staff_absence = Timeline{0.1};
    Surge& schools = s.surges.emplace_back();
    schools.key = "schools";
    schools.kind = SurgeKind::school_closure;
    schools.from = s.start + std::chrono::days{14};
    schools.to = s.start + std::chrono::days{28};
    schools.staff_absence = Timeline{0.1};
    schools.follow_on.push_back({1, 2.0, 1.5, DelayLaw::exponential});
    Surge& outage = s.surges.emplace_back();
    outage.key = "outage";
    outage.kind = SurgeKind::outage;
    outage.from = s.start + std::chrono::days{8};
    outage.to = outage.from;
    outage.from_hour = 9;
    outage.to_hour = 15;
    Surge& fewer = s.surges.emplace_back();
    fewer.key = "fewer";
    fewer.kind = SurgeKind::suppressed;
    fewer.from = s.start + std::chrono::days{7};
    fewer.to = s.start + std::chrono::days{14};
    fewer.share = Timeline{0.3};
    fewer.services = {0};
    fewer.over_weeks = 2;
}

inline void fill_cases(Scenario& s) {
    Service& local = s.services[0];
    local.acute = 0.1;
    local.priority_acute = 0;
    local.priority_children = 2;
    local.documents_remind_days = 3;
    local.remind_effort_min = 5;
    local.paper_attachment = 0.3;
    local.paper_days = 1;
    local.paper_post_days = 4;
    local.rework_share = 0.1;
    local.rework_days = 5;
    local.provisional = {10, 3, 10, ClockBasis::norm, "made up"};
    local.limits.push_back({"norm", ClockFrom::need, 10, ClockUnit::working_days, ClockBasis::norm, "made up"});
    Service urgent = local;
    urgent.key = "emergency";
    urgent.priority = 0;
    urgent.interrupts = true;
    urgent.per_1000_week = Timeline{0.5};
    s.services.push_back(urgent);
    for (auto& desks : s.office_desks) {
        DeskRules& casework = desks[static_cast<std::size_t>(DeskKind::casework)];
        casework.cases.discipline = Discipline::growing;
        casework.cases.most_cases = 30;
        casework.cases.urgent_priority = 0;
    }
    s.desks[static_cast<std::size_t>(DeskKind::unemployment_office)].cases.discipline = Discipline::earliest_due;
}

inline void fill_staff(Scenario& s) {
    for (auto& desks : s.office_desks) {
        DeskRules& reception = desks[static_cast<std::size_t>(DeskKind::reception)];
        reception.helped_by = HelpedBy::casework;
        reception.help_when_waiting = 1;
        reception.rota.breaks.push_back({{0, 4}, 11 * 60, 11 * 60 + 30, 0.5});
        DeskRules& casework = desks[static_cast<std::size_t>(DeskKind::casework)];
        casework.absence = Timeline{0.1};
        casework.absence_spell_days = 4;
        casework.parents = 0.3;
        casework.home_work = 0.5;
        casework.home_pace = 0.9;
        casework.learning_weeks = 3;
        casework.learning_start = 0.4;
        casework.overtime = {0.5, 2, 6, 0.9, 1.5};
        casework.rota.meetings.push_back({{2, 2}, 9 * 60, 10 * 60, 1});
    }
    Pool& pool = s.pools.emplace_back();
    pool.key = "neighbours";
    for (std::size_t o = 0; o < s.offices.size(); ++o) pool.offices.push_back(o);
    pool.work = LentWork::remote;
    pool.delay_days = 1;
    pool.lasts_days = 5;
    pool.ask_when_backlog_days = 1;
    pool.lend_when_backlog_days = 0.8;
}

inline void fill_contact(Scenario& s) {
    Group& group = s.groups[0];
    group.interpreter = 0.1;
    group.interpreter_delay_days = 1;
    group.interpreter_talk_factor = 1.5;
    group.helped_at_home = 0.1;
    group.helped_at_office = 0.2;
    group.can_travel = 0.9;
    s.phone_loop.query_share = 0.6;
    s.phone_loop.callback_attempts = 2;
    s.phone_loop.transfer = 0.3;
    s.phone_loop.transfer_patience_min = 10;
    s.phone_loop.offer_callback_after_min = Timeline{5.0};
    s.phone_loop.accepts_callback = 0.5;
    s.appointments.rebook = 0.5;
    s.appointments.remote_share = 0.5;
    s.channels[static_cast<std::size_t>(Channel::drop_in)].at_closing = CloseRule::carry_over;
    s.channels[static_cast<std::size_t>(Channel::drop_in)].room = Timeline{10.0};
    s.channels[static_cast<std::size_t>(Channel::office_phone)].hours = office_hours();
    s.outreach.in_quarantine = true;
    for (Service& service : s.services) service.prefers = {0.3, 0.2, 0.2, 0.1, 0.15, 0.05};
}

inline void fill_policies(Scenario& s) {
    Policy& dated = s.policies.emplace_back();
    dated.key = "dated";
    dated.from = s.start + std::chrono::days{21};
    dated.levers.push_back({{LeverKind::desk_positions, static_cast<std::size_t>(DeskKind::contact_centre)}, {}, 1, {}, {}});
    Policy& triggered = s.policies.emplace_back();
    triggered.key = "triggered";
    triggered.when.steps = {{Expression::Do::variable, 0, {Observed::waiting, DeskKind::casework}},
                            {Expression::Do::number, 5, {}},
                            {Expression::Do::more, 0, {}}};
    triggered.delay_working_days = 1;
    triggered.lasts_days = 7;
    triggered.most_times = 3;
    triggered.levers.push_back({{LeverKind::desk_positions, static_cast<std::size_t>(DeskKind::casework)}, {}, 1, {}, {}});
    triggered.levers.push_back(
        {{LeverKind::channel_hours, static_cast<std::size_t>(Channel::drop_in)}, {}, {}, {}, same_hours(9 * 60, 16 * 60, 5)});
}

inline Scenario full_county() {
    Scenario s = tiny_county(4);
    fill_demand(s);
    fill_cases(s);
    fill_staff(s);
    fill_contact(s);
    fill_policies(s);
    return s;
}

}  // namespace skranke::test
