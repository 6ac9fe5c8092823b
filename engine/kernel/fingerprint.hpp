#pragma once
/// \file
/// A fingerprint is 64 bits that stand for a whole trajectory: every event, in the order they happened.
/// Two runs with equal fingerprints did the same things, as far as the fingerprint's strength sees; to
/// find where two runs part, compare stronger ones over shorter times. Fingerprints of different
/// strengths have nothing to do with each other.
///
/// Cost    of time: one multiplication an event. Stronger ones: some tens an event.

#include <array>
#include <cstdint>

#include "engine/base/combine.hpp"

namespace skranke {

/// What a fingerprint is made of. Each sees all that the ones before it see.
enum class FingerprintStrength : std::uint8_t {
    time,    ///< every event's time and rank
    events,  ///< and its site and kind
    draws    ///< and which blocks of random numbers it made
};
inline constexpr std::array kFingerprintStrengths{FingerprintStrength::time, FingerprintStrength::events,
                                                  FingerprintStrength::draws};

/// What an event is.
enum class EventKind : std::uint8_t { journey, trigger, message };

class Fingerprint {
  public:
    void fold(std::int64_t time_us, std::uint64_t rank) {
        state_ = state_ * kGoldenRatio + (static_cast<std::uint64_t>(time_us) * 8 + rank);
    }
    void fold(std::uint64_t word) { state_ = combine(state_, word); }
    void fold(EventKind kind) { fold(static_cast<std::uint64_t>(kind)); }
    std::uint64_t value() const { return combine(state_, 0x5ca1ab1e); }

  private:
    std::uint64_t state_ = kGoldenRatio;  // not 0, or events at time 0 would leave no trace
};

}  // namespace skranke
