#pragma once
/// \file
/// A comparison of two plans that met the same people: what plan B changes against plan A, replication by
/// replication, with the interval of the difference itself.
///
/// Shape    places: index 0 is the whole area, then the municipalities in RecordShape's order.
/// Units    differences are B less A; shares 0..1, people per replication, minutes.
/// Order    add pairs in the order of replications.
/// Source   paired-t interval under common random numbers: A. M. Law, Simulation Modeling and Analysis
///          (5th ed.), sec. 10.2.1; ratios by the delta method.
/// Memory   does not depend on the number of replications.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// What changes for one part of the needs of one place.
struct Difference {
    double needs = 0;          ///< of plan A, mean per replication
    double unmet_a = 0, unmet_b = 0;  ///< people, mean per replication
    Estimate unmet;            ///< people
    Estimate unmet_rate;
    Estimate on_time_share;
    Estimate access_mean_min, handling_mean_min;
    /// Variance of the paired difference of unmet people over that of two independent runs: as small a
    /// share of the replications is needed for the same interval. 1 where nothing varies.
    double variance_ratio = 1;
};

struct PlaceComparison {
    std::string number, name;
    Difference local, state, all;
    std::vector<Difference> services;
    std::vector<Difference> groups;  ///< local services only
};

struct Comparison {
    std::uint64_t replications = 0;
    std::vector<PlaceComparison> places;
    Estimate cost;  ///< NOK, of measures, in a replication
};

/// \return what keeps two results from being compared, or ""
std::string why_not_comparable(const RecordShape& a, const RecordShape& b);

class ComparisonBuilder {
  public:
    /// \param a, b  must outlive the builder; their records have the same municipalities, services and groups
    ComparisonBuilder(const Scenario& a, const Scenario& b, const RecordShape& shape_a, const RecordShape& shape_b);

    /// Adds one replication of each, with the same number.
    void add(const RunRecord& a, const RunRecord& b);
    Comparison build() const;

  private:
    struct Part {
        std::uint64_t born = 0;
        MeanEstimator unmet_a, unmet_b, unmet;
        RatioGapEstimator unmet_rate, on_time, access, handling;

        void add(const OutcomeCell& a, const OutcomeCell& b);
        Difference difference(std::uint64_t replications) const;
    };
    struct Place {
        Part local, state, all;
        std::vector<Part> services, groups;
    };
    /// One replication of one place, summed to the parts.
    struct Cells {
        OutcomeCell local, state;
        std::vector<OutcomeCell> services, groups;
        Cells& operator+=(const Cells& other);
    };

    Cells cells_of(const RunRecord& record, std::size_t municipality) const;
    static void add_place(Place& place, const Cells& a, const Cells& b);
    PlaceComparison comparison_of(const Place& place) const;

    const Scenario& a_;
    const Scenario& b_;
    RecordShape shape_a_, shape_b_;
    std::uint64_t replications_ = 0;
    std::vector<Place> places_;  // 0 = whole area
    MeanEstimator cost_;
};

/// What the measures of a scenario cost in one replication, NOK.
double cost_of_policies(const Scenario& scenario, const RecordShape& shape, const RunRecord& record);

}  // namespace skranke
