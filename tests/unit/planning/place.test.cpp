// Places of planning: what can be staffed and judged by itself.

#include "engine/planning/place.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

namespace {

/// Offices by the municipalities that each serves; every municipality has 1,000 residents.
Scenario scenario_of(const std::vector<std::vector<Catchment>>& offices, std::size_t municipalities) {
    Scenario s;
    for (std::size_t m = 0; m < municipalities; ++m) s.municipalities.emplace_back().population = 1000;
    for (const auto& catchments : offices) {
        const std::string id = std::to_string(s.offices.size() + 1);
        s.offices.push_back({id, "NAV " + id, catchments});
    }
    return s;
}

}  // namespace

TEST_CASE("An office with its municipalities is a place") {
    const auto places = planning_places(scenario_of({{{1, 1}, {0, 1}}, {{2, 1}}}, 3));
    REQUIRE(places.size() == 2);
    CHECK(places[0].key == "1");
    CHECK(places[0].municipalities == std::vector<std::size_t>{0, 1});
    CHECK(places[0].residents == 2000);
    CHECK(places[1].offices == std::vector<std::size_t>{1});
    CHECK(places[1].name == "NAV 2");
}

TEST_CASE("Offices that share a municipality are one place, also through a third office") {
    const auto places = planning_places(scenario_of({{{0, 0.5}}, {{3, 1}}, {{1, 0.5}}, {{0, 0.5}, {1, 0.5}, {2, 1}}}, 4));
    REQUIRE(places.size() == 2);
    CHECK(places[0].key == "1+3+4");
    CHECK(places[0].name == "NAV 1, NAV 3, NAV 4");
    CHECK(places[0].municipalities == std::vector<std::size_t>{0, 1, 2});
    CHECK(places[0].residents == 3000);
    CHECK(places[1].key == "2");
}
