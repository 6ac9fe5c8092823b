#pragma once
/// \file
/// A tally counts durations and adds them up, exactly: integers, so merging is free of order.
///
/// Units  microseconds.  Range  292,000 years in sum.

#include <cstdint>

#include "engine/kernel/sim_time.hpp"

namespace skranke {

struct Tally {
    std::uint64_t count = 0;
    std::int64_t sum_us = 0;

    void add(Duration d) {
        ++count;
        sum_us += d.us;
    }
    Tally& operator+=(const Tally& other) {
        count += other.count;
        sum_us += other.sum_us;
        return *this;
    }
    /// \return mean in minutes; 0 if nothing was counted
    double mean_min() const { return count == 0 ? 0.0 : static_cast<double>(sum_us) / 60e6 / static_cast<double>(count); }
};

}  // namespace skranke
