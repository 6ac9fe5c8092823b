// Plans of staff as policies.

#include "engine/planning/staff_change.hpp"

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

StaffPlan plan(std::vector<StaffChange> changes) {
    return {.key = "plan", .changes = std::move(changes), .from = tiny_county().start, .to = tiny_county().start + std::chrono::days{28}};
}

/// Staff time of an office's casework desk in a week.
std::int64_t staffed(const World& world, std::size_t office, std::size_t week) {
    const RunRecord record = run_replication(world, 0);
    return record.desks[world.desk_index(office, DeskKind::casework) * world.shape.weeks + week].staffed_us;
}

}  // namespace

TEST_CASE("Offices with the same change share a policy, and no change makes none", "[planning]") {
    const std::vector<Policy> policies = policies_of(plan({{0, 0.5}, {1, -1}, {2, 0.5}, {3, 0}}));
    REQUIRE(policies.size() == 2);
    CHECK(policies[0].key == "plan_minus_1");
    CHECK(policies[0].offices == std::vector<std::size_t>{1});
    CHECK(policies[1].key == "plan_plus_0_5");
    CHECK(policies[1].offices == std::vector<std::size_t>{0, 2});
    CHECK(policies[1].label.nb == "Stillinger: +0,5");
    CHECK(text_of(plan({{0, 0.5}})) != text_of(plan({{1, 0.5}})));
    CHECK(text_of(plan({{0, 0.5}})) != text_of(plan({{0, -0.5}})));
    CHECK(text_of(plan({{0, 0.5}, {1, 0}})) == text_of(plan({{0, 0.5}})));
}

TEST_CASE("Units go to the offices of a place in proportion to their residents", "[planning]") {
    const Scenario s = tiny_county(3);  // 20, 40 and 60 thousand
    PlanningPlace place;
    place.offices = {0, 2};
    const std::vector<StaffChange> changes = spread(s, place, 4, 0.5);
    REQUIRE(changes.size() == 2);
    CHECK((changes[0].office == 0 && changes[0].positions == 0.5));
    CHECK((changes[1].office == 2 && changes[1].positions == 1.5));
}

TEST_CASE("A plan moves the staff of its offices as long as it lasts, and nobody else's", "[planning]") {
    const Scenario s = tiny_county(3), planned = with_staff(s, plan({{0, 2}, {1, -1}}));
    const World before(s), after(planned);
    const auto ratio = [&](std::size_t office, std::size_t week) {
        return static_cast<double>(staffed(after, office, week)) / static_cast<double>(staffed(before, office, week));
    };
    CHECK(ratio(0, 1) > 1.1);
    CHECK(ratio(1, 1) < 0.95);
    // Heads finish what they have in hand, and offices meet in the shared lines: all but the last per mille.
    CHECK(ratio(2, 1) == Approx(1).epsilon(0.005));
    for (const std::size_t office : {0, 1, 2}) CHECK(ratio(office, 5) == Approx(1).epsilon(0.005));
}
