#include "engine/random/random_stream.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <iterator>
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

/// A coordinate of an address, and the way to its n-th value.
struct Coordinate {
    const char* name;
    void (*set)(StreamAddress&, std::uint32_t value);
};

constexpr Coordinate kCoordinates[] = {
    {"seed", [](StreamAddress& a, std::uint32_t value) { a.seed = value; }},
    {"upper half of the seed", [](StreamAddress& a, std::uint32_t value) { a.seed = std::uint64_t{value} << 32; }},
    {"replication", [](StreamAddress& a, std::uint32_t value) { a.replication = value; }},
    {"site", [](StreamAddress& a, std::uint32_t value) { a.site = value; }},
    {"entity", [](StreamAddress& a, std::uint32_t value) { a.entity = value; }},
    {"purpose", [](StreamAddress& a, std::uint32_t value) { a.purpose = value; }}};

/// First uniforms at an address and at its neighbour along one coordinate.
Pairs pairs_of_neighbours(const Coordinate& coordinate, std::uint32_t n) {
    Pairs pairs;
    StreamAddress address{.seed = 42};
    const auto first_at = [&](std::uint32_t value) {
        coordinate.set(address, value);
        return RandomStream(address).uniform();
    };
    for (std::uint32_t i = 0; i < n; ++i) {
        pairs.a.push_back(first_at(2 * i));
        pairs.b.push_back(first_at(2 * i + 1));
    }
    return pairs;
}

/// Uniforms of one stream and those that come `lag` later.
Pairs pairs_within_a_stream(std::size_t lag, std::size_t n) {
    const std::vector<double> all = first_uniforms<8>({.seed = 42, .purpose = 1}, n + lag);
    return {{all.begin(), all.end() - static_cast<std::ptrdiff_t>(lag)},
            {all.begin() + static_cast<std::ptrdiff_t>(lag), all.end()}};
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

/// Pairs are independent; were one in fifty equal, it would be noticed.
void check_independence(Pairs pairs) {
    CHECK(std::abs(correlation_z(pairs)) < 5);
    CHECK(square_p(pairs) > test::kLeastP);
    for (std::size_t i = 0; i < pairs.a.size(); i += 50) pairs.b[i] = pairs.a[i];
    CHECK(std::abs(correlation_z(pairs)) > 5);
    CHECK(square_p(pairs) < test::kLeastP);
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

TEST_CASE("Neighbours in every coordinate of an address are independent") {
    const Coordinate coordinate = GENERATE(from_range(std::begin(kCoordinates), std::end(kCoordinates)));
    INFO(coordinate.name);
    check_independence(pairs_of_neighbours(coordinate, 1u << 17));  // all purposes there are
}

TEST_CASE("Draws of one stream are independent of those of the same block, the next and the next batch") {
    const std::size_t lag = GENERATE(as<std::size_t>(), 1, 2, 3, kBatch);
    check_independence(pairs_within_a_stream(lag, 1u << 17));
}

TEST_CASE("Uniforms are uniform, in each half of a block and in the last bits too") {
    constexpr std::size_t kDraws = 1u << 21;
    const std::vector<double> all = first_uniforms<8>({.seed = 43}, kDraws);
    for (const std::size_t half : {0, 1}) {
        std::vector<double> draws, last_bits;
        for (std::size_t i = half; i < kDraws; i += 2) {
            draws.push_back(all[i]);
            last_bits.push_back(std::fmod(all[i] * 0x1p32, 1.0));
        }
        const auto even = [](double p) { return p; };
        const auto askew = [](double p) { return std::pow(p, 1.01); };
        CHECK(test::fit_p(draws, even) > test::kLeastP);
        CHECK(test::fit_p(last_bits, even) > test::kLeastP);
        CHECK(test::fit_p(draws, askew) < test::kLeastP);
        CHECK(test::fit_p(last_bits, askew) < test::kLeastP);
    }
}

TEST_CASE("The n-th standard normal of an address is the quantile of its n-th uniform, bit for bit") {
    RandomStream uniforms(kHome);
    NormalStream normals(kHome);
    for (int n = 0; n < 1000; ++n) REQUIRE(normals.standard_normal() == normal_quantile(uniforms.uniform()));
    CHECK(normals.draws() == uniforms.draws());
}

}  // namespace skranke
