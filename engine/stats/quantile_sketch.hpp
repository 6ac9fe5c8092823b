#pragma once
/// \file
/// A quantile sketch keeps a histogram of durations in whole minutes with bins that widen with
/// size, so that any quantile can be told to within a stated relative error from bounded memory.
/// Sketches merge by adding integers, in any order.
///
/// Units   minutes.
/// Error   exact below 32 minutes; above, a bin is 1/16 of its value wide, so that a quantile lies
///         within 1/32 (3.1 %) of the truth when the middle of its bin is taken, as here.
/// Memory  at most 16 bins an octave: at most 353 bins up to 2^25 minutes; bins are made as needed.
/// Source  log-linear bins as in HdrHistogram; merging by addition: C. Masson, J. Rim & H. Lee,
///         DDSketch, VLDB 2019.

#include <bit>
#include <cstdint>
#include <vector>

#include "engine/kernel/sim_time.hpp"

namespace skranke {

class QuantileSketch {
  public:
    void add(Duration d) { add_minutes(static_cast<std::uint64_t>(d.us < 0 ? 0 : d.us) / 60'000'000); }

    void add_minutes(std::uint64_t m) {
        const std::size_t bin = bin_of(m < kMost ? m : kMost);
        if (bin >= bins_.size()) bins_.resize(bin + 1, 0);
        ++bins_[bin];
        ++count_;
    }

    QuantileSketch& operator+=(const QuantileSketch& other) {
        if (other.bins_.size() > bins_.size()) bins_.resize(other.bins_.size(), 0);
        for (std::size_t b = 0; b < other.bins_.size(); ++b) bins_[b] += other.bins_[b];
        count_ += other.count_;
        return *this;
    }

    std::uint64_t count() const { return count_; }

    /// \param q in [0, 1] \return the q-quantile in minutes (middle of its bin); 0 if empty
    double quantile_min(double q) const {
        if (count_ == 0) return 0.0;
        const double wanted = q * static_cast<double>(count_);
        std::uint64_t below = 0;
        for (std::size_t b = 0; b < bins_.size(); ++b) {
            below += bins_[b];
            if (bins_[b] > 0 && static_cast<double>(below) >= wanted) return middle_of(b);
        }
        return middle_of(bins_.size() - 1);
    }

    const std::vector<std::uint32_t>& bins() const { return bins_; }
    void set_bins(std::vector<std::uint32_t> bins) {
        bins_ = std::move(bins);
        count_ = 0;
        for (const std::uint32_t n : bins_) count_ += n;
    }

    /// Least value of a bin; bins are [lower_bound(b), lower_bound(b + 1)).
    static std::uint64_t lower_bound(std::size_t bin) {
        if (bin < 2 * kSub) return bin;
        const std::size_t octave = bin / kSub - 1;
        return (kSub + bin % kSub) << octave;
    }

    /// What stands for the whole minutes of a bin.
    static double middle_of(std::size_t b) {
        return (static_cast<double>(lower_bound(b)) + static_cast<double>(lower_bound(b + 1)) - 1.0) / 2.0;
    }

  private:
    static constexpr std::uint64_t kSub = 16;  // bins an octave
    static constexpr std::uint64_t kMost = std::uint64_t{1} << 25;

    static std::size_t bin_of(std::uint64_t m) {
        if (m < 2 * kSub) return m;
        const auto octave = static_cast<std::uint64_t>(std::bit_width(m)) - 5;  // m >> octave in [16, 32)
        return (octave + 1) * kSub + ((m >> octave) - kSub);
    }

    std::vector<std::uint32_t> bins_;
    std::uint64_t count_ = 0;
};

}  // namespace skranke
