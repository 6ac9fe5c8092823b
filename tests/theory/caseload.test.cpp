// A limit on the cases that are begun and not closed. How long they wait for a place: models/casework.cpp.

#include <catch2/catch.hpp>

#include "tests/theory/case_rules.hpp"

using namespace skranke;
using namespace skranke::test;

TEST_CASE("With more places fewer cases wait, and urgent ones wait for none", "[theory]") {
    Scenario s = three_places();
    double before = 1e9;
    for (const double most : {1, 2, 3}) {
        casework_of(s).cases.most_cases = most;
        const double now = replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean();
        CHECK(now < before);
        before = now;
    }
    casework_of(s).cases.most_cases = 1;
    casework_of(s).cases.urgent_priority = 3;
    CHECK(replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean() == 0);
    casework_of(s).cases.urgent_priority = 2;
    CHECK(replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean() > 1);
}
