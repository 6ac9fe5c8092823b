#pragma once
/// \file
/// The summary builder turns replications, handed over one by one, into a Summary: it keeps sums,
/// sketches and counts of held rules, never the records themselves.
///
/// Order   add replications in their own order: the fingerprint and the last bits of the estimates
///         depend on it, nothing else does.
/// Memory  per place x (service + group) four ratio and three gap estimators, per place x service two
///         quantile estimators, per desk x week a sum, per place x week three band sketches (band_sketch.hpp); bounded,
///         whatever the number of replications. Trøndelag, 26 weeks: about 10 MB.
/// Errors  a record or shape of another scenario is a broken contract.

#include <array>
#include <cstdint>
#include <optional>
#include <vector>

#include "engine/analysis/band_sketch.hpp"
#include "engine/analysis/controls/controlled_unmet.hpp"
#include "engine/analysis/estimate.hpp"
#include "engine/analysis/quantile_estimator.hpp"
#include "engine/analysis/summary.hpp"
#include "engine/analysis/verdict.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

class SummaryBuilder {
  public:
    /// \param scenario  must outlive the builder
    SummaryBuilder(const Scenario& scenario, const RecordShape& shape);

    /// Sharpens who goes unmet by how many needs were born. \param expected  exactly, in the weeks that are counted
    void control_by(ExpectedNeeds expected);

    void add(const RunRecord& record);
    Summary build() const;

    /// Unmet-need rate of the whole area's local services: what progress is reported by.
    Estimate county_unmet_rate() const { return places_[0].local.unmet_rate.estimate(); }
    std::uint64_t replications() const { return replications_; }

  private:
    // What stands behind one OutcomeSummary.
    struct Sums {
        std::uint64_t born = 0, censored = 0;
        std::array<std::uint64_t, kReasons> unmet{};
        RatioEstimator unmet_rate, on_time, access, handling;
        QuantileEstimator access_times, handling_times;  // of groups: none

        void add(const OutcomeCell& cell);
        void add(const TimeSketches& times);
        OutcomeSummary summary(std::uint64_t replications) const;
    };
    // What stands behind one GapSummary.
    struct Gaps {
        RatioGapEstimator unmet_rate, on_time, access;

        void add(const OutcomeCell& group, const OutcomeCell& others);
        GapSummary summary() const;
    };
    struct Policy {
        MeanEstimator starts, days, cost;
    };
    struct Place {
        Sums local, state, all;
        std::vector<Sums> services, groups;
        std::vector<Gaps> gaps;  // by group
        Gaps vulnerable_gap;
        std::vector<RatioEstimator> limits, replies;
        std::array<HeadVerdict, kHeads> verdict;
        std::array<std::array<std::uint64_t, kRulesPerHead>, kHeads> fails{};
        std::vector<BandSketch> open_local, open_state, unmet_local;  // by week
    };
    struct Desk {
        RatioEstimator occupancy, wait, refused, left;
        std::uint64_t arrived = 0;
        std::vector<BandSketch> backlog;  // by week
    };
    // One replication of one place, on its way into the sums.
    struct Draft {
        std::vector<OutcomeCell> services, groups;
        std::vector<TimeSketches> times;  // by service
        std::vector<LimitCell> limits;
        std::vector<ReplyCell> replies;
        VerdictCounts counts;
        std::vector<std::uint64_t> open_local, open_state, unmet_local;

        Draft(const RecordShape& shape);
        Draft& operator+=(const Draft& other);
    };

    bool is_local(std::size_t service) const { return scenario_.services[service].system == System::local; }
    Draft draft_of(const RunRecord& record, std::size_t municipality) const;
    void add_place(Place& place, const Draft& draft);
    void add_times(Place& place, const Draft& draft);
    void add_gaps(Place& place, const std::vector<OutcomeCell>& groups);
    void add_desks(const RunRecord& record);
    void add_policies(const RunRecord& record);
    PlaceSummary summary_of(const Place& place) const;
    void add_twins(Summary& summary) const;

    const Scenario& scenario_;
    RecordShape shape_;
    std::uint64_t replications_ = 0, persons_ = 0, events_ = 0, fingerprint_ = 0;
    std::vector<Place> places_;  // 0 = whole area
    std::vector<Desk> desks_;
    std::vector<DeskWeek> desk_weeks_;  // desk x week, summed over replications
    std::vector<Policy> policies_;
    std::optional<ControlledUnmet> controlled_;
};

}  // namespace skranke
