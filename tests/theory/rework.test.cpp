// Attachments on paper and the clock that stops for documents. How long they take: models/casework.cpp.

#include <catch2/catch.hpp>

#include "tests/theory/case_rules.hpp"

using namespace skranke;
using namespace skranke::test;

TEST_CASE("Attachments on paper delay the decision, not the clock", "[theory]") {
    Scenario s = with_paper(0.2);
    s.door_hours[0] = around_the_clock();
    CHECK(replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean() < 1);
    s.services[0].clock.stops.documents = false;
    CHECK(replicate(s, 2, [](const RunRecord& r) { return handling_of(r, 0); }).mean() > 60);
}
