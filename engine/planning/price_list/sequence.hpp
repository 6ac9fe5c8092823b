#pragma once
/// \file
/// The search for a good sequence of measures at each place: first the cheapest that helps, then the cheapest on top of
/// it, and so on, since what two measures do together is less than what they do alone. All places go on at once: it asks
/// for plans in which each place takes its next candidate, is told what came of them, and decides.
///
/// Range    greedy: the cheapest next step each time, not the best of all sets. A step that was chosen for its price among
///          several looks a little cheaper than it is; the price of the sequence is for fresh runs to say.
/// Order    places as given; decisions do not depend on how plans were played.
/// Memory   a few picks a place.

#include <vector>

#include "engine/planning/price_list/price_list.hpp"

namespace skranke {

/// What a place does: at most one dose of each measure, in the order in which they were taken.
using Picks = std::vector<Pick>;
/// What every place does.
using CountyPlan = std::vector<Picks>;

class SequenceSearch {
  public:
    /// \param catalogue, rules  must outlive this
    /// \param lists             of each place
    /// \param steps             measures that a place takes at most
    /// \param candidates        tried on top of what it has, each time
    SequenceSearch(const std::vector<OfficeMeasure>& catalogue, const VerdictRules& rules, std::vector<PriceList> lists,
                   std::size_t steps, std::size_t candidates);

    /// Plans whose runs are wanted: what the places have by now, then one candidate on top of it each; none at the end.
    std::vector<CountyPlan> wanted() const;
    /// \param runs  plan x place, of all that were wanted
    void tell(const std::vector<std::vector<PricedRuns>>& runs);

    /// What the places have after so many steps; a place that found no further step stays where it was.
    CountyPlan after(std::size_t steps) const;
    std::size_t steps_taken() const { return taken_; }

  private:
    Picks candidates_of(std::size_t place) const;
    bool is_left(const Picks& has, const Pick& pick) const;
    Picks with(Picks has, const Pick& pick) const;
    const std::string& family_of(std::size_t measure) const;

    const std::vector<OfficeMeasure>* catalogue_;
    const VerdictRules* rules_;
    std::vector<PriceList> lists_;
    std::size_t steps_, most_candidates_, taken_ = 1;
    std::vector<std::vector<Picks>> history_;  // place x step
    std::vector<bool> ended_;                  // by place: nothing more helped
};

}  // namespace skranke
