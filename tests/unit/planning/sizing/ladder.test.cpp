// Chains of staffings of one desk.

#include "engine/planning/sizing/ladder.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <numeric>

using namespace skranke;

TEST_CASE("Every rung has one unit more than the one below, and never fewer in any period") {
    const Ladder ladder({{4, 0.2, 9, 0}, 0.5, 1});
    CHECK(ladder.at(0) == std::vector<int>{1, 1, 1, 1});
    REQUIRE(ladder.top() > 40);
    for (std::size_t rung = 1; rung <= ladder.top(); ++rung) {
        const std::vector<int> below = ladder.at(rung - 1), here = ladder.at(rung);
        CHECK(std::accumulate(here.begin(), here.end(), 0) == std::accumulate(below.begin(), below.end(), 0) + 1);
        for (std::size_t p = 0; p < here.size(); ++p) CHECK(here[p] >= below[p]);
    }
}

TEST_CASE("The next unit goes to the period that is served worst by the square-root rule") {
    const std::vector<double> load{4, 1, 9};
    const Ladder ladder({load, 1, 0});
    for (std::size_t rung = 0; rung < ladder.rung_of(4); ++rung) {  // above, periods with little to do have all they can use
        const std::vector<int> here = ladder.at(rung), above = ladder.at(rung + 1);
        double worst = INFINITY, given = 0;
        for (std::size_t p = 0; p < load.size(); ++p) {
            const double quality = (here[p] - load[p]) / std::sqrt(load[p]);
            if (above[p] > here[p]) given = quality;
            worst = std::min(worst, quality);
        }
        CHECK(given == Approx(worst));
    }
}

TEST_CASE("A quality is reached in every period on its rung, and not on the rung below") {
    const std::vector<double> load{4, 1, 9};
    const Ladder ladder({load, 1, 0});
    const auto least = [&](std::size_t rung) {
        const std::vector<int> units = ladder.at(rung);
        double quality = INFINITY;
        for (std::size_t p = 0; p < load.size(); ++p) quality = std::min(quality, (units[p] - load[p]) / std::sqrt(load[p]));
        return quality;
    };
    for (const double quality : {-1.0, 0.0, 0.5, 1.0, 1.7}) {
        CHECK(least(ladder.rung_of(quality)) >= quality);
        CHECK(least(ladder.rung_of(quality) - 1) < quality);
    }
    CHECK(ladder.rung_of(100) == ladder.top());
}
