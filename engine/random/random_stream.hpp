#pragma once
/// \file
/// A random stream is an address, not a state that is passed around.
///
/// Every purpose of every person, day or desk in every replication has its own stream, found by
/// writing its address into the counter of a counter-based generator. Streams cannot overlap,
/// creation order does not matter, threads never share one, and two scenarios that differ in a
/// measure meet the same people: common random numbers without bookkeeping.
///
///     counter word   0                          1         2      3
///     content        purpose (18), block (14)   entity    site   replication
///     key            the scenario's seed, low and high half
///
/// A stream that runs past 2^14 blocks carries into `entity`; such a long stream must have its
/// purpose for itself (all entities of it).
///
/// Shape      one block = 4 words of 32 bits = 2 uniforms.
/// Units      uniform(): dimensionless, in (0, 1), never 0 and never 1, step 2^-52.
/// Threads    none inside; a stream belongs to whoever made it.
/// Errors     SKRANKE_ASSERT on a purpose of more than 18 bits.
/// Source     Philox-4x32-10: J. K. Salmon et al., "Parallel random numbers: as easy as 1, 2, 3",
///            SC11, doi:10.1145/2063384.2063405.

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/base/contract.hpp"
#include "engine/random/philox.hpp"

namespace skranke {

struct StreamAddress {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
    std::uint32_t site = 0;
    std::uint32_t entity = 0;   ///< person, day, head ...
    std::uint32_t purpose = 0;  ///< at most 18 bits
};

/// The numbered block of an address.
inline PhiloxBlock block_of(const StreamAddress& a, std::uint64_t block) {
    SKRANKE_ASSERT(a.purpose < (1u << 18));
    return philox_4x32_10({(a.purpose << 14) | static_cast<std::uint32_t>(block & 0x3fff),
                           a.entity + static_cast<std::uint32_t>(block >> 14), a.site, a.replication},
                          {static_cast<std::uint32_t>(a.seed), static_cast<std::uint32_t>(a.seed >> 32)});
}

/// Two words as a uniform in (0, 1): 52 bits and a half.
inline double unit_uniform(std::uint32_t high, std::uint32_t low) {
    const std::uint64_t bits = (std::uint64_t{high} << 20) | (low >> 12);
    return (static_cast<double>(bits) + 0.5) * 0x1p-52;
}

/// Draws that have a number each, so that taking one or leaving it does not move the others.
class NumberedDraws {
  public:
    explicit NumberedDraws(StreamAddress address) : address_(address) {}

    /// \return uniform number k of the address, in (0, 1): the same as the k-th of its RandomStream
    double at(std::uint32_t k) {
        if (k / 2 != made_) {
            made_ = k / 2;
            block_ = block_of(address_, made_);
        }
        return k % 2 == 0 ? unit_uniform(block_[0], block_[1]) : unit_uniform(block_[2], block_[3]);
    }

  private:
    StreamAddress address_;
    PhiloxBlock block_{};
    std::uint32_t made_ = 0xffffffff;
};

/// \tparam kBlocks  made at a time; the numbers do not depend on it. Short-lived streams take 1.
template <std::size_t kBlocks>
class BasicStream {
  public:
    explicit BasicStream(StreamAddress address) : address_(address) {}

    /// \return the next uniform of this stream, in (0, 1)
    double uniform() {
        const std::size_t at = static_cast<std::size_t>(draws_ % (2 * kBlocks));
        if (at == 0) refill(draws_ / 2);
        ++draws_;
        return unit_uniform(words_[2 * at], words_[2 * at + 1]);
    }

    /// How many uniforms were taken. Tests pin this number, so that a change which draws once more
    /// or once less, and with it breaks common random numbers, is seen.
    std::uint64_t draws() const { return draws_; }

  private:
    void refill(std::uint64_t first_block) {
        for (std::size_t b = 0; b < kBlocks; ++b) {
            const std::uint64_t block = first_block + b;
            const PhiloxBlock out = block_of(address_, block);
            for (std::size_t w = 0; w < 4; ++w) words_[4 * b + w] = out[w];
        }
    }

    StreamAddress address_;
    std::array<std::uint32_t, 4 * kBlocks> words_{};
    std::uint64_t draws_ = 0;
};

using RandomStream = BasicStream<1>;
using LongStream = BasicStream<8>;

}  // namespace skranke
