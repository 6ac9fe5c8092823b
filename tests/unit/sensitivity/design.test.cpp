#include "engine/sensitivity/design.hpp"

#include <catch2/catch.hpp>
#include <set>

using namespace skranke;

namespace {

Design made(Method method, std::size_t factors, std::size_t points, std::uint64_t seed = 1, std::size_t levels = 4) {
    return make_design({method, std::vector<std::size_t>(factors, levels), points, seed});
}

/// How many of the points lie in each of `boxes` x `across` boxes of two factors.
std::vector<int> counts(const Design& d, std::size_t f, std::size_t boxes, std::size_t g, std::size_t across) {
    std::vector<int> in_box(boxes * across, 0);
    for (std::size_t p = 1; p < d.points(); ++p) {
        const auto box = static_cast<std::size_t>(d.point(p)[f] * static_cast<double>(boxes));
        const auto other = static_cast<std::size_t>(d.point(p)[g] * static_cast<double>(across));
        ++in_box[box * across + other];
    }
    return in_box;
}

bool all_are(const std::vector<int>& values, int expected) {
    return std::all_of(values.begin(), values.end(), [&](int v) { return v == expected; });
}

}  // namespace

TEST_CASE("Every design begins with the scenario as written") {
    for (std::size_t m = 0; m < kMethods; ++m) {
        const DesignPlan plan{static_cast<Method>(m), {2, 2, 2}, 4, 7};
        const Design d = make_design(plan);
        for (const double v : d.point(0)) CHECK(v == kAsWritten);
        CHECK(d.points() == count_points(plan));
        for (std::size_t i = 3; i < d.values.size(); ++i)
            CHECK((d.values[i] == kAsWritten || (d.values[i] >= 0 && d.values[i] <= 1)));
    }
}

TEST_CASE("One at a time moves each factor to its low and its high end and leaves the others as written") {
    const Design d = made(Method::one_at_a_time, 3, 0);
    REQUIRE(d.points() == 7);
    for (std::size_t f = 0; f < 3; ++f)
        for (std::size_t g = 0; g < 3; ++g) {
            CHECK(d.point(1 + 2 * f)[g] == (f == g ? 0.0 : kAsWritten));
            CHECK(d.point(2 + 2 * f)[g] == (f == g ? 1.0 : kAsWritten));
        }
}

TEST_CASE("A grid has every combination of levels once, and both ends of each factor") {
    const Design d = make_design({Method::grid, {3, 1, 4}, 0, 1});
    std::set<std::vector<double>> seen;
    std::set<double> last;
    for (std::size_t p = 1; p < d.points(); ++p) {
        seen.insert({d.point(p).begin(), d.point(p).end()});
        last.insert(d.point(p)[2]);
    }
    CHECK(seen.size() == 12);
    CHECK(d.points() == 13);
    CHECK(last == std::set<double>{0.0, 1.0 / 3, 2.0 / 3, 1.0});
}

TEST_CASE("A Latin hypercube has one point in every stratum of every factor, not always the same ones together") {
    const Design d = made(Method::latin_hypercube, 5, 40);
    for (std::size_t f = 0; f < 5; ++f) CHECK(all_are(counts(d, f, 40, f, 1), 1));
    CHECK_FALSE(all_are(counts(d, 0, 4, 1, 10), 1));  // independent of one another
    CHECK_FALSE(all_are(counts(d, 0, 41, 0, 1), 1));  // the test sees a wrong number of strata
}

TEST_CASE("A power of two of shifted Sobol points fills halves, quarters ... of each factor, and boxes of the first two, evenly") {
    const Design d = made(Method::sobol, 20, 64);
    for (std::size_t f = 0; f < 20; ++f) CHECK(all_are(counts(d, f, 64, f, 1), 1));
    for (const std::size_t boxes : {2, 4, 8, 16, 32}) CHECK(all_are(counts(d, 0, boxes, 1, 64 / boxes), 1));
    const Design chance = made(Method::latin_hypercube, 20, 64);
    CHECK_FALSE(all_are(counts(chance, 0, 8, 1, 8), 1));
}

TEST_CASE("A trajectory of Morris moves every factor once, by one step, up or down, between levels") {
    for (const std::size_t levels : {2, 4, 6}) {
        const Design d = made(Method::morris, 4, 50, 3, levels);
        REQUIRE(d.blocks() == 50);
        int up = 0;
        for (std::size_t t = 0; t < 50; ++t) {
            std::set<std::size_t> moved;
            for (std::size_t s = 1; s <= 4; ++s) {
                const auto before = d.point(1 + 5 * t + s - 1), after = d.point(1 + 5 * t + s);
                for (std::size_t f = 0; f < 4; ++f) {
                    const double level = after[f] * static_cast<double>(levels - 1);
                    CHECK(level == Approx(std::round(level)).margin(1e-9));
                    if (after[f] == before[f]) continue;
                    CHECK(std::fabs(after[f] - before[f]) == Approx(morris_step(levels)));
                    up += after[f] > before[f] ? 1 : 0;
                    CHECK(moved.insert(f).second);
                }
            }
            CHECK(moved.size() == 4);
        }
        CHECK(up > 70);
        CHECK(up < 130);
    }
}

TEST_CASE("A block of Saltelli is two points, and the first with each factor taken from the second") {
    const Design d = made(Method::saltelli, 3, 8);
    REQUIRE(d.blocks() == 8);
    for (std::size_t n = 0; n < 8; ++n) {
        const std::size_t first = 1 + 5 * n;
        for (std::size_t i = 0; i < 3; ++i)
            for (std::size_t f = 0; f < 3; ++f) {
                CHECK(d.point(first + 2 + i)[f] == d.point(first + (f == i ? 1 : 0))[f]);
                CHECK(d.point(first)[f] != d.point(first + 1)[f]);
            }
    }
}

TEST_CASE("The same seed gives the same points, another seed others") {
    for (const Method method : {Method::latin_hypercube, Method::sobol, Method::morris, Method::saltelli}) {
        CHECK(made(method, 6, 16, 5).values == made(method, 6, 16, 5).values);
        CHECK(made(method, 6, 16, 5).values != made(method, 6, 16, 6).values);
    }
}

TEST_CASE("A design that is too large is known before it is made") {
    CHECK(count_points({Method::grid, std::vector<std::size_t>(200, 3), 0, 1}) == kMostPoints + 1);
    CHECK(count_points({Method::saltelli, std::vector<std::size_t>(8, 0), 100, 1}) == 1001);
    CHECK(count_points({Method::morris, std::vector<std::size_t>(190, 4), 10, 1}) == 1911);
}
