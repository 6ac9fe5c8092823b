#include "engine/random/batch.hpp"

#include <array>
#include <catch2/catch.hpp>
#include <vector>

#include "engine/random/distribution.hpp"

namespace skranke {

namespace {

constexpr StreamAddress kAnywhere{.seed = 0x0123456789abcdef, .replication = 3, .site = 1702, .entity = 77, .purpose = 9};

/// Words of an address that a sign or a carry in the wrong place would spoil.
constexpr StreamAddress kAllOnes{
    .seed = ~std::uint64_t{0}, .replication = ~0u, .site = ~0u, .entity = ~0u, .purpose = (1u << 18) - 1};

std::array<double, kBatch> made(BatchMaker::Make make, const StreamAddress& address, std::uint64_t first) {
    std::array<double, kBatch> out{};
    make(address.counter(first / 2).data(), address.key().data(), out.data());
    return out;
}

/// The n-th uniform of an address as its definition has it: straight from Philox.
double uniform_of(const StreamAddress& address, std::uint64_t n) {
    const PhiloxBlock block = block_of(address, n / 2);
    return n % 2 == 0 ? unit_uniform(block[0], block[1]) : unit_uniform(block[2], block[3]);
}

}  // namespace

TEST_CASE("Registers of any width make the numbers that Philox and the exponential quantile define") {
    REQUIRE(!batch_makers().empty());
    const StreamAddress address = GENERATE(kAnywhere, kAllOnes, StreamAddress{});
    const BatchMaker maker = GENERATE(from_range(batch_makers().begin(), batch_makers().end()));
    for (std::uint64_t first = 0; first < (1u << 17); first += 31 * kBatch) {  // past 2^14 blocks
        const auto uniforms = made(maker.uniforms, address, first);
        const auto exponentials = made(maker.unit_exponentials, address, first);
        for (std::size_t i = 0; i < kBatch; ++i) {
            const double u = uniform_of(address, first + i);
            REQUIRE(uniforms[i] == u);
            REQUIRE(exponentials[i] == exponential_quantile(u, 1.0));
        }
    }
}

TEST_CASE("A batch is that of the widest registers, and another address or number makes another one") {
    std::array<double, kBatch> uniforms{}, exponentials{};
    make_uniforms(kAnywhere, 5 * kBatch, uniforms);
    make_unit_exponentials(kAnywhere, 5 * kBatch, exponentials);
    CHECK(uniforms == made(batch_makers().back().uniforms, kAnywhere, 5 * kBatch));
    CHECK(exponentials == made(batch_makers().back().unit_exponentials, kAnywhere, 5 * kBatch));
    StreamAddress next = kAnywhere;
    ++next.entity;
    CHECK(uniforms != made(batch_makers().back().uniforms, next, 5 * kBatch));
    CHECK(uniforms != made(batch_makers().back().uniforms, kAnywhere, 6 * kBatch));
}

}  // namespace skranke
