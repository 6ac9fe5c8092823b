#include "engine/analysis/summary_builder.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <string>

using namespace skranke;

namespace {

// Two municipalities, a local and a state service, a vulnerable and another group, one desk.
Scenario tiny_scenario() {
    Scenario s;
    s.weeks = 2;
    for (const char* name : {"Aure", "Bø"}) {
        Municipality m;
        m.number = name[0] == 'A' ? "0001" : "0002";
        m.name = name;
        m.county = "Testland";
        m.population = 1000;
        s.municipalities.push_back(m);
    }
    s.services.resize(2);
    s.services[0].key = "assistance";
    s.services[1].key = "benefit";
    s.services[1].system = System::state;
    s.groups.resize(2);
    s.groups[0].key = "vulnerable";
    s.groups[0].vulnerable = true;
    s.groups[1].key = "others";
    return s;
}

RecordShape tiny_shape() {
    RecordShape shape;
    shape.municipalities = {"0001", "0002"};
    shape.municipality_names = {"Aure", "Bø"};
    shape.services = {"assistance", "benefit"};
    shape.groups = {"vulnerable", "others"};
    shape.desks = {{"1/casework", "NAV Aure", "casework"}};
    shape.weeks = 2;
    return shape;
}

OutcomeCell cell(std::uint64_t on_time, std::uint64_t late, std::uint64_t barrier, std::uint64_t never) {
    OutcomeCell c;
    c.met_on_time = on_time;
    c.met_late = late;
    c.unmet[static_cast<std::size_t>(Reason::barrier)] = barrier;
    c.unmet[static_cast<std::size_t>(Reason::never_decided)] = never;
    c.censored = 1;
    c.born = on_time + late + barrier + never + 1;
    return c;
}

// Aure loses `barrier` vulnerable people at the door; Bø is always fine.
RunRecord record_with(std::uint64_t barrier) {
    const RecordShape shape = tiny_shape();
    RunRecord r(shape);
    r.persons = 100 + barrier;
    r.events = 1000;
    r.fingerprint = 7 + barrier;
    r.outcomes[shape.cell(0, 0, 0)] = cell(6, 2, barrier, 1);
    r.outcomes[shape.cell(0, 0, 1)] = cell(10, 0, 0, 0);
    r.outcomes[shape.cell(0, 1, 1)] = cell(4, 0, 4, 0);
    r.outcomes[shape.cell(1, 0, 1)] = cell(50, 0, 0, 0);
    r.outcomes[shape.cell(0, 0, 0)].access.add(minutes(30));
    r.outcomes[shape.cell(0, 0, 0)].access.add(minutes(60));
    r.times[shape.pair(0, 0)].access.add(minutes(30));
    r.times[shape.pair(0, 0)].access.add(minutes(60));
    r.times[shape.pair(1, 0)].access.add(minutes(10));
    r.weekly[(0 * 2 + 0) * 2 + 1].open_cases = 5 + barrier;
    r.weekly[(0 * 2 + 1) * 2 + 1].open_cases = 40;
    r.weekly[(0 * 2 + 0) * 2 + 0].unmet = barrier;
    r.weekly[(1 * 2 + 0) * 2 + 1].open_cases = 3;
    for (DeskWeek& week : r.desks) {
        week.arrived = 10;
        week.started = 8;
        week.refused = 1;
        week.left = 1;
        week.backlog = 2;
        week.wait_us = minutes(80).us;
        week.busy_us = hours(30).us;
        week.staffed_us = hours(40).us;
    }
    return r;
}

Summary summary_of(const std::vector<std::uint64_t>& barriers) {
    const Scenario scenario = tiny_scenario();
    SummaryBuilder builder(scenario, tiny_shape());
    for (const std::uint64_t b : barriers) builder.add(record_with(b));
    return builder.build();
}

}  // namespace

TEST_CASE("Rates, needs and reasons are those counted by hand") {
    const Summary s = summary_of({1, 3});
    const PlaceSummary& aure = s.places[1];
    REQUIRE(s.replications == 2);
    REQUIRE(s.persons == 102);
    REQUIRE(aure.local.needs == Approx(23));  // 6+2+2+1+1 and 10+1
    REQUIRE(aure.local.censored == 2);
    REQUIRE(aure.local.unmet_rate.value == Approx(3.0 / 21.0));
    REQUIRE(aure.local.on_time_share.value == Approx(16.0 / 19.0));
    REQUIRE(aure.local.unmet_total() == Approx(3));
    REQUIRE(aure.local.worst_reason() == Reason::barrier);
    REQUIRE(aure.state.unmet_rate.value == Approx(0.5));
    REQUIRE(aure.all.unmet_rate.value == Approx(7.0 / 29.0));
    REQUIRE(aure.groups[0].unmet_rate.value == Approx(3.0 / 11.0));
    REQUIRE(aure.groups[1].unmet_rate.value == 0.0);  // the state's losses are not the office's
    REQUIRE(aure.services[1].needs == 9);
    REQUIRE(aure.local.access_mean_min.value == Approx(45));
    REQUIRE(aure.local.access_p90_min.value == Approx(60).epsilon(0.02));
    REQUIRE_FALSE(aure.local.handling_mean_min.valid);
}

TEST_CASE("The whole area is the sum of its municipalities") {
    const Summary s = summary_of({1, 3});
    REQUIRE(s.places.size() == 3);
    const PlaceSummary& area = s.places[0];
    REQUIRE(area.name == "Testland");
    REQUIRE(area.number.empty());
    REQUIRE(area.population == 2000);
    REQUIRE(area.local.needs == Approx(s.places[1].local.needs + s.places[2].local.needs));
    REQUIRE(area.local.unmet_rate.value == Approx(3.0 / 71.0));
    REQUIRE(area.open_local_cases[1].high == 5 + 3 + 3);
    REQUIRE(area.local.access_p50_min.value == Approx(30).epsilon(0.02));
}

TEST_CASE("Verdicts count the replications in which every rule of a head held, and name the rule that failed most") {
    const Summary s = summary_of({0, 1, 3, 5});
    const HeadVerdict& available = s.places[1].verdict[0];
    REQUIRE(available.holds.trials == 4);
    REQUIRE(available.holds.hits == 2);  // nobody, and a single person
    REQUIRE(std::string(rule_key(Head::available, available.worst_rule)) == "most_lost_before_contact");
    REQUIRE(available.worst_fails == 2);
    const HeadVerdict& sufficient = s.places[1].verdict[2];
    REQUIRE(std::string(rule_key(Head::sufficient, sufficient.worst_rule)) == "most_vulnerable_gap");
    for (const HeadVerdict& head : s.places[2].verdict) REQUIRE(head.holds.hits == 4);
}

TEST_CASE("Bands are taken over replications, week by week") {
    const Summary s = summary_of({1, 2, 3, 4, 5, 6, 7, 8, 9, 10});
    const PlaceSummary& aure = s.places[1];
    REQUIRE(aure.open_local_cases[0].high == 0);
    REQUIRE(aure.open_local_cases[1].low == 6);
    REQUIRE(aure.open_local_cases[1].middle == 10);
    REQUIRE(aure.open_local_cases[1].high == 14);
    REQUIRE(aure.open_state_cases[1].middle == 40);
    REQUIRE(aure.unmet_local[0].middle == 5);
}

TEST_CASE("Desks report occupancy, waits and losses") {
    const Summary s = summary_of({1, 3});
    REQUIRE(s.desks.size() == 1);
    const DeskSummary& desk = s.desks[0];
    REQUIRE(desk.site == "NAV Aure");
    REQUIRE(desk.occupancy.value == Approx(0.75));
    REQUIRE(desk.wait_mean_min.value == Approx(10));
    REQUIRE(desk.refused_share.value == Approx(0.1));
    REQUIRE(desk.left_share.value == Approx(0.1));
    REQUIRE(desk.arrived == 20);
    REQUIRE(desk.backlog[0].middle == 2);
}

TEST_CASE("The order of replications changes the fingerprint and nothing that is read") {
    const Summary a = summary_of({1, 3, 8});
    const Summary b = summary_of({8, 1, 3});
    REQUIRE(a.fingerprint != b.fingerprint);
    REQUIRE(a.places[1].local.unmet_rate.value == Approx(b.places[1].local.unmet_rate.value).epsilon(1e-12));
    REQUIRE(a.places[1].local.unmet_rate.low == Approx(b.places[1].local.unmet_rate.low).epsilon(1e-12));
    REQUIRE(a.places[1].open_local_cases[1].middle == b.places[1].open_local_cases[1].middle);
    REQUIRE(a.places[1].verdict[0].holds.hits == b.places[1].verdict[0].holds.hits);
}

TEST_CASE("After one replication progress knows a rate and no half-width, after two it knows both") {
    const Scenario scenario = tiny_scenario();
    SummaryBuilder builder(scenario, tiny_shape());
    REQUIRE_FALSE(builder.county_unmet_rate().valid);
    builder.add(record_with(1));
    REQUIRE(builder.county_unmet_rate().value == Approx(2.0 / 70.0));
    REQUIRE(std::isinf(builder.county_unmet_rate().half_width()));
    builder.add(record_with(3));
    REQUIRE(std::isfinite(builder.county_unmet_rate().half_width()));
}

TEST_CASE("The gap of a group is its own rate less that of everybody else in the same place") {
    const Summary s = summary_of({1, 3});
    const PlaceSummary& aure = s.places[1];
    REQUIRE(aure.gaps.size() == 2);
    CHECK(aure.gaps[0].unmet_rate.value == Approx(3.0 / 11.0));
    CHECK(aure.gaps[1].unmet_rate.value == Approx(-3.0 / 11.0));
    CHECK(aure.gaps[0].on_time_share.value == Approx(6.0 / 9.0 - 1.0));
    CHECK(aure.vulnerable_gap.unmet_rate.low == aure.gaps[0].unmet_rate.low);  // the only vulnerable group
    CHECK_FALSE(aure.gaps[0].access_mean_min.valid);                            // nobody else was timed
    CHECK(s.places[0].gaps[0].unmet_rate.value == Approx(3.0 / 11.0));         // against 60 who all got through
    CHECK_FALSE(s.places[2].gaps[0].unmet_rate.valid);                          // nobody vulnerable in the other place
}

TEST_CASE("A policy's cost is that of its starts and of its days, over all sites") {
    Scenario scenario = tiny_scenario();
    Policy& policy = scenario.policies.emplace_back();
    policy.cost_start = 1000;
    policy.cost_per_day = 10;
    RecordShape shape = tiny_shape();
    shape.policies = {"open_door"};
    shape.sites = {"1", "contact_centre"};
    SummaryBuilder builder(scenario, shape);
    for (const std::uint64_t days : {20, 40}) {
        RunRecord record = record_with(1);
        record.policies = {{1, days}, {1, 5}};
        builder.add(record);
    }
    const PolicySummary sum = builder.build().policies.at(0);
    CHECK(sum.starts.value == 2);
    CHECK(sum.days.value == 35);
    CHECK(sum.cost.value == Approx(2 * 1000 + 35 * 10));
    CHECK(sum.cost.high > sum.cost.value);
}

TEST_CASE("The share of cases inside a limit is pooled over places, as are provisional replies in time") {
    const Scenario scenario = tiny_scenario();
    RecordShape shape = tiny_shape();
    shape.limits = {"assistance/clock", "assistance/norm"};
    SummaryBuilder builder(scenario, shape);
    for (const std::uint64_t late : {1, 3}) {
        RunRecord record(shape);
        record.limits = {{9, late}, {5, 5}, {20, 0}, {0, 0}};
        record.replies = {{4, 3, 1}, {0, 0, 0}, {0, 0, 0}, {0, 0, 0}};
        builder.add(record);
    }
    const Summary s = builder.build();
    CHECK(s.places[1].limits[0].value == Approx(18.0 / 22));
    CHECK(s.places[0].limits[0].value == Approx(58.0 / 62));
    CHECK(s.places[1].limits[1].value == 0.5);
    CHECK_FALSE(s.places[2].limits[1].valid);
    CHECK(s.places[0].replies[0].value == 0.75);
    CHECK_FALSE(s.places[0].replies[1].valid);
}
