// What is different between two scenarios.

#include "engine/comparison/plan_difference.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

TEST_CASE("Two scenarios differ in the keys whose values differ, and in their tables, but not in words") {
    Scenario a, b;
    a.text = "desk.casework.heads = 4\nname = \"a\"\ntime.weeks = 3\ntitle.en = \"One\"\nx.why = \"because\"\n";
    b.text = "desk.casework.heads = 5\nname = \"b\"\npolicy.p.from = 2020-03-13\ntime.weeks = 3\ntitle.en = \"Two\"\nx.why = \"so\"\n";
    a.inputs = {{"same.csv", "1"}, {"other.csv", "22"}};
    b.inputs = {{"same.csv", "1"}, {"other.csv", "333"}, {"new.csv", ""}};
    const auto differences = plan_differences(a, b);
    REQUIRE(differences.size() == 3);
    CHECK(differences[0].key == "desk.casework.heads");
    CHECK(differences[0].a == "4");
    CHECK(differences[0].b == "5");
    CHECK(differences[1].key == "policy.p.from");
    CHECK(differences[1].a == "");
    CHECK(differences[2].key == "other.csv");
    CHECK(differences[2].b == "3 bytes");
    CHECK(plan_differences(a, a).empty());
}
