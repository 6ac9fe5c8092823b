#pragma once
/// \file
/// A ratio (or mean) of per-replication values, sharpened by control variates: things of the same replication whose
/// exact expectation is known, such as how many needs were born. Where a replication had more of them than
/// expected, what came of that is taken out by regression.
///
/// Order   values are added in the order of replications, so that the last bits repeat.
/// Range   Student's interval with as many degrees of freedom fewer as controls; exact for jointly normal values,
///         else for many replications: with few, or skew values, it may cover less than 95 %, which is why it
///         stands beside the ordinary interval and never instead of it. A control that does not vary, or follows
///         from the others, is left out; if too few replications are left (n < controls + 3), all are.
/// Memory  the square of the number of controls.
/// Source  S. S. Lavenberg & P. D. Welch, Management Science 27 (1981), pp. 322-335; loss of n - 2 / n - q - 2 by
///         estimating the coefficients: the same, and B. L. Nelson, Operations Research 38 (1990), pp. 974-992;
///         ratios by the delta method: A. M. Law, Simulation Modeling and Analysis (5th ed.), secs. 9.4 and 11.4.

#include <span>
#include <vector>

#include "engine/analysis/estimate.hpp"

namespace skranke {

struct ControlledEstimate {
    Estimate ordinary, controlled;  ///< the same where no control could be used
    std::size_t controls = 0;       ///< used
    /// Variance of the controlled estimate over that of the ordinary, both as estimated: so large a share of the
    /// replications is needed for the same interval. 1 without controls, or where nothing varies.
    double variance_ratio = 1;
};

class ControlledRatio {
  public:
    explicit ControlledRatio(std::size_t controls = 0)
        : controls_(controls), mean_(controls + 2), moment_((controls + 2) * (controls + 2)) {}

    /// \param off  each control less its expectation \param denominator  1 for a mean
    void add(std::span<const double> off, double numerator, double denominator = 1);
    /// Not valid while the denominators add up to nothing.
    ControlledEstimate estimate() const;

  private:
    struct Regression {
        std::size_t used = 0;
        double off = 0;  ///< of the controls' means, in their own standard deviations, squared, times n
        double numerator = 0, denominator = 0;  ///< means
        double nn = 0, nd = 0, dd = 0;          ///< sums of products of what the controls do not tell
    };
    double moment(std::size_t i, std::size_t j) const { return moment_[i * (controls_ + 2) + j]; }
    Regression regress(std::size_t most) const;
    Estimate interval(const Regression& fit, double& variance) const;

    std::size_t controls_;
    std::uint64_t n_ = 0;
    std::vector<double> mean_;    // controls, numerator, denominator
    std::vector<double> moment_;  // sums of products of deviations; lower triangle
};

}  // namespace skranke
