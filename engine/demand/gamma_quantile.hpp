#pragma once
/// \file
/// From a normal score to a gamma variate with mean 1: the value whose probability of not being
/// exceeded is that of the score, so that gammas can be correlated through normals.
///
/// Error    relative error below 1e-7 for scores within +-8 (tested against Boost.Math).
/// Order    a larger score never gives a smaller value. Beyond the table's ends, which no uniform of
///          ours reaches, the end's value.
/// Cost     a binary search and an exponential; the table some 2,000 small root searches, once.
/// Memory   15 kB.
/// Source   The variable in which the gamma law is nearly normal: N. M. Temme, SIAM J. Math. Anal. 13
///          (1982), pp. 239-253. IEEE-exact operations only (decisions/0002-same-bits-everywhere.md).

#include <vector>

namespace skranke {

class GammaQuantile {
  public:
    /// \param shape  > 0
    explicit GammaQuantile(double shape);

    double of_normal(double score) const;

  private:
    struct Knot {
        double score;
        double log_value;
        double slope;  ///< of log_value by score
    };
    std::vector<Knot> knots_;  // ascending
};

}  // namespace skranke
