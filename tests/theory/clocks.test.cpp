// Limits and provisional replies against closed forms.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

double share(std::uint64_t part, std::uint64_t whole) { return static_cast<double>(part) / static_cast<double>(whole); }

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

/// Cases that wait an exponential time for documents, and have enough staff.
Scenario slow_cases(double documents_days) {
    Scenario s = case_desk(50);
    Service& service = add_cases(s, 60, 0.01, 3);
    service.documents_missing = Timeline{1.0};
    service.documents_days = documents_days;
    service.documents_chase_days = 1000;
    service.provisional.after_days = 0.1;
    service.provisional.ahead_days = 0.02;
    service.provisional.effort_min = 20;
    return s;
}

}  // namespace

TEST_CASE("As many cases are inside a limit as the exponential time in an M/M/1 desk says",
          "[theory][not_with_address]") {
    const auto inside = [](std::size_t limit) {
        return [=](const RunRecord& r) {
            return share(r.limits[limit].inside, r.limits[limit].inside + r.limits[limit].outside);
        };
    };
    const double hours[] = {0, 0.5, 1.0, 2.0};  // the first limit is the service's own clock
    for (std::size_t limit = 1; limit <= 3; ++limit) {
        const double theory = 1 - std::exp(-(1 / 10.0 - 1 / 12.5) * 60 * hours[limit]);
        CHECK(std::abs(replicate(limited(10), 60, inside(limit)).z(theory)) < 5);
        CHECK(std::abs(replicate(limited(11), 60, inside(limit)).z(theory)) > 5);
    }
}

TEST_CASE("A provisional reply is due for the cases that an exponential wait leaves open",
          "[theory][not_with_address]") {
    const auto due = [](const RunRecord& r) { return share(r.replies[0].due, r.outcomes[0].born); };
    const auto in_time = [](const RunRecord& r) { return share(r.replies[0].in_time, r.replies[0].due); };
    CHECK(std::abs(replicate(slow_cases(0.33), 60, due).z(std::exp(-0.1 / 0.33))) < 5);
    CHECK(std::abs(replicate(slow_cases(0.363), 60, due).z(std::exp(-0.1 / 0.33))) > 5);
    CHECK(replicate(slow_cases(0.33), 2, in_time).mean() == 1);
}
