#pragma once
/// \file
/// Who goes unmet, sharpened by how many needs were born: local services of the whole area and of each municipality.
///
/// Shape   places: index 0 is the whole area, then the municipalities in RecordShape's order.
/// Order   add replications in their own order.

#include "engine/analysis/controls/controlled_ratio.hpp"
#include "engine/analysis/summary.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// Needs by municipality and system: expected, or born in one replication.
using ExpectedNeeds = std::vector<std::array<double, kRecordSystems>>;

/// Needs born in one replication, without those carried over.
ExpectedNeeds needs_born(const Scenario& scenario, const RecordShape& shape, const RunRecord& record);

class ControlledUnmet {
  public:
    /// \param scenario  must outlive this \param expected  exactly: an error would bias every estimate
    ControlledUnmet(const Scenario& scenario, const RecordShape& shape, ExpectedNeeds expected);

    void add(const RunRecord& record);
    std::vector<ControlledOutcome> outcomes() const;

  private:
    struct Place {
        ControlledRatio unmet_rate, unmet;
    };
    void add_place(std::size_t place, std::span<const double> off, const OutcomeCell& local);

    const Scenario& scenario_;
    RecordShape shape_;
    ExpectedNeeds expected_;
    std::vector<Place> places_;
};

}  // namespace skranke
