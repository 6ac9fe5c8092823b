// Emergencies that take the head of a case in hand, against the closed forms of preemptive-resume priority.
//
// Source  L. Kleinrock, Queueing Systems, vol. 2 (1976), sec. 3.4 (one head); several heads with equal
//         exponential efforts: the emergencies see M/M/c of their own, and all cases together M/M/c.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/erlang.hpp"
#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kEffort = 10;
constexpr std::size_t kEmergency = 0, kOrdinary = 1;

Scenario emergencies(int heads, double effort = kEffort) {
    Scenario s = case_desk(heads);
    add_cases(s, 1 / (0.03 * heads), effort, 1).interrupts = true;
    add_cases(s, 1 / (0.05 * heads), effort, 3);
    return s;
}

/// Mean cases at an M/M/c desk.
double mean_in_system(double erlangs, int heads) {
    return erlangs + erlang_c(erlangs, heads) * erlangs / (heads - erlangs);
}

Replicates handling(const Scenario& s, std::size_t service) {
    return replicate(s, 60, [=](const RunRecord& r) { return handling_of(r, service); });
}

void check_heads(int heads) {
    const double first = mean_in_system(0.3 * heads, heads), all = mean_in_system(0.8 * heads, heads);
    const double emergency = first / (0.03 * heads), ordinary = (all - first) / (0.05 * heads);
    const Scenario right = emergencies(heads), slower = emergencies(heads, 1.1 * kEffort);
    CHECK(std::abs(handling(right, kEmergency).z(emergency)) < 5);
    CHECK(std::abs(handling(right, kOrdinary).z(ordinary)) < 5);
    CHECK(std::abs(handling(slower, kEmergency).z(emergency)) > 5);
    CHECK(std::abs(handling(slower, kOrdinary).z(ordinary)) > 5);
}

}  // namespace

TEST_CASE("One head: emergencies do not see other cases, which wait as preemptive resume says",
          "[theory][not_with_address]") {
    const double ordinary = kEffort / 0.7 + 0.08 * kEffort * kEffort / (0.7 * 0.2);
    CHECK((mean_in_system(0.8, 1) - mean_in_system(0.3, 1)) / 0.05 == Approx(ordinary));  // Kleinrock's form
    check_heads(1);
}

TEST_CASE("Three heads: emergencies see a desk of their own, and the sum over all is unchanged",
          "[theory][not_with_address]") {
    check_heads(3);
}

TEST_CASE("Without interruption an emergency waits for a case in hand", "[theory][not_with_address]") {
    Scenario s = emergencies(1);
    s.services[kEmergency].interrupts = false;
    const double cobham = kEffort + 0.8 * kEffort / (1 - 0.3);
    CHECK(std::abs(handling(s, kEmergency).z(cobham)) < 5);
    CHECK(std::abs(handling(emergencies(1), kEmergency).z(cobham)) > 5);
}
