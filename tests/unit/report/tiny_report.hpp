#pragma once
/// \file
/// A small answer with known numbers for the tests of everything that prints one.

#include <string>

#include "engine/analysis/summary.hpp"
#include "engine/record/provenance.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke::test {

inline OutcomeSummary outcome(double needs, double unmet_rate) {
    OutcomeSummary o;
    o.needs = needs;
    o.censored = 2;
    o.unmet_rate = {unmet_rate, unmet_rate - 0.01, unmet_rate + 0.01, true};
    o.on_time_share = {0.8, 0.78, 0.82, true};
    o.unmet[static_cast<std::size_t>(Reason::closed)] = needs * unmet_rate;
    o.access_mean_min = {90, 80, 100, true};
    o.handling_mean_min = {14'400, 14'000, 14'800, true};
    o.access_p50_min = {30, 20, 40, true};
    o.access_p90_min = {300, 240, 360, true};
    o.handling_p50_min = {10'080, 10'000, 10'160, true};
    o.handling_p90_min = {28'800, 27'360, 30'240, true};
    return o;
}

inline PlaceSummary place(const std::string& number, const std::string& name, double population, double needs,
                          double unmet_rate) {
    PlaceSummary p;
    p.number = number;
    p.name = name;
    p.population = population;
    p.local = outcome(needs, unmet_rate);
    p.state = outcome(2 * needs, 0.05);
    p.all = outcome(3 * needs, 0.07);
    p.services = {p.local, p.state};
    p.groups = {p.local, p.local};
    p.gaps.resize(2);
    p.gaps[0].unmet_rate = p.vulnerable_gap.unmet_rate = {0.05, 0.02, 0.08, true};
    for (HeadVerdict& v : p.verdict) v = {{15, 20}, 1, 5};
    p.open_local_cases = {{101, 123, 145}, {202, 234, 256}};
    p.open_state_cases = {{1001, 1023, 1045}, {2002, 2034, 2056}};
    p.unmet_local = {{1, 2, 3}, {2, 3, 4}};
    return p;
}

inline Scenario scenario() {
    Scenario s;
    s.name = "tiny";
    s.title.nb = "Et lite fylke";
    s.question.nb = "Holder det?";
    s.start = Date{std::chrono::year(2020) / 3 / 2};
    s.weeks = 2;
    s.municipalities.resize(2);
    s.services.resize(2);
    s.services[0].key = "assistance";
    s.services[0].label = {"Sosialhjelp", "Sosialhjelp", "Assistance"};
    s.services[1].key = "benefit";
    s.services[1].system = System::state;
    s.groups.resize(2);
    s.groups[0].key = "offline";
    s.groups[0].vulnerable = true;
    s.groups[1].key = "others";
    Office office;
    office.name = "NAV Ås";
    office.catchments = {{0, 1.0}};
    s.offices = {office};
    s.office_desks = {s.desks};
    s.door_hours.resize(1);
    Assumption assumption;
    assumption.key = "phone_loop.missed";
    assumption.value = 0.3;
    assumption.low = 0.15;
    assumption.high = 0.5;
    assumption.basis = "assumption";
    assumption.why = "Nobody has counted.";
    s.assumptions = {assumption};
    return s;
}

/// The whole area, Ås (12.3 % unmet) and Øra (4.5 %).
inline Summary summary() {
    Summary s;
    s.replications = 20;
    s.places = {place("", "Testland", 3000, 300, 0.1), place("0301", "Ås", 2000, 200, 0.123),
                place("5014", "Øra", 1000, 100, 0.045)};
    s.places[1].lon = 10;
    s.places[1].lat = 63;
    s.places[2].lon = 11;
    s.places[2].lat = 64;
    DeskSummary desk;
    desk.key = "1/casework";
    desk.site = "NAV Ås";
    desk.kind = "casework";
    desk.occupancy = {0.87, 0.85, 0.89, true};
    desk.wait_mean_min = {45, 40, 50, true};
    s.desks = {desk};
    return s;
}

inline Provenance provenance() {
    return {"0.1.0", "abc", "skranke run tiny.toml", "2026-01-02T03:04:05Z", "tiny", 0x12ab, 42, 0x34cd};
}

}  // namespace skranke::test
