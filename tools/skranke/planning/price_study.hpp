#pragma once
/// \file
/// A price study plays what a price list needs: the scenario as it is, every measure alone in every dose, the candidates
/// of each place's sequence, and the sequences again among other people.
///
/// Order    the same answers for any number of threads, and after it was killed and begun again.
/// Errors   CommandError as Trials.

#include "engine/planning/price_list/priced_area.hpp"
#include "engine/planning/price_list/sequence.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/planning/trials.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

class PriceStudy {
  public:
    /// \param scenario, folder  must outlive this
    PriceStudy(const Scenario& scenario, std::vector<OfficeMeasure> catalogue, const MeasuresOptions& options, const ResultFolder& folder);

    PricedArea run();

    Trials& trials() { return trials_; }
    double elapsed_s() const { return progress_.elapsed_s(); }

  private:
    /// What was seen of a plan: by place, 0 = the whole area.
    using PlanRuns = std::vector<PricedRuns>;

    TrialPlan trial_plan(const MeasuresOptions& options);
    Numbers extracted(const World& world, const RunRecord& record) const;
    std::vector<Pick> all_picks() const;
    CountyPlan everywhere(const Pick& pick) const;
    bool could(const Pick& pick, std::size_t place) const;
    Scenario with(const CountyPlan& plan) const;
    std::string key_of_plan(const CountyPlan& plan) const;
    std::vector<PlanRuns> play(const std::vector<CountyPlan>& plans, std::uint32_t first);
    PlanRuns runs_from(const std::vector<Numbers>& replications) const;
    void price(const PlanRuns& base, const std::vector<Pick>& picks, const std::vector<PlanRuns>& alone);
    void find_sequences();
    void measure_again(const SequenceSearch& search);

    const Scenario& scenario_;
    std::size_t steps_;
    std::vector<PlanningPlace> places_;
    PricedArea area_;
    std::uint64_t expected_ = 1;
    Progress progress_;
    Trials trials_;
};

}  // namespace skranke
