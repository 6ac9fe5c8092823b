#include "engine/analysis/band_sketch.hpp"

#include <catch2/catch.hpp>
#include <random>

using namespace skranke;

TEST_CASE("Among 1 to 100 the band runs from 10 over 50 to 90, in any order of adding") {
    BandSketch up, down;
    for (std::uint64_t i = 1; i <= 100; ++i) {
        up.add(i);
        down.add(101 - i);
    }
    for (const BandSketch& sketch : {up, down}) {
        REQUIRE(sketch.band().low == 10);
        REQUIRE(sketch.band().middle == 50);
        REQUIRE(sketch.band().high == 90);
    }
}

TEST_CASE("One replication is its own band, and none is a band of zeros") {
    BandSketch sketch;
    REQUIRE(sketch.band().high == 0);
    sketch.add(7);
    REQUIRE(sketch.band().low == 7);
    REQUIRE(sketch.band().middle == 7);
    REQUIRE(sketch.band().high == 7);
}

TEST_CASE("Large counts keep ten significant bits, and memory stops growing") {
    std::mt19937_64 bits(5);
    BandSketch sketch;
    std::vector<double> all;
    for (int i = 0; i < 50'000; ++i) {
        const std::uint64_t count = 3000 + bits() % 9000;
        sketch.add(count);
        all.push_back(static_cast<double>(count));
    }
    std::sort(all.begin(), all.end());
    REQUIRE(sketch.band().low == Approx(all[all.size() / 10]).epsilon(1.0 / 1024 + 1e-3));
    REQUIRE(sketch.band().high == Approx(all[all.size() * 9 / 10]).epsilon(1.0 / 1024 + 1e-3));
    REQUIRE(sketch.distinct() <= 3 * 512);
}

TEST_CASE("Counts below 1,024 are kept exactly") {
    for (std::uint64_t count : {0, 1, 31, 511, 1023}) {
        BandSketch sketch;
        sketch.add(count);
        REQUIRE(sketch.band().middle == static_cast<double>(count));
    }
    BandSketch large;
    large.add(1'000'001);
    REQUIRE(large.band().middle == Approx(1'000'001).epsilon(1.0 / 1024));
    REQUIRE(large.band().middle != 1'000'001);
}
