#pragma once
/// \file
/// A search for the fewest units of staff that are enough, for one place: it says what to try next, is told whether that was
/// enough, and is over when the number below its answer was not.
///
/// Order   nothing, then the most, then 1, 2, 4 ... until enough, then bisection.
/// Rule    more is taken to be at least as good: what is between two tries that were not enough is never tried.
/// Cost    about twice the binary logarithm of the answer.

#include <optional>

namespace skranke {

class LeastUnits {
  public:
    /// \param most  units, at least 1
    explicit LeastUnits(int most) : most_(most) {}

    /// What to try; nothing when it is over.
    std::optional<int> next() const;
    void tell(int units, bool are_enough);

    /// The units; nothing while it is not over, and if the most are too few.
    std::optional<int> answer() const;
    bool is_infeasible() const { return fails_ >= most_; }

    /// The answer was not enough after all, among other people: it is one unit more now, untried.
    void raise();

  private:
    int most_;
    int fails_ = -1;          ///< the most units that were not enough; -1 = none tried
    std::optional<int> does_{};  ///< the fewest units that were
};

}  // namespace skranke
