#pragma once
/// \file
/// The address of a random stream, and the blocks of random words found there.
///
///     counter word   0                          1         2      3
///     content        purpose (18), block (14)   entity    site   replication
///     key            the scenario's seed, low and high half
///
/// A stream that runs past 2^14 blocks carries into `entity`; such a long stream must have its
/// purpose for itself (all entities of it).
///
/// Shape      one block = 4 words of 32 bits = 2 uniforms.
/// Units      uniforms: dimensionless, in (0, 1), never 0 and never 1, step 2^-52.
/// Errors     SKRANKE_ASSERT on a purpose of more than 18 bits.
/// Decision   engine/decisions/0003-addressed-randomness.md

#include <bit>
#include <cstdint>

#include "engine/base/contract.hpp"
#include "engine/base/witness.hpp"
#include "engine/random/philox.hpp"

namespace skranke {

struct StreamAddress {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::uint32_t site = 0;
    std::uint32_t entity = 0;   ///< person, day, head ...
    std::uint32_t purpose = 0;  ///< at most 18 bits

    /// What Philox turns into the numbered block.
    PhiloxBlock counter(std::uint64_t block) const {
        SKRANKE_ASSERT(purpose < (1u << 18));
        return {(purpose << 14) | static_cast<std::uint32_t>(block & 0x3fff),
                entity + static_cast<std::uint32_t>(block >> 14), site, replication};
    }
    PhiloxKey key() const { return {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)}; }
};

/// Tells a witness what Philox makes a block from.
[[gnu::noinline]] inline void tell_block(DrawWitness& witness, PhiloxBlock counter, PhiloxKey key) {
    const auto tell = [&](std::uint32_t low, std::uint32_t high) { witness.tell((std::uint64_t{high} << 32) | low); };
    tell(key[0], key[1]);
    tell(counter[0], counter[1]);
    tell(counter[2], counter[3]);
}

/// The numbered block of an address.
inline PhiloxBlock block_of(const StreamAddress& address, std::uint64_t block) {
    const PhiloxBlock counter = address.counter(block);
    if (present_witness != nullptr) [[unlikely]]
        tell_block(*present_witness, counter, address.key());
    return philox_4x32_10(counter, address.key());
}

/// Two words as a uniform in (0, 1): 52 bits and a half.
inline double unit_uniform(std::uint32_t high, std::uint32_t low) {
    const std::uint64_t bits = (std::uint64_t{high} << 20) | (low >> 12);
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

}  // namespace skranke
