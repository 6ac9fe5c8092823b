// In which order a desk takes cases, against queueing theory: what the order gives to one class it takes
// from another (conservation), and growing priorities give as much as Kleinrock says.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kEffort = 10;
constexpr std::size_t kUrgent = 0, kOrdinary = 1;

/// Two classes with exponential efforts at one head: rate 0.03 and 0.05 a minute, 80 % load.
Scenario two_classes(Discipline discipline) {
    Scenario s = case_desk(1);
    add_cases(s, 1 / 0.03, kEffort, 2).clock.limit = 1;
    add_cases(s, 1 / 0.05, kEffort, 3).clock.limit = 2;
    for (Service& service : s.services) service.clock.unit = ClockUnit::hours;
    casework_of(s).cases.discipline = discipline;
    casework_of(s).cases.points_per_class = 0;
    s.services[kUrgent].priority_growth = 2;
    s.services[kOrdinary].priority_growth = 1;
    return s;
}

Replicates handling(const Scenario& s, std::size_t service) {
    return replicate(s, 60, [=](const RunRecord& r) { return handling_of(r, service); });
}

}  // namespace

TEST_CASE("Growing priorities wait as long as Kleinrock says", "[theory][not_with_address]") {
    const double all = 0.8 * kEffort / (1 - 0.8);  // mean wait of first come, first served
    const double ordinary = all / (1 - 0.3 * (1 - 1.0 / 2));
    const double urgent = all - 0.5 * ordinary * (1 - 1.0 / 2);
    Scenario s = two_classes(Discipline::growing);
    CHECK(std::abs(handling(s, kOrdinary).z(ordinary + kEffort)) < 5);
    CHECK(std::abs(handling(s, kUrgent).z(urgent + kEffort)) < 5);

    SECTION("and other growth, or ten percent more effort, is noticed") {
        s.services[kUrgent].priority_growth = 4;
        CHECK(std::abs(handling(s, kUrgent).z(urgent + kEffort)) > 5);
        s = two_classes(Discipline::growing);
        for (Service& service : s.services) service.effort_min = Timeline{1.1 * kEffort};
        CHECK(std::abs(handling(s, kOrdinary).z(ordinary + kEffort)) > 5);
        CHECK(std::abs(handling(s, kUrgent).z(urgent + kEffort)) > 5);
    }
}

TEST_CASE("The mean over all cases is the same in any order", "[theory][not_with_address]") {
    const double theory = kEffort / (1 - 0.8);
    for (const Discipline d : {Discipline::priority, Discipline::growing, Discipline::earliest_due}) {
        Scenario s = two_classes(d);
        CHECK(std::abs(replicate(s, 60, handling_of_all).z(theory)) < 5);
        for (Service& service : s.services) service.effort_min = Timeline{1.1 * kEffort};
        CHECK(std::abs(replicate(s, 60, handling_of_all).z(theory)) > 5);
    }
}

TEST_CASE("A head start that nobody can catch up with is a fixed priority", "[theory]") {
    Scenario fixed = two_classes(Discipline::priority), grown = two_classes(Discipline::growing);
    casework_of(grown).cases.points_per_class = 1e6;
    const World a(fixed), b(grown);
    CHECK(run_replication(a, 0).fingerprint == run_replication(b, 0).fingerprint);
    casework_of(grown).cases.points_per_class = 0;
    CHECK(run_replication(a, 0).fingerprint != run_replication(World(grown), 0).fingerprint);
}
