#pragma once
/// \file
/// What each factor does to an answer: moved alone to the ends of its range, screened along Morris's trajectories, or
/// ranked over scattered points.
///
/// Units   of the answer, for the whole range of the factor; correlations have none.
/// Range   an effect that could not be worked out is not valid.
/// Source  one-way sensitivity and common random numbers: A. M. Law, Simulation Modeling and Analysis (5th ed.),
///         sec. 11.2 and ch. 12; mean absolute elementary effect: F. Campolongo, J. Cariboni & A. Saltelli, Environ.
///         Model. Softw. 22 (2007), pp. 1509-1518; interval of a rank correlation: R. A. Fisher's transformation with
///         the variance of E. C. Fieller, H. O. Hartley & E. S. Pearson, Biometrika 44 (1957), pp. 470-481.

#include <cstddef>
#include <vector>

#include "engine/sensitivity/design.hpp"
#include "engine/sensitivity/responses.hpp"

namespace skranke {

/// A factor moved alone. The intervals are what replications leave open: the same people met both scenarios.
struct EndEffects {
    Estimate low, high;  ///< answer at that end less the answer of the scenario as written

    /// How far the answer moves: from the least to the greatest of both ends and the scenario as written.
    double swing() const;
    /// Whether the interval of either end leaves out 0.
    bool is_seen() const;
};

/// By factor. \param design  one_at_a_time
std::vector<EndEffects> end_effects(const Design& design, const Responses& responses);

/// A factor along trajectories: elementary effects are differences over a step, divided by the step.
struct ElementaryEffects {
    Estimate mean_absolute;  ///< mu*: how much it matters; interval over trajectories
    Estimate mean;           ///< mu: in which direction
    double deviation = 0;    ///< sigma: how much that depends on the other factors
    double noise = 0;        ///< standard error that replications leave in one effect
};

/// By factor. \param design  morris
std::vector<ElementaryEffects> elementary_effects(const Design& design, const Responses& responses);

/// Spearman's correlation of each factor with the answer. \param design  its points lie scattered
std::vector<Estimate> rank_correlations(const Design& design, const std::vector<double>& answers);

}  // namespace skranke
