// Provisional replies that are sent in time. How many are due: models/casework.cpp.

#include <catch2/catch.hpp>

#include "tests/theory/case_rules.hpp"

using namespace skranke;
using namespace skranke::test;

TEST_CASE("With enough staff every provisional reply is sent in time, with none hardly any", "[theory]") {
    const auto in_time = [](const RunRecord& r) {
        return static_cast<double>(r.replies[0].in_time) / static_cast<double>(r.replies[0].due);
    };
    Scenario s = slow_cases(0.33);
    CHECK(replicate(s, 2, in_time).mean() == 1);
    casework_of(s).positions = Timeline{0.0};
    CHECK(replicate(s, 2, in_time).mean() < 0.1);
}
