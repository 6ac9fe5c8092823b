#pragma once
/// \file
/// The search for the staff that brings every place back in time: it tells how many units each place has in the next run,
/// hears how they fared, and ends with the fewest that are enough at each. Then its plan is tried among people that it has
/// never met, and a place that falls short there gets a unit more, until none does.
///
/// Order    all places in one run, each at its own step of its own search (least_units.hpp).
/// Rule     enough: at least the goal's share of the replications is back by the goal's week.
/// Cost     the most steps that any place takes.

#include <vector>

#include "engine/planning/catch_up/catch_up.hpp"
#include "engine/planning/catch_up/least_units.hpp"

namespace skranke {

class CatchUpSearch {
  public:
    /// \param most  units to try at most, by place
    CatchUpSearch(const BackGoal& goal, const std::vector<int>& most);

    /// Units of each place in the next run; nothing when the search is over. Places that are done keep their answer, and
    /// those that cannot be brought back have none.
    std::optional<std::vector<int>> next() const;
    void tell(const std::vector<int>& units, const std::vector<CatchUpCourse>& courses);

    /// The plan to be tried; nothing once every place has been enough among new people.
    std::optional<std::vector<int>> to_validate() const;
    void tell_validated(const std::vector<CatchUpCourse>& courses);

    /// By place.
    const std::vector<CatchUpPlan>& plans() const { return plans_; }

  private:
    bool is_enough(const CatchUpCourse& course) const;
    std::vector<int> answers() const;

    BackGoal goal_;
    std::vector<LeastUnits> searches_;
    std::vector<CatchUpPlan> plans_;
    std::vector<bool> is_validated_;
};

}  // namespace skranke
