#pragma once
/// \file
/// Busyness: how much more or less than usual the residents of a municipality need on a day. A gamma
/// factor with mean 1; those of two municipalities are correlated through the normal scores behind
/// them (a Gaussian copula), nearby ones more than distant ones if the scenario says so.
///
/// Shape    a municipality's score = the sum over the municipalities up to it, in the scenario's order, of
///          weight x a normal of the day: a row of the Cholesky factor of the scores' correlation matrix.
/// Units    distances in km, along the straight line between two administrative centres.
/// Cost     municipalities^3 / 6 multiplications, once a scenario; a day, as many as the row is long.
/// Threads  read-only, shared by all.
/// Source   Written here, because the Cholesky factors of Eigen 3.4 differ in their last bits with the
///          vector registers and the cache sizes of the processor (decisions/0002).

#include <cstdint>
#include <span>
#include <vector>

#include "engine/demand/gamma_quantile.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// Correlation of the scores of two municipalities.
double busyness_correlation(const DemandRules& rules, const Municipality& a, const Municipality& b);

class CorrelatedBusyness {
  public:
    explicit CorrelatedBusyness(const Scenario& scenario);

    /// How many normals of the day the municipality's score takes.
    std::size_t normals_of(std::size_t municipality) const { return rows_[municipality].size(); }
    /// \param normals  independent ones of the day, at least normals_of(municipality)
    double factor(std::size_t municipality, std::span<const double> normals) const;

  private:
    std::vector<std::vector<double>> rows_;
    GammaQuantile gamma_;
};

}  // namespace skranke
