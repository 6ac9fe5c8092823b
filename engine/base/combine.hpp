#pragma once
/// \file
/// combine() draws a number into the 64 bits that stand for all numbers before it.
///
/// Cost    two multiplications.
/// Source  mixing constants: the golden ratio and the finaliser of D. Stafford's "Mix13"
///         (as in SplitMix64, G. Steele, D. Lea & C. Flood, OOPSLA 2014).

#include <cstdint>

namespace skranke {

inline constexpr std::uint64_t kGoldenRatio = 0x9e3779b97f4a7c15ULL;

/// Order matters: combine(a, b) differs from combine(b, a).
constexpr std::uint64_t combine(std::uint64_t all, std::uint64_t next) {
    std::uint64_t x = (all ^ (all >> 29)) * kGoldenRatio + next + kGoldenRatio;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    return x ^ (x >> 27);
}

}  // namespace skranke
