// Two offices that are the same but that one has no caseworkers: who lends to whom is known.

#include "engine/planning/lending/agreement.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr std::uint32_t kRuns = 12;

/// \param staff  caseworkers of each office, of the same size
Scenario twins(std::vector<double> staff) {
    Scenario s = tiny_county(staff.size());
    for (std::size_t m = 0; m < staff.size(); ++m) {
        s.municipalities[m].population = 20'000;
        s.municipalities[m].adults = 12'000;
        DeskRules& casework = s.office_desks[m][static_cast<std::size_t>(DeskKind::casework)];
        casework.per_1000_adults = Timeline{0.0};
        casework.positions = Timeline{staff[m]};
    }
    s.municipalities.back().lat = 1;  // 111 km from the first
    return s;
}

std::vector<PlaceRuns> played(const Scenario& s, std::uint32_t first = 0) {
    const World world(s);
    const std::vector<PlanningPlace> places = planning_places(s);
    std::vector<PlaceRuns> runs(places.size());
    for (std::uint32_t r = 0; r < kRuns; ++r) {
        const std::vector<PlaceCounts> counts = count_places(s, world.shape, run_replication(world, first + r), places);
        for (std::size_t p = 0; p < places.size(); ++p) runs[p].push_back(counts[p]);
    }
    return runs;
}

Scenario with_all(const Scenario& s, double positions) {
    StaffPlan plan{.key = "all", .desk = DeskKind::casework, .changes = {}, .from = {}, .to = {}};
    for (std::size_t o = 0; o < s.offices.size(); ++o) plan.changes.push_back({o, positions});
    return with_staff(s, plan);
}

std::vector<StaffResponse> responses_of(const Scenario& s, const std::vector<PlaceRuns>& before, const LendingRules& rules) {
    std::vector<StaffResponse> responses(before.size());
    for (int units = 1; units <= rules.most_units; ++units) {
        const std::vector<PlaceRuns> fewer = played(with_all(s, -rules.unit * units)), more = played(with_all(s, rules.unit * units));
        for (std::size_t p = 0; p < before.size(); ++p) {
            responses[p].fewer.push_back(further_unmet_or_late(before[p], fewer[p]));
            responses[p].more.push_back(further_unmet_or_late(before[p], more[p]));
        }
    }
    return responses;
}

std::vector<StaffLoan> loans_of(const Scenario& s, const LendingRules& rules) {
    const std::vector<PlaceRuns> before = played(s);
    std::vector<double> tolerance, positions;
    for (std::size_t p = 0; p < before.size(); ++p) {
        tolerance.push_back(tolerated(before[p], rules));
        positions.push_back(s.office_desks[p][static_cast<std::size_t>(DeskKind::casework)].positions.at(s.start));
    }
    const std::vector<PlanningPlace> places = planning_places(s);
    return best_loans(market_of(responses_of(s, before, rules), positions, tolerance, distances(s, places, rules), std::vector<bool>(before.size()), rules));
}

}  // namespace

TEST_CASE("The office with staff to spare lends to its twin without, and many more are helped in time", "[planning]") {
    const Scenario s = twins({12, 0});
    const LendingRules rules{.unit = 1, .most_units = 3, .most_share = 0.5, .tolerance = 0.01};
    const std::vector<StaffLoan> loans = loans_of(s, rules);
    CHECK(loans == std::vector<StaffLoan>{{0, 1, 3}});
    const StaffPlan plan = plan_of(s, planning_places(s), loans, rules);
    const SharingPlan shared = sharing_plan("agreement", s.verdict, played(s, 100), played(with_staff(s, plan), 100), rules);
    CHECK(shared.all.high < -50);
    CHECK_FALSE(shared.places[0].is_worse_off());
    CHECK_FALSE(shared.places[1].is_worse_off());
}

TEST_CASE("Twins with the same staff lend each other nothing, nor does one to whom it is too far", "[planning]") {
    CHECK(loans_of(twins({12, 12}), {.unit = 1}).empty());
    CHECK(loans_of(twins({12, 0}), {.unit = 1, .longest_km = 100, .tolerance = 0.01}).empty());
    CHECK(loans_of(twins({12, 0}), {.unit = 1, .longest_km = 120, .tolerance = 0.01}).size() == 1);
    CHECK(loans_of(twins({12, 0}), {.unit = 1, .most_share = 0.05, .tolerance = 0.01}).empty());
}

TEST_CASE("Who would be worse off does not lend, and is seen when it does", "[planning]") {
    const Scenario s = twins({3, 0});  // just enough for one
    const LendingRules rules{.unit = 1, .most_units = 1, .most_share = 1};
    CHECK(loans_of(s, rules).empty());
    const StaffPlan plan = plan_of(s, planning_places(s), {{0, 1, 1}}, rules);
    const SharingPlan shared = sharing_plan("agreement", s.verdict, played(s), played(with_staff(s, plan)), rules);
    CHECK(shared.places[0].is_worse_off());
}

TEST_CASE("What is lent is taken from the lender in full and reaches the borrower at the agreed pace", "[planning]") {
    const Scenario s = twins({12, 0});
    const StaffPlan plan = plan_of(s, planning_places(s), {{0, 1, 2}}, {.unit = 0.5, .pace = 0.9});
    double lent = 0, borrowed = 0;
    for (const StaffChange& change : plan.changes) (change.office == 0 ? lent : borrowed) += change.positions;
    CHECK(lent == -1);
    CHECK(borrowed == Approx(0.9));
}
