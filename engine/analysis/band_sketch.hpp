#pragma once
/// \file
/// A band sketch keeps how often each count occurred over replications, so that the 10, 50 and
/// 90 % points can be told without keeping the replications.
///
/// Error   exact below 1,024; above, counts are kept to ten significant bits: within 1/1,024.
/// Order   any: the sketch of a set of counts does not depend on the order they came in.
/// Memory  16 bytes per distinct value: at most 512 an octave, however many replications.
/// Cost    add O(distinct values).

#include <algorithm>
#include <bit>
#include <cstdint>
#include <vector>

#include "engine/analysis/estimate.hpp"

namespace skranke {

class BandSketch {
  public:
    void add(std::uint64_t count) {
        const int extra = std::max(0, static_cast<int>(std::bit_width(count)) - 10);
        const std::uint64_t rounded = count >> extra << extra;
        const auto at = std::lower_bound(seen_.begin(), seen_.end(), rounded,
                                         [](const Seen& s, std::uint64_t value) { return s.value < value; });
        if (at != seen_.end() && at->value == rounded) {
            ++at->times;
        } else {
            seen_.insert(at, {rounded, 1});
        }
        ++replications_;
    }

    /// \return zeros if nothing was added
    Band band() const { return {quantile(0.1), quantile(0.5), quantile(0.9)}; }
    std::size_t distinct() const { return seen_.size(); }

  private:
    struct Seen {
        std::uint64_t value;
        std::uint64_t times;
    };

    double quantile(double q) const {
        const double wanted = q * static_cast<double>(replications_);
        std::uint64_t below = 0;
        for (const Seen& s : seen_) {
            below += s.times;
            if (static_cast<double>(below) >= wanted) return static_cast<double>(s.value);
        }
        return 0.0;
    }

    std::vector<Seen> seen_;  // ascending by value
    std::uint64_t replications_ = 0;
};

}  // namespace skranke
