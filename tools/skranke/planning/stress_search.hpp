#pragma once
/// \file
/// A stress search plays heights of a load until it is known where rules break, and keeps what it has played.
///
/// Errors  CommandError as Trials.

#include <functional>
#include <map>
#include <string>
#include <vector>

#include "engine/planning/stress/stress.hpp"
#include "tools/skranke/planning/stress_question.hpp"
#include "tools/skranke/planning/trials.hpp"

namespace skranke {

class StressSearch {
  public:
    /// \param scenario, trials  must outlive this \param note  called before each batch with what is searched for
    StressSearch(const Scenario& scenario, Trials& trials, std::function<void(const BreakingPoints&)> note);

    /// The whole test: every rule's margin under the question's load, causes, and the map.
    Stress run(const StressQuestion& question);

  private:
    BreakingPoints search(const StressLoad& load, BreakingPlan plan, const std::vector<std::size_t>& items);
    const std::vector<StressCounts>& play(const StressLoad& load, double height, std::uint32_t end);
    void set_margins(const BreakingPoints& found, Stress& stress);
    void set_causes(Stress& stress);
    StressCell cell(const StressLoad& load, const Stress& stress);

    const Scenario& scenario_;
    Trials& trials_;
    std::function<void(const BreakingPoints&)> note_;
    std::vector<PlanningPlace> places_;
    std::map<std::string, std::vector<StressCounts>> played_;  // by trial, then replication
};

}  // namespace skranke
