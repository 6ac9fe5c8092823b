// Needs that renew themselves where that is more than a number. How many there are: models/demand.cpp.

#include <catch2/catch.hpp>

#include "engine/office/replication.hpp"
#include "tests/support/z_value.hpp"
#include "tests/theory/renewing_needs.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

double born(const Scenario& s, std::uint32_t replication, std::size_t group = 0) {
    return static_cast<double>(run_replication(World(s), replication).outcomes[group].born);
}

/// How far all needs lie from a multiple of the first ones.
double z_of(int weeks, int warm_up_weeks, double renews, double theory) {
    Replicates beyond;
    for (std::uint32_t replication = 0; replication < 40; ++replication)
        beyond.add(born(met_at_once(weeks, warm_up_weeks, renews), replication) -
                   theory * born(met_at_once(weeks, warm_up_weeks, 0), replication));
    return beyond.z(0);
}

}  // namespace

TEST_CASE("A need that always renews itself ends with the run", "[theory]") {
    const double theory = 1 + 56 / kAfterDays / 2;  // the limit of ratio()
    CHECK(std::abs(z_of(8, 0, 1, theory)) < 5);
    CHECK(std::abs(z_of(8, 0, 1, theory * 1.05)) > 5);
}

TEST_CASE("It is the same resident who comes again: who could not be helped is not met in another's shape",
          "[theory]") {
    Scenario s = met_at_once(8, 0, 0.5);
    s.groups.push_back(s.groups[0]);
    s.groups[1].key = "barred";
    s.groups[1].able.fill(0);
    s.services[0].group_share = {0.5, 0.5};
    Scenario first = s;
    first.services[0].renews = 0;
    CHECK(born(s, 0, 1) == born(first, 0, 1));
    CHECK(born(s, 0, 0) > 1.5 * born(first, 0, 0));
}
