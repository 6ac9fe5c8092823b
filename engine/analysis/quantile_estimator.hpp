#pragma once
/// \file
/// A quantile estimator tells the quantile that the people of all replications have together, with a 95 % interval
/// that knows that people of one replication share its luck.
///
/// The share of people at or below x is a ratio of two sums over replications, with RatioEstimator's standard error.
/// The interval of the q-quantile runs from the (q - t s)- to the (q + t s)-quantile, s being that error at the
/// q-quantile itself. Quantiles of single replications are not used: their mean is off wherever replications are
/// short, and covers the less the more of them there are (results/validation/coverage.md).
///
/// Units   minutes.
/// Error   that of the sketch: ends of the interval are the outer edges of their bins.
/// Order   any: sums of integers.
/// Range   (people of a replication)^2 x replications < 1.8e19, e.g. four million people, a million times.
/// Memory  24 bytes a bin: at most 8.5 kB.
/// Cost    add O(bins).
/// Source  R. S. Woodruff, JASA 47 (1952), pp. 635-646; replications are clusters.

#include <cstdint>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/stats/quantile_sketch.hpp"

namespace skranke {

class QuantileEstimator {
  public:
    /// Adds one replication.
    void add(const QuantileSketch& replication);

    /// \param q  in (0, 1) \return not valid if nobody was counted; the whole line with one replication
    Estimate quantile_min(double q) const;

  private:
    struct Bin {
        std::uint64_t people = 0;
        std::uint64_t upto_squared = 0;    ///< sum over replications of (people in this bin or below)^2
        std::uint64_t upto_times_all = 0;  ///< of (people in this bin or below) x (people)
    };

    std::size_t bin_of_share(double share) const;
    double error_of_share(std::size_t bin, std::uint64_t upto) const;

    std::vector<Bin> bins_;
    std::uint64_t replications_ = 0, people_ = 0, people_squared_ = 0;
};

}  // namespace skranke
