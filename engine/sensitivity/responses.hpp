#pragma once
/// \file
/// Responses are the answers of a sweep: one outcome at every point in every replication, as numerator and denominator
/// (unmet of settled, minutes per person), so that points are compared among the same people.
///
/// Shape   points x replications; every point has the same replications.
/// Range   NaN where there was nothing to divide by.

#include <cstddef>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/analysis/outcome_ratios.hpp"

namespace skranke {

class Responses {
  public:
    explicit Responses(std::size_t replications) : replications_(replications) {}

    /// Adds one replication; those of a point follow one another, points in order.
    void add(const Ratio& ratio) { ratios_.push_back(ratio); }

    std::size_t replications() const { return replications_; }
    std::size_t points() const { return ratios_.size() / replications_; }
    const Ratio& at(std::size_t point, std::size_t replication) const { return ratios_[point * replications_ + replication]; }
    double value(std::size_t point, std::size_t replication) const;

    /// The ratio of sums over replications, with its interval.
    Estimate estimate(std::size_t point) const;
    /// Point `b` less point `a`, replication by replication.
    Estimate difference(std::size_t b, std::size_t a) const;
    /// The estimate of every point.
    std::vector<double> means() const;

  private:
    std::size_t replications_;
    std::vector<Ratio> ratios_;
};

}  // namespace skranke
