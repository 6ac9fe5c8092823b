#include "engine/stats/tally.hpp"

#include <catch2/catch.hpp>

namespace skranke {

TEST_CASE("A tally of nothing has mean 0") { CHECK(Tally{}.mean_min() == 0.0); }

TEST_CASE("A tally tells the mean in minutes of what was added in microseconds") {
    Tally tally;
    tally.add(minutes(10));
    tally.add(minutes(20));
    tally.add(minutes(0.5));
    CHECK(tally.count == 3);
    CHECK(tally.sum_us == 30'500'000 * 60LL);
    CHECK(tally.mean_min() == Approx(30.5 / 3));
}

TEST_CASE("Merged tallies equal one that saw everything, to the microsecond and in either order") {
    Tally left, right, all;
    for (int i = 0; i < 1000; ++i) {
        const Duration d{7919LL * i * i};
        (i % 3 == 0 ? left : right).add(d);
        all.add(d);
    }
    Tally one = left, other = right;
    one += right;
    other += left;
    CHECK((one.count == all.count && one.sum_us == all.sum_us));
    CHECK((other.count == all.count && other.sum_us == all.sum_us));
}

}  // namespace skranke
