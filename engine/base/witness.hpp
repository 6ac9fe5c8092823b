#pragma once
/// \file
/// A witness is told of everything random that is made on its thread while it is present. By default
/// nobody is.
///
/// Cost     to whoever has something to tell: a look at one pointer of the thread.
/// Threads  each has a witness of its own, or none. The pointer belongs to the thread because a random
///          stream knows its address and nothing of who draws from it.

#include <cstdint>

#include "engine/base/combine.hpp"

namespace skranke {

struct DrawWitness {
    std::uint64_t told = 0;  ///< everything, in order, in 64 bits

    void tell(std::uint64_t word) { told = combine(told, word); }
};

inline constinit thread_local DrawWitness* present_witness = nullptr;

/// Makes a witness present for as long as this lives, in the place of who was.
class WitnessPresence {
  public:
    explicit WitnessPresence(DrawWitness& witness) : before_(present_witness) { present_witness = &witness; }
    ~WitnessPresence() { present_witness = before_; }
    WitnessPresence(const WitnessPresence&) = delete;
    WitnessPresence& operator=(const WitnessPresence&) = delete;

  private:
    DrawWitness* before_;
};

}  // namespace skranke
