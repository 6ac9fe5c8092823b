#pragma once
/// \file
/// The instants at which equal servers become free, the earliest on top: a 4-ary heap that is only
/// ever asked to give the earliest free server something to do.
///
/// Source  J. Kiefer & J. Wolfowitz, "On the theory of queues with many servers", Trans. AMS 78 (1955).

#include <algorithm>
#include <array>
#include <cstddef>

namespace skranke::bench {

template <std::size_t kServers>
class FreeTimes {
  public:
    double earliest() const { return heap_[0]; }

    /// The earliest free server is busy until `end`, not before earliest().
    void occupy(double end) {
        std::size_t at = 0;
        for (std::size_t child = 1; child < kServers; child = 4 * at + 1) {
            const std::size_t last = std::min(child + 4, kServers);
            std::size_t least = child;
            for (std::size_t c = child + 1; c < last; ++c) least = heap_[c] < heap_[least] ? c : least;
            if (heap_[least] >= end) break;
            heap_[at] = heap_[least];
            at = least;
        }
        heap_[at] = end;
    }

  private:
    std::array<double, kServers> heap_{};
};

}  // namespace skranke::bench
