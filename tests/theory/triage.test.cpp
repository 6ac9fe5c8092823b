// Triage against queueing theory: who has an acute need waits as a class of its own, or is handled as
// another service.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kEffort = 10;

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

Replicates handling_of_group(const Scenario& s, std::size_t group) {
    return replicate(s, 60, [=](const RunRecord& r) { return r.outcomes[group].handling.mean_min(); });
}

/// Share of its time that the head is busy, if so many cases of 10 minutes turn out to take 20.
Replicates occupancy(double acute) {
    Scenario s = case_desk(1);
    add_cases(s, 20, kEffort, 3);
    add_cases(s, 1e9, 2 * kEffort, 3);
    s.services[0].acute = acute;
    s.services[0].acute_becomes = 1;
    return replicate(s, 60, [](const RunRecord& r) {
        DeskWeek all;
        for (std::size_t w = 0; w < 12; ++w) all += r.desks[static_cast<std::size_t>(DeskKind::casework) * 12 + w];
        return static_cast<double>(all.busy_us) / static_cast<double>(all.staffed_us);
    });
}

}  // namespace

TEST_CASE("Acute cases wait as a class before the others, as Cobham says", "[theory][not_with_address]") {
    const double acute = kEffort + 0.8 * kEffort / (1 - 0.3), other = kEffort + 0.8 * kEffort / (1 - 0.3) / (1 - 0.8);
    CHECK(std::abs(handling_of_group(acute_group(kEffort), 0).z(acute)) < 5);
    CHECK(std::abs(handling_of_group(acute_group(kEffort), 1).z(other)) < 5);
    CHECK(std::abs(handling_of_group(acute_group(1.1 * kEffort), 0).z(acute)) > 5);
    CHECK(std::abs(handling_of_group(acute_group(1.1 * kEffort), 1).z(other)) > 5);
}

TEST_CASE("An acute case takes the effort of what it becomes", "[theory][not_with_address]") {
    const double load = (0.7 * kEffort + 0.3 * 2 * kEffort) / 20;
    CHECK(std::abs(occupancy(0.3).z(load)) < 5);
    CHECK(std::abs(occupancy(0.33).z(load)) > 5);
}
