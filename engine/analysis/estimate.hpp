#pragma once
/// \file
/// Estimates over replications: a value and its 95 % interval, built up one replication at a time.
///
/// Order   values are added in the order of replications, so that the last bits repeat.
/// Range   intervals are not cut off at 0 or 1; who prints them does that.
/// Memory  a few numbers an estimator, whatever the number of replications.
/// Source  Student intervals for means; ratio of means with the delta method: A. M. Law,
///         Simulation Modeling and Analysis (5th ed.), ch. 9; Wilson score interval: E. B. Wilson,
///         JASA 22 (1927), pp. 209-212.

#include <array>
#include <cstddef>
#include <cstdint>

namespace skranke {

/// A point estimate with its interval. `valid` is false if there was nothing to estimate from; with
/// a single replication the interval is the whole line and half_width() is infinite.
struct Estimate {
    double value = 0;
    double low = 0;
    double high = 0;
    bool valid = false;
    double half_width() const { return (high - low) / 2; }
};

/// A value from too few replications for an interval.
Estimate without_interval(double value);

/// Probability estimated from `hits` of `trials`, with its 95 % Wilson interval; [0, 1] without trials.
struct ShareEstimate {
    std::uint64_t hits = 0;
    std::uint64_t trials = 0;
    double value() const { return trials == 0 ? 0.0 : static_cast<double>(hits) / static_cast<double>(trials); }
    double low() const;
    double high() const;
};

/// 10 %, 50 % and 90 % points over replications, each a value that some replication had.
struct Band {
    double low = 0, middle = 0, high = 0;
};

/// Mean of per-replication values.
class MeanEstimator {
  public:
    void add(double value);
    Estimate estimate() const;
    /// Of one replication's value; 0 for fewer than two.
    double variance() const { return n_ < 2 ? 0.0 : squares_ / static_cast<double>(n_ - 1); }
    std::uint64_t count() const { return n_; }

  private:
    std::uint64_t n_ = 0;
    double mean_ = 0, squares_ = 0;  // B. P. Welford, Technometrics 4 (1962), pp. 419-420
};

/// Ratio of two per-replication sums, e.g. unmet / settled. Not valid while the denominators add up
/// to nothing.
class RatioEstimator {
  public:
    void add(double numerator, double denominator);
    Estimate estimate() const;

  private:
    std::uint64_t n_ = 0;
    double mean_y_ = 0, mean_x_ = 0, yy_ = 0, xx_ = 0, xy_ = 0;
};

/// Difference of two ratios of per-replication sums, first less second, e.g. the unmet rates of two
/// groups of the same runs. Not valid while either denominator adds up to nothing.
class RatioGapEstimator {
  public:
    struct Ratio {
        double numerator = 0, denominator = 0;
    };
    void add(const Ratio& first, const Ratio& second);
    Estimate estimate() const;

  private:
    static constexpr std::size_t kSums = 4;  // numerator and denominator of the first, then of the second
    std::uint64_t n_ = 0;
    std::array<double, kSums> mean_{};
    std::array<std::array<double, kSums>, kSums> moment_{};  // sums of products of deviations; lower triangle
};

/// Two-sided 95 % point of Student's t, within 2e-6. \param degrees_of_freedom at least 1
double student_t_975(std::uint64_t degrees_of_freedom);

}  // namespace skranke
