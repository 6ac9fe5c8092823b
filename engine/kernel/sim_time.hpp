#pragma once
/// \file
/// Simulated time: instants and durations as whole microseconds, so that sums are exact and equal
/// on every machine.
///
/// Units  microseconds since the scenario's first midnight, local wall clock.
/// Range  +-292,000 years; kNever is later than anything that happens.

#include <compare>
#include <cstdint>
#include <limits>

namespace skranke {

struct Duration {
    std::int64_t us = 0;
    friend constexpr auto operator<=>(Duration, Duration) = default;
    friend constexpr Duration operator+(Duration a, Duration b) { return {a.us + b.us}; }
    friend constexpr Duration operator-(Duration a, Duration b) { return {a.us - b.us}; }
    friend constexpr Duration operator*(std::int64_t n, Duration d) { return {n * d.us}; }
    friend constexpr std::int64_t operator/(Duration a, Duration b) { return a.us / b.us; }
};

struct Instant {
    std::int64_t us = 0;
    friend constexpr auto operator<=>(Instant, Instant) = default;
    friend constexpr Instant operator+(Instant t, Duration d) { return {t.us + d.us}; }
    friend constexpr Instant operator-(Instant t, Duration d) { return {t.us - d.us}; }
    friend constexpr Duration operator-(Instant a, Instant b) { return {a.us - b.us}; }
};

inline constexpr Instant kNever{std::numeric_limits<std::int64_t>::max()};

/// Nearest microsecond of a non-negative number of minutes; at most 100 years.
constexpr Duration minutes(double m) {
    constexpr double kMost = 100.0 * 366 * 24 * 60;
    return {static_cast<std::int64_t>((m < kMost ? m : kMost) * 60e6 + 0.5)};
}
constexpr Duration hours(double h) { return minutes(60.0 * h); }
constexpr Duration days(std::int64_t d) { return {d * 86'400'000'000}; }

constexpr double in_minutes(Duration d) { return static_cast<double>(d.us) / 60e6; }
constexpr double in_days(Duration d) { return static_cast<double>(d.us) / 86'400e6; }

/// Number of the day an instant lies in; day 0 begins at the scenario's first midnight.
constexpr std::int64_t day_of(Instant t) { return t.us / 86'400'000'000; }
constexpr Instant midnight(std::int64_t day) { return {day * 86'400'000'000}; }

}  // namespace skranke
