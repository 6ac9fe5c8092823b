// What the measures of a price list change in a scenario, and what a run then counts of them.

#include "engine/planning/price_list/catalogue.hpp"

#include <catch2/catch.hpp>
#include <numeric>

#include "engine/office/replication.hpp"
#include "engine/planning/price_list/place_costs.hpp"
#include "tests/support/one_place.hpp"

using namespace skranke;

namespace {

const OfficeMeasure& find(const std::vector<OfficeMeasure>& catalogue, const std::string& key) {
    for (const OfficeMeasure& measure : catalogue)
        if (measure.key == key) return measure;
    FAIL("no measure " << key);
    return catalogue.front();
}

std::vector<std::size_t> all_offices(const Scenario& scenario) {
    std::vector<std::size_t> offices(scenario.offices.size());
    std::iota(offices.begin(), offices.end(), std::size_t{0});
    return offices;
}

Scenario with(const Scenario& scenario, const std::string& key, std::size_t dose = 0) {
    Scenario changed = scenario;
    const auto catalogue = catalogue_of(scenario);
    find(catalogue, key).apply(changed, all_offices(scenario), dose);
    return changed;
}

/// Eight weeks, the door ten to two, the reception eight to three, no office with a number of its own.
Scenario county() {
    Scenario s = test::tiny_county(3);
    s.channels[static_cast<std::size_t>(Channel::office_phone)].hours = {};
    for (OpeningHours& hours : s.door_hours) hours = test::same_hours(10 * 60, 14 * 60, 5);
    return s;
}

DailyHours monday(const Policy& policy) { return *policy.levers.front().hours.on(policy.from)[0]; }

double cost_of(const Scenario& scenario) {
    const World world(scenario);
    return total_cost(scenario, world.shape, run_replication(world, 0));
}

constexpr double kWorkingDays = 39;  // eight weeks less Good Friday

}  // namespace

TEST_CASE("Every measure of the catalogue has a key of its own, words, and a dose") {
    const auto catalogue = catalogue_of(county());
    std::vector<std::string> keys;
    for (const OfficeMeasure& measure : catalogue) {
        CHECK(std::find(keys.begin(), keys.end(), measure.key) == keys.end());
        CHECK_FALSE(measure.doses.empty());
        CHECK_FALSE(measure.label.nn.empty());
        CHECK_FALSE(measure.label.en.empty());
        keys.push_back(measure.key);
    }
    CHECK(keys.size() == 10);
}

TEST_CASE("A longer door opens in the afternoon as far as the reception works, then in the morning") {
    const Scenario s = county();
    const DailyHours one = monday(with(s, "door_hours", 0).policies[0]);
    CHECK(one.opens_min == 10 * 60);
    CHECK(one.closes_min == 15 * 60);
    const DailyHours two = monday(with(s, "door_hours", 1).policies[0]);
    CHECK(two.opens_min == 9 * 60);
    CHECK(two.closes_min == 15 * 60);
}

TEST_CASE("A door that is open as long as the reception works cannot be open longer") {
    Scenario s = county();
    s.door_hours[1] = test::same_hours(9 * 60, 15 * 60, 5);
    const auto catalogue = catalogue_of(s);
    const OfficeMeasure& longer = find(catalogue, "door_hours");
    CHECK(longer.applies(s, 1, 0));
    CHECK_FALSE(longer.applies(s, 1, 1));
    CHECK(offices_that_could(longer, s, all_offices(s), 1) == std::vector<std::size_t>{0, 2});
}

TEST_CASE("A longer door costs the clerk's hours on the days that it is open longer, and not while it is shut") {
    Scenario s = county();
    for (OpeningHours& hours : s.door_hours) hours.periods.push_back({s.start + std::chrono::days{28}, {}});
    s.prices.position_day = 700;  // a reception of seven hours: 100 an hour
    const Scenario longer = with(s, "door_hours");
    REQUIRE(longer.policies.size() == 3);
    CHECK(longer.policies[0].to == s.start + std::chrono::days{28});
    CHECK(cost_of(longer) == Approx(3 * 20 * 100.0));
}

TEST_CASE("Opening the door applies only where it is shut, for as long as it is, at its usual hours with little room") {
    Scenario s = county();
    const auto catalogue = catalogue_of(s);
    const OfficeMeasure& open = find(catalogue, "open_door");
    CHECK_FALSE(open.applies(s, 0, 0));
    s.door_hours[0].periods.push_back({s.start + std::chrono::days{14}, {}});
    CHECK(open.applies(s, 0, 0));
    CHECK_FALSE(open.applies(s, 1, 0));
    const std::vector<std::size_t> here{0};
    Scenario opened = s;
    open.apply(opened, here, 0);
    REQUIRE(opened.policies.size() == 1);
    const Policy& policy = opened.policies[0];
    CHECK(policy.from == s.start + std::chrono::days{14});
    CHECK(policy.to == s.start + std::chrono::days{56});
    CHECK(monday(policy).opens_min == 10 * 60);
    CHECK(policy.levers[1].set == s.prices.door_room);
    CHECK(policy.offices == here);
}

TEST_CASE("More staff adds half a position a dose, at the price of its days") {
    Scenario s = county();
    s.prices.position_day = 1000;
    const Scenario more = with(s, "more_casework", 2);
    REQUIRE(more.policies.size() == 3);
    CHECK(more.policies[0].levers[0].add == 1.5);
    CHECK(cost_of(more) == Approx(3 * kWorkingDays * 1500));
}

TEST_CASE("Half a position at a desk that talks to people is a whole one every second working day, at the price of a half") {
    Scenario s = county();
    s.holidays.clear();
    const auto reception_days = [](const Scenario& scenario) {
        const RunRecord record = run_replication(World(scenario), 0);
        double hours = 0;
        for (std::size_t week = 0; week < 8; ++week) hours += static_cast<double>(record.desks[week].staffed_us) / 3600e6;
        return hours / 7;
    };
    for (auto& desks : s.office_desks) desks[static_cast<std::size_t>(DeskKind::reception)].absence = Timeline{0.0};
    const double before = reception_days(s);
    CHECK(reception_days(with(s, "more_reception", 0)) - before == Approx(20).margin(0.5));  // who talks at closing time stays
    CHECK(reception_days(with(s, "more_reception", 1)) - before == Approx(40).margin(0.5));
    CHECK(cost_of(with(s, "more_reception", 0)) == Approx(3 * 40 * 0.5 * s.prices.position_day));
}

TEST_CASE("A desk with an hour_cost is priced by it") {
    Scenario s = county();
    for (auto& desks : s.office_desks) desks[static_cast<std::size_t>(DeskKind::casework)].hour_cost = 400;
    CHECK(cost_of(with(s, "more_casework", 1)) == Approx(3 * kWorkingDays * 400 * 7));
}

TEST_CASE("A caseworker borrowed a week earlier stays as long and costs the same") {
    Scenario s = county();
    s.holidays.clear();
    s.prices.borrow_weeks = 3;
    const Scenario usual = with(s, "borrowed"), earlier = with(s, "borrowed_earlier");
    CHECK(usual.policies[0].from - earlier.policies[0].from == std::chrono::days{7});
    CHECK(usual.policies[0].to - earlier.policies[0].to == std::chrono::days{7});
    CHECK(usual.policies[0].levers[0].add == s.prices.borrow_pace);
    CHECK(cost_of(usual) == Approx(3 * 15 * s.prices.position_day));
    CHECK(cost_of(earlier) == Approx(cost_of(usual)));
}

TEST_CASE("Fewer papers lowers what local services lack, and their work, once a step") {
    const Scenario s = county();
    const Scenario simpler = with(s, "documents", 1);
    REQUIRE(simpler.policies.size() == 2);
    for (const Policy& policy : simpler.policies) {
        REQUIRE(policy.levers.size() == 2);  // of the one local service
        CHECK(policy.levers[0].lever == Lever{LeverKind::service_documents_missing, 0});
        CHECK(policy.levers[0].multiply == s.prices.documents_factor);
        CHECK(policy.levers[1].multiply == s.prices.effort_factor);
    }
    CHECK(cost_of(simpler) == Approx(2 * 3 * s.prices.simplify_start));
}

TEST_CASE("A digital form is for municipalities that have none at the start, and what moves nothing still costs") {
    Scenario s = county();
    s.municipalities[0].digital_form_from = s.start - std::chrono::days{100};
    const auto catalogue = catalogue_of(s);
    const OfficeMeasure& form = find(catalogue, "digital_form");
    const auto could = offices_that_could(form, s, all_offices(s), 0);
    CHECK(could == std::vector<std::size_t>{1, 2});
    Scenario changed = s;
    form.apply(changed, could, 0);
    CHECK(changed.municipalities[0].digital_form_from == s.municipalities[0].digital_form_from);
    CHECK(changed.municipalities[1].digital_form_from == s.start);
    CHECK(cost_of(changed) == Approx(2 * s.prices.form_start));
}

TEST_CASE("With a number of its own an office is rung by its own callers, and the others by nobody more") {
    Scenario s = county();
    s.prices.own_number_share = 1;
    const std::vector<std::size_t> here{1};
    Scenario changed = s;
    const auto catalogue = catalogue_of(s);
    find(catalogue, "own_number").apply(changed, here, 0);
    const World world(changed);
    const RunRecord before = run_replication(World(s), 0), after = run_replication(world, 0);
    const auto attempts = [](const RunRecord& record, std::size_t municipality, Channel channel) {
        return record.channels[municipality * kRecordChannels + static_cast<std::size_t>(channel)].attempts;
    };
    CHECK(attempts(before, 1, Channel::office_phone) == 0);
    CHECK(attempts(after, 1, Channel::office_phone) > 100);
    CHECK(attempts(after, 1, Channel::phone) < attempts(before, 1, Channel::phone));
    CHECK(attempts(after, 0, Channel::office_phone) == 0);
    CHECK(attempts(after, 1, Channel::drop_in) == Approx(attempts(before, 1, Channel::drop_in)).epsilon(0.1));
}

TEST_CASE("Where offices have numbers already, none is offered one") {
    Scenario s = county();
    s.channels[static_cast<std::size_t>(Channel::office_phone)].hours = test::office_hours();
    const auto catalogue = catalogue_of(s);
    CHECK_FALSE(find(catalogue, "own_number").applies(s, 0, 0));
}

TEST_CASE("A policy of the scenario is switched on where it is off, and off where it is on, at the offices named") {
    Scenario s = county();
    for (const bool enabled : {true, false}) {
        Policy& policy = s.policies.emplace_back();
        policy.key = enabled ? "on" : "off";
        policy.enabled = enabled;
        policy.levers.push_back({{LeverKind::missed, 0}, 0.1, {}, {}, {}});
    }
    const auto catalogue = catalogue_of(s);
    const std::vector<std::size_t> here{0, 2};
    Scenario changed = s;
    CHECK(find(catalogue, "policy.on").standing == Standing::in_force);
    find(catalogue, "policy.on").apply(changed, here, 0);
    find(catalogue, "policy.off").apply(changed, here, 0);
    CHECK(changed.policies[0].offices == std::vector<std::size_t>{1});
    CHECK(changed.policies[1].enabled);
    CHECK(changed.policies[1].offices == here);
    CHECK_FALSE(with(s, "policy.on").policies[0].enabled);
    CHECK(with(s, "policy.off").policies[1].offices.empty());  // all, and the shared sites
}

TEST_CASE("A measure of the author's is taken once for each dose") {
    Scenario s = county();
    OfferedMeasure& measure = s.measures.emplace_back();
    measure.doses = 3;
    measure.policy.key = "callers_first";
    measure.policy.cost_start = 100;
    measure.policy.levers.push_back({{LeverKind::missed, 0}, {}, {}, 0.5, {}});
    const auto catalogue = catalogue_of(s);
    CHECK(find(catalogue, "measure.callers_first").doses.size() == 3);
    const Scenario changed = with(s, "measure.callers_first", 2);
    CHECK(changed.policies.size() == 3);
    CHECK(cost_of(changed) == Approx(3 * 3 * 100 + 3 * 100));  // the contact centre takes it too
}

TEST_CASE("What a place pays is counted there, and the places and shared sites pay all") {
    Scenario s = county();
    const auto places = planning_places(s);
    const Scenario more = with(s, "more_reception", 0);
    const World world(more);
    const RunRecord record = run_replication(world, 0);
    const std::vector<double> costs = costs_of_places(more, world.shape, record, places);
    REQUIRE(costs.size() == 3);
    for (const double cost : costs) CHECK(cost == Approx(kWorkingDays * 0.5 * s.prices.position_day));
    CHECK(total_cost(more, world.shape, record) == Approx(costs[0] + costs[1] + costs[2]));
}
