#pragma once
/// \file
/// When an office is back, over replications: a distribution of weeks in which replications that are not back before the
/// run ends count as later than every week, and are never left out.
///
/// Units   weeks counted from 0, each known at its end.
/// Order   any.
/// Source  interval of the median from order statistics: H. A. David, H. N. Nagaraja, Order Statistics (3rd ed.), sec. 7.1;
///         shares with Wilson's interval (analysis/estimate.hpp).

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis/estimate.hpp"

namespace skranke {

class BackDates {
  public:
    /// \param weeks  of the run
    explicit BackDates(std::size_t weeks) : back_(weeks) {}

    /// One replication. \param week  nothing if it is not back before the run ends
    void add(std::optional<std::size_t> week);

    std::size_t weeks() const { return back_.size(); }
    std::uint64_t replications() const { return replications_; }
    /// Replications that were back at the end of the week.
    ShareEstimate back_by(std::size_t week) const;
    ShareEstimate never() const;  ///< before the run ends
    /// The least week by whose end at least a share `q` is back; nothing if that is later than the run.
    std::optional<std::size_t> quantile(double q) const;

    struct Interval {
        std::optional<std::size_t> low, high;  ///< nothing = later than the run
        bool valid = false;                    ///< six replications say too little for 95 %
    };
    /// 95 % or a little more.
    Interval median_interval() const;

  private:
    std::optional<std::size_t> ordered(std::uint64_t rank) const;

    std::vector<std::uint64_t> back_;  // by week
    std::uint64_t replications_ = 0;
};

}  // namespace skranke
