// When a share of runs is enough.

#include "engine/planning/sizing/sizing.hpp"

#include <catch2/catch.hpp>

using namespace skranke;

TEST_CASE("A share is enough at the probability itself, whatever rounding does to it") {
    CHECK(is_often_enough(36, 40, 0.9));
    CHECK_FALSE(is_often_enough(35, 40, 0.9));
    CHECK(is_often_enough(7, 10, 0.7));
    CHECK(is_often_enough(0, 0, 0.9));
}

TEST_CASE("Falling short by more than chance is what five checks in a hundred do where the probability is kept") {
    // Binomial tables: of 40 at 0.9, P(32 or fewer) = 0.0419 and P(33 or fewer) = 0.0995.
    CHECK(is_short_beyond_chance(32, 40, 0.9));
    CHECK_FALSE(is_short_beyond_chance(33, 40, 0.9));
    CHECK(is_short_beyond_chance(0, 40, 0.9));
    CHECK_FALSE(is_short_beyond_chance(40, 40, 0.9));
    CHECK_FALSE(is_short_beyond_chance(0, 0, 0.9));
    CHECK_FALSE(is_short_beyond_chance(0, 1, 0.9));  // 0.1
}
