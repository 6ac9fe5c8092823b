#pragma once
/// \file
/// Which of several plans is the best, with a stated probability of being right: a screening of runs
/// that are there, and a search that asks for more runs until it knows.
///
/// Shape    values: one number a plan and replication, e.g. unmet people; the least mean is the best.
///          The replications of all plans met the same people, so values of one replication go together.
/// Range    values of a replication are taken as jointly normal, as sums over many people nearly are.
/// Order    replications ascend; decisions do not depend on how many were played at once.
/// Source   screening: B. L. Nelson, J. Swann, D. Goldsman & W. Song, Operations Research 49 (2001),
///          pp. 950-963, with the variances of the paired differences (Bonferroni); search: procedure KN of
///          S.-H. Kim & B. L. Nelson, ACM TOMACS 11 (2001), pp. 251-273, with c = 1, which allows common
///          random numbers.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace skranke {

inline constexpr double kRightWithProbability = 0.95;  ///< of both procedures

/// \param values  plan x replication, all of the same length; at least two plans and two replications
/// \return the plans that may be the best: the best one is among them with kRightWithProbability
std::vector<bool> may_be_best(const std::vector<std::vector<double>>& values);

/// Ends with one plan, which is the best with kRightWithProbability if the best is better than each
/// other by at least the indifference; else it is within the indifference of the best.
class BestPlanSearch {
  public:
    /// \param plans         at least two
    /// \param first         replications of every plan before the first decision, at least two
    /// \param indifference  a difference too small to matter, in the values' unit; more than 0
    BestPlanSearch(std::size_t plans, std::uint64_t first, double indifference);

    /// The plans that are still in the running, ascending; their values of the next replication are wanted.
    const std::vector<std::size_t>& running() const { return running_; }
    bool is_decided() const { return running_.size() == 1; }
    std::uint64_t replications() const { return replications_; }
    /// How many replications there can be at most; known after the first ones, 0 before.
    std::uint64_t most_replications() const { return most_; }

    /// \param values  of one replication, a number for each plan that is running, in their order
    void add(std::span<const double> values);

  private:
    void keep_first(std::span<const double> values);
    void set_limits();
    void screen();
    void decide_by_mean();
    double& spread(std::size_t i, std::size_t j) { return spread_[i * plans_ + j]; }

    std::size_t plans_;
    std::uint64_t first_;
    double indifference_, eta_;
    std::vector<std::size_t> running_;
    std::uint64_t replications_ = 0, most_ = 0;
    std::vector<std::vector<double>> stage_;  // the first replications' values, by plan
    std::vector<double> sums_;                // by plan, over all replications
    std::vector<double> spread_;              // plan x plan: h^2 S^2 / indifference, of the first replications
};

}  // namespace skranke
