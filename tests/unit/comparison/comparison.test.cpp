// Two plans side by side: differences with their own intervals.

#include "engine/comparison/comparison.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <random>

using namespace skranke;

namespace {

Scenario two_places() {
    Scenario s;
    for (const char* number : {"0001", "0002"}) s.municipalities.emplace_back().number = number;
    s.services.resize(2);
    s.services[1].system = System::state;
    s.groups.resize(2);
    return s;
}

RecordShape shape_of_two_places() {
    RecordShape shape;
    shape.municipalities = {"0001", "0002"};
    shape.municipality_names = {"Aure", "Bø"};
    shape.services = {"assistance", "benefit"};
    shape.groups = {"vulnerable", "others"};
    shape.weeks = 1;
    return shape;
}

OutcomeCell cell(std::uint64_t met, std::uint64_t lost) {
    OutcomeCell c;
    c.born = met + lost;
    c.met_on_time = met;
    c.unmet[static_cast<std::size_t>(Reason::closed)] = lost;
    return c;
}

/// Aure loses `lost` of `needs` vulnerable people; everybody else is fine.
RunRecord record(std::uint32_t replication, std::uint64_t needs, std::uint64_t lost) {
    const RecordShape shape = shape_of_two_places();
    RunRecord r(shape);
    r.key = {1, replication};
    r.outcomes[shape.cell(0, 0, 0)] = cell(needs - lost, lost);
    r.outcomes[shape.cell(0, 0, 1)] = cell(50, 0);
    r.outcomes[shape.cell(0, 1, 1)] = cell(10, 2);
    r.outcomes[shape.cell(1, 0, 1)] = cell(40, 0);
    return r;
}

}  // namespace

TEST_CASE("A difference is plan B less plan A, in people and in shares, place by place") {
    const Scenario s = two_places();
    ComparisonBuilder builder(s, s, shape_of_two_places(), shape_of_two_places());
    builder.add(record(0, 100, 30), record(0, 100, 10));
    builder.add(record(1, 120, 36), record(1, 120, 12));
    const Comparison c = builder.build();
    const PlaceComparison& aure = c.places[1];
    CHECK(aure.name == "Aure");
    CHECK(aure.local.needs == 160);
    CHECK(aure.local.unmet_a == 33);
    CHECK(aure.local.unmet_b == 11);
    CHECK(aure.local.unmet.value == Approx(-22));
    CHECK(aure.local.unmet_rate.value == Approx(-44.0 / 320));
    CHECK(aure.groups[0].unmet_rate.value == Approx(-44.0 / 220));
    CHECK(aure.groups[1].unmet.value == 0);
    CHECK(aure.services[1].unmet.value == 0);
    CHECK(aure.state.needs == 12);
    CHECK(c.places[0].local.unmet.value == Approx(-22));
    CHECK(c.places[0].local.needs == 200);
    CHECK(c.places[2].local.unmet.value == 0);
    CHECK(c.places[2].local.variance_ratio == 1);
}

TEST_CASE("What a common chance does to both plans cancels in the difference") {
    const Scenario s = two_places();
    ComparisonBuilder builder(s, s, shape_of_two_places(), shape_of_two_places());
    std::mt19937 bits(1);
    for (std::uint32_t r = 0; r < 40; ++r) {
        const std::uint64_t busy = 20 + bits() % 60;  // lost in both plans
        builder.add(record(r, 200, busy + bits() % 5), record(r, 200, busy + 10 + bits() % 5));
    }
    const Difference d = builder.build().places[0].local;
    CHECK(std::abs(d.unmet.value - 10) < 2);
    CHECK(d.unmet.half_width() < 1);
    CHECK(d.variance_ratio < 0.05);
    CHECK(d.variance_ratio > 0);
}

TEST_CASE("Plans are told apart by what their measures cost") {
    const Scenario a = two_places();
    Scenario b = a;
    Policy& policy = b.policies.emplace_back();
    policy.cost_start = 500;
    policy.cost_per_day = 20;
    RecordShape shape_b = shape_of_two_places();
    shape_b.policies = {"door"};
    shape_b.sites = {"1"};
    ComparisonBuilder builder(a, b, shape_of_two_places(), shape_b);
    for (std::uint32_t r = 0; r < 2; ++r) {
        RunRecord with = record(r, 100, 10);
        with.policies = {{1, 10 + 2 * r}};
        builder.add(record(r, 100, 10), with);
    }
    CHECK(builder.build().cost.value == Approx(500 + 20 * 11));
}

TEST_CASE("Results of other places, services or groups are not comparable, and why is said") {
    const RecordShape a = shape_of_two_places();
    RecordShape b = a;
    CHECK(why_not_comparable(a, b).empty());
    b.groups.pop_back();
    CHECK(why_not_comparable(a, b) == "they have different groups");
    b = a;
    b.municipalities[1] = "0003";
    CHECK(why_not_comparable(a, b) == "they have different municipalities");
}
