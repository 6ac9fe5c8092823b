#pragma once
/// \file
/// Philox-4x32-10: a bijection of 128-bit counters under a 64-bit key that looks random. Written
/// here and not taken from Random123, whose headers need exceptions; tested against it word by
/// word, and against its published known answers.
///
/// Shape   4 words in, 4 words out.
/// Cost    20 multiplications of 32 bits; blocks made together overlap in the processor.
/// Source  J. K. Salmon, M. A. Moraes, R. O. Dror & D. E. Shaw, "Parallel random numbers: as easy
///         as 1, 2, 3", SC11, doi:10.1145/2063384.2063405, sec. 3.3.

#include <array>
#include <cstdint>

namespace skranke {

using PhiloxBlock = std::array<std::uint32_t, 4>;
using PhiloxKey = std::array<std::uint32_t, 2>;

constexpr PhiloxBlock philox_4x32_10(PhiloxBlock x, PhiloxKey key) {
    for (int round = 0; round < 10; ++round) {
        const std::uint64_t a = std::uint64_t{0xD2511F53} * x[0];
        const std::uint64_t b = std::uint64_t{0xCD9E8D57} * x[2];
        x = {static_cast<std::uint32_t>(b >> 32) ^ x[1] ^ key[0], static_cast<std::uint32_t>(b),
             static_cast<std::uint32_t>(a >> 32) ^ x[3] ^ key[1], static_cast<std::uint32_t>(a)};
        key[0] += 0x9E3779B9;  // golden ratio
        key[1] += 0xBB67AE85;  // sqrt(3) - 1
    }
    return x;
}

}  // namespace skranke
