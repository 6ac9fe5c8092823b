#include "engine/random/random_stream.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <set>
#include <vector>

#include "engine/random/distribution.hpp"
#include "tests/support/chi_square.hpp"

namespace skranke {

namespace {

constexpr StreamAddress kHome{.seed = 0x0123456789abcdef, .replication = 3, .site = 1702, .entity = 77, .purpose = 9};
constexpr std::uint64_t kBlocksPerEntity = 1u << 14;

template <std::size_t kBlocks>
std::vector<double> first_uniforms(const StreamAddress& address, std::size_t n) {
    BasicStream<kBlocks> stream(address);
    std::vector<double> out;
    for (std::size_t i = 0; i < n; ++i) out.push_back(stream.uniform());
    return out;
}

struct Pairs {
    std::vector<double> a, b;
};

/// First uniforms at an address and at its neighbour along one coordinate.
Pairs pairs_of_neighbours(std::uint32_t StreamAddress::*coordinate, std::uint32_t n) {
    Pairs pairs;
    StreamAddress address{.seed = 42};
    for (std::uint32_t i = 0; i < n; ++i) {
        address.*coordinate = 2 * i;
        pairs.a.push_back(RandomStream(address).uniform());
        address.*coordinate = 2 * i + 1;
        pairs.b.push_back(RandomStream(address).uniform());
    }
    return pairs;
}

/// Correlation in units of its standard error under independence, 1 / sqrt(n).
double correlation_z(const Pairs& pairs) {
    double sum = 0;
    for (std::size_t i = 0; i < pairs.a.size(); ++i) sum += (pairs.a[i] - 0.5) * (pairs.b[i] - 0.5);
    return 12 * sum / std::sqrt(static_cast<double>(pairs.a.size()));
}

/// Fit of the pairs to 16 x 16 equal cells of the unit square.
double square_p(const Pairs& pairs) {
    std::vector<double> counts(256);
    for (std::size_t i = 0; i < pairs.a.size(); ++i)
        ++counts[16 * static_cast<std::size_t>(16 * pairs.a[i]) + static_cast<std::size_t>(16 * pairs.b[i])];
    return test::chi_square_p(counts, std::vector<double>(256, static_cast<double>(pairs.a.size()) / 256));
}

}  // namespace

TEST_CASE("The smallest and the largest uniform stay inside (0, 1), and one bit is one step") {
    CHECK(unit_uniform(0, 0) == 0x1p-53);
    CHECK(unit_uniform(0xffffffff, 0xffffffff) == 1.0 - 0x1p-53);
    CHECK(unit_uniform(0, 1u << 12) - unit_uniform(0, 0) == 0x1p-52);
    CHECK(unit_uniform(0x80000000, 0) == 0.5 + 0x1p-53);
}

TEST_CASE("How many blocks a stream makes at a time does not change its numbers") {
    const auto one = first_uniforms<1>(kHome, 1000);
    CHECK(first_uniforms<2>(kHome, 1000) == one);
    CHECK(first_uniforms<8>(kHome, 1000) == one);
    LongStream many(kHome);
    for (std::size_t i = 0; i < one.size(); ++i) REQUIRE(many.uniform() == one[i]);
}

TEST_CASE("The n-th number of an exponential stream is the exponential of the n-th uniform") {
    RandomStream uniforms(kHome);
    ExponentialStream exponentials(kHome);
    for (int i = 0; i < 1000; ++i) REQUIRE(exponentials.unit_exponential() == exponential(uniforms, 1.0));
}

TEST_CASE("Every stream counts what was taken from it") {
    RandomStream few(kHome);
    LongStream many(kHome);
    ExponentialStream exponentials(kHome);
    for (std::uint64_t taken = 0; taken < 200; ++taken) {
        REQUIRE(few.draws() == taken);
        REQUIRE(many.draws() == taken);
        REQUIRE(exponentials.draws() == taken);
        few.uniform();
        many.uniform();
        exponentials.unit_exponential();
    }
}

TEST_CASE("Numbered draws are the stream's numbers, in any order and as often as asked") {
    const auto stream = first_uniforms<1>(kHome, 100);
    NumberedDraws draws(kHome);
    for (std::uint32_t k = 0; k < 100; ++k) REQUIRE(draws.at(k) == stream[k]);
    for (std::uint32_t k = 100; k-- > 0;) REQUIRE(draws.at(k) == stream[k]);
    for (std::uint32_t i = 0; i < 300; ++i) REQUIRE(draws.at(37 * i % 100) == stream[37 * i % 100]);
}

TEST_CASE("Every part of an address makes another stream") {
    std::vector<StreamAddress> addresses(7, kHome);
    ++addresses[1].seed;
    addresses[2].seed += std::uint64_t{1} << 32;
    ++addresses[3].replication;
    ++addresses[4].site;
    ++addresses[5].entity;
    ++addresses[6].purpose;
    std::set<double> first;
    for (const StreamAddress& address : addresses) first.insert(RandomStream(address).uniform());
    CHECK(first.size() == addresses.size());
}

TEST_CASE("A stream longer than 2^14 blocks goes on where the next entity of its purpose begins") {
    StreamAddress next = kHome;
    ++next.entity;
    CHECK(block_of(kHome, kBlocksPerEntity - 1) != block_of(next, 0));
    for (std::uint64_t block = 0; block < 3 * kBlocksPerEntity; block += 97)
        REQUIRE(block_of(kHome, kBlocksPerEntity + block) == block_of(next, block));
    LongStream stream(kHome);
    for (std::uint64_t i = 0; i < 2 * kBlocksPerEntity; ++i) stream.uniform();
    RandomStream of_next(next);
    for (int i = 0; i < 100; ++i) REQUIRE(stream.uniform() == of_next.uniform());
}

TEST_CASE("Streams that begin in different purposes, sites or replications never meet, however long") {
    // Philox is a bijection: blocks are distinct if and only if counters are.
    std::set<PhiloxBlock> met;
    std::size_t blocks = 0;
    for (std::uint32_t shift = 0; shift < 8; ++shift) {
        StreamAddress address = kHome;
        address.purpose += shift & 1;
        address.site += shift >> 1 & 1;
        address.replication += shift >> 2 & 1;
        for (std::uint64_t block = 0; block < kBlocksPerEntity + 100; ++block, ++blocks)
            met.insert(block_of(address, block));
    }
    CHECK(met.size() == blocks);
}

TEST_CASE("Neighbouring people, purposes, sites and replications are independent") {
    const auto [name, coordinate] =
        GENERATE(table<const char*, std::uint32_t StreamAddress::*>({{"entity", &StreamAddress::entity},
                                                                     {"purpose", &StreamAddress::purpose},
                                                                     {"site", &StreamAddress::site},
                                                                     {"replication", &StreamAddress::replication}}));
    INFO(name);
    Pairs pairs = pairs_of_neighbours(coordinate, 1u << 17);  // all purposes there are
    CHECK(std::abs(correlation_z(pairs)) < 5);
    CHECK(square_p(pairs) > test::kLeastP);

    // One pair in fifty equal would be noticed.
    for (std::size_t i = 0; i < pairs.a.size(); i += 50) pairs.b[i] = pairs.a[i];
    CHECK(std::abs(correlation_z(pairs)) > 5);
    CHECK(square_p(pairs) < test::kLeastP);
}

}  // namespace skranke
