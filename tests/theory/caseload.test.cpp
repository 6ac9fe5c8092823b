// A limit on the cases that are begun and not closed, against Erlang: cases that take no work but wait
// an exponential time for documents are served by the places.

#include <catch2/catch.hpp>
#include <cmath>

#include "tests/support/erlang.hpp"
#include "tests/theory/case_desk.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

constexpr double kDocuments = 10;  // minutes

/// Three heads who may have one case each, and cases that keep 2.4 of them waiting.
Scenario three_places(double documents_min = kDocuments) {
    Scenario s = case_desk(3);
    Service& service = add_cases(s, kDocuments / 2.4, 0, 3);
    service.documents_missing = Timeline{1.0};
    service.documents_days = documents_min / (24 * 60);
    service.documents_chase_days = 1000;
    casework_of(s).cases.most_cases = 1;
    return s;
}

Replicates wait(const Scenario& s) {
    return replicate(s, 60, [](const RunRecord& r) { return handling_of(r, 0); });  // the clock stops for documents
}

}  // namespace

TEST_CASE("Cases wait for a place as long as Erlang C says", "[theory][not_with_address]") {
    const double theory = erlang_c(2.4, 3) / ((3 - 2.4) / kDocuments);
    CHECK(std::abs(wait(three_places()).z(theory)) < 5);
    CHECK(std::abs(wait(three_places(1.1 * kDocuments)).z(theory)) > 5);
}

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
