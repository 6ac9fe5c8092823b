#pragma once
/// \file
/// A fingerprint is 64 bits that stand for a whole trajectory: every event's time and rank, in the
/// order they happened. Two runs with equal fingerprints did the same things.
///
/// Cost    one multiplication an event.
/// Source  mixing constants: the golden ratio and the finaliser of D. Stafford's "Mix13"
///         (as in SplitMix64, G. Steele, D. Lea & C. Flood, OOPSLA 2014).

#include <cstdint>

namespace skranke {

inline constexpr std::uint64_t kGoldenRatio = 0x9e3779b97f4a7c15ULL;

/// Order matters: combine(a, b) differs from combine(b, a).
constexpr std::uint64_t combine(std::uint64_t fingerprint, std::uint64_t next) {
    std::uint64_t x = (fingerprint ^ (fingerprint >> 29)) * kGoldenRatio + next + kGoldenRatio;
    x = (x ^ (x >> 30)) * 0xbf58476d1ce4e5b9ULL;
    return x ^ (x >> 27);
}

class Fingerprint {
  public:
    void fold(std::int64_t time_us, std::uint64_t rank) {
        state_ = state_ * kGoldenRatio + (static_cast<std::uint64_t>(time_us) * 8 + rank);
    }
    std::uint64_t value() const { return combine(state_, 0x5ca1ab1e); }

  private:
    std::uint64_t state_ = kGoldenRatio;  // not 0, or events at time 0 would leave no trace
};

}  // namespace skranke
