#pragma once
/// \file
/// The spread of an answer in two parts that must not be mixed up: what comes of not knowing the inputs (the points of a
/// design), and what comes of chance (the replications). More replications make the second small, and leave the first.
///
///     variance of one replication = input + luck + interplay
///
/// Since every point meets the same people, replications are a second way of classing the answers: `luck` moves all
/// points alike, `interplay` is chance that strikes them differently.
///
/// Units   squares of the answer's.
/// Range   estimates of variance, cut off at 0.
/// Source  law of total variance; two-way analysis of variance with random effects and one observation a cell:
///         S. R. Searle, G. Casella & C. E. McCulloch, Variance Components (1992), ch. 4; on keeping input uncertainty
///         apart: E. Song, B. L. Nelson & C. D. Pegden, Proc. Winter Simulation Conference 2014, pp. 162-176.

#include <vector>

#include "engine/sensitivity/responses.hpp"

namespace skranke {

struct VarianceParts {
    double input = 0, luck = 0, interplay = 0;
    std::size_t points = 0, replications = 0;
    bool valid = false;  ///< needs two points and two replications

    double total() const { return input + luck + interplay; }
    /// Of the variance of one replication; 0 if nothing varies.
    double input_share() const { return total() > 0 ? input / total() : 0.0; }
    /// Standard error that chance leaves in the mean over replications at one point.
    double standard_error() const;
};

/// \param first  point to begin with: 1 leaves out the scenario as written. Points with a missing answer are left out.
VarianceParts variance_parts(const Responses& responses, std::size_t first);

/// Where 95 of 100 points lie once chance is taken out of their means: what not knowing the inputs does to the answer.
/// The points are drawn towards their mean until their variance is that of the inputs (our own choice); with a single
/// replication there is nothing to tell chance by, and they are left as they are.
/// \param first  as above
Estimate input_spread(const Responses& responses, std::size_t first);

/// A quantile between order statistics. \param values  one or more
/// Source  R. J. Hyndman & Y. Fan, Am. Stat. 50 (1996), pp. 361-365, definition 7.
double quantile(std::vector<double> values, double probability);

}  // namespace skranke
