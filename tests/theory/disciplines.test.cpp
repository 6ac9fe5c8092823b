// Where two orders of cases are one. How long cases wait in each: models/priorities.cpp.

#include <catch2/catch.hpp>

#include "tests/theory/case_rules.hpp"

using namespace skranke;
using namespace skranke::test;

TEST_CASE("A head start that nobody can catch up with is a fixed priority", "[theory]") {
    Scenario fixed = two_classes(Discipline::priority), grown = two_classes(Discipline::growing);
    casework_of(grown).cases.points_per_class = 1e6;
    const World a(fixed), b(grown);
    CHECK(run_replication(a, 0).fingerprint == run_replication(b, 0).fingerprint);
    casework_of(grown).cases.points_per_class = 0;
    CHECK(run_replication(a, 0).fingerprint != run_replication(World(grown), 0).fingerprint);
}
