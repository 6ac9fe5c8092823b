#pragma once
/// \file
/// A unit price is what one more person costs: the ratio of a mean cost to a mean effect, of the same replications.
///
/// Range   none while the interval of the effect holds 0: then no price is shown, and that is all that can be said.
/// Source  Fieller's interval for a ratio of means: E. C. Fieller, Journal of the Royal Statistical Society B 16 (1954),
///         pp. 175-185. It holds the truth also where the effect is uncertain, when the delta method does not.

#include <cstdint>

#include "engine/analysis/estimate.hpp"

namespace skranke {

class UnitPriceEstimator {
  public:
    void add(double cost, double effect);
    /// Not valid unless the effect is surely above 0 (95 %).
    Estimate estimate() const;

  private:
    std::uint64_t n_ = 0;
    double cost_ = 0, effect_ = 0;  // means
    double cost_cost_ = 0, effect_effect_ = 0, cost_effect_ = 0;  // sums of products of deviations
};

}  // namespace skranke
