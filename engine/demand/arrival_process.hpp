#pragma once
/// \file
/// Arrivals of one source on one day: a Poisson process whose rate follows the hours of the day,
/// made by running exponential gaps through the inverse of the day's cumulative rate. Arrivals
/// come out in order, so nothing is sorted or stored.
///
/// Units   expected number of arrivals; Instants.
/// Cost    one uniform an arrival, and a day's table of hours run through once.
/// Source  inversion of the cumulative rate: E. Cinlar, Introduction to Stochastic Processes
///         (1975), ch. 4; constant rate within an hour.

#include <array>
#include <cstddef>
#include <optional>

#include "engine/kernel/sim_time.hpp"
#include "engine/random/distribution.hpp"

namespace skranke {

/// Share of a day's arrivals that come before each full hour; [0] = 0, [24] = 1.
class HourProfile {
  public:
    HourProfile() = default;
    /// \param weight  relative, not all 0
    explicit HourProfile(const std::array<double, 24>& weight) {
        double total = 0;
        for (const double w : weight) total += w;
        SKRANKE_EXPECT(total > 0);
        double sum = 0;
        for (std::size_t h = 0; h < 24; ++h) {
            sum += weight[h];
            before_[h + 1] = sum / total;
        }
        before_[24] = 1.0;
    }

    /// \param part  of the day's arrivals, in [0, 1) \param hour  of an earlier part, where the search begins
    /// \return the time of day; `hour` is then its hour
    Duration time_of(double part, std::size_t& hour) const {
        while (hour < 23 && before_[hour + 1] <= part) ++hour;
        const double inside = (part - before_[hour]) / (before_[hour + 1] - before_[hour]);
        return minutes((static_cast<double>(hour) + inside) * 60.0);
    }
    Duration time_of(double part) const {
        std::size_t hour = 0;
        return time_of(part, hour);
    }

  private:
    std::array<double, 25> before_{};
};

/// Runs gaps through the inverse of a day's cumulative rate.
class DayTimes {
  public:
    /// \param expected  arrivals in the day; may be 0
    DayTimes(std::int64_t day, double expected, const HourProfile& profile)
        : start_(midnight(day)), expected_(expected), profile_(profile) {}

    /// \param gap  exponential with mean 1 \return the next arrival, or nothing if the day has no more
    std::optional<Instant> after(double gap) {
        passed_ += gap;
        if (passed_ >= expected_) return std::nullopt;
        return start_ + profile_.time_of(passed_ / expected_, hour_);
    }
    bool is_empty() const { return expected_ <= 0; }

  private:
    Instant start_;
    double expected_;
    double passed_ = 0;
    std::size_t hour_ = 0;
    const HourProfile& profile_;
};

/// The same with the gaps of a stream of its own.
class DayArrivals {
  public:
    DayArrivals(std::int64_t day, double expected, const HourProfile& profile, StreamAddress address)
        : times_(day, expected, profile), stream_(address) {}

    /// \return the next arrival, or nothing if the day has no more
    std::optional<Instant> next() {
        if (times_.is_empty()) return std::nullopt;
        return times_.after(exponential(stream_, 1.0));
    }

  private:
    DayTimes times_;
    BasicStream<2> stream_;
};

}  // namespace skranke
