#pragma once
/// \file
/// The ratios that outcomes are judged by, as numerator and denominator of one replication.
///
/// Units   persons; minutes per person.

#include "engine/analysis/estimate.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

using Ratio = RatioGapEstimator::Ratio;

/// All of one system's services and all groups of a municipality.
inline OutcomeCell outcomes_of(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                               std::size_t municipality, System system) {
    OutcomeCell sum;
    for (std::size_t s = 0; s < shape.services.size(); ++s)
        for (std::size_t g = 0; g < shape.groups.size() && scenario.services[s].system == system; ++g)
            sum += record.outcomes[shape.cell(municipality, s, g)];
    return sum;
}

/// Unmet of those settled.
inline Ratio unmet_of(const OutcomeCell& cell) {
    const auto lost = static_cast<double>(cell.unmet_total());
    return {lost, lost + static_cast<double>(cell.met_on_time + cell.met_late)};
}

/// Met on time of those met, or never decided.
inline Ratio on_time_of(const OutcomeCell& cell) {
    const std::uint64_t never = cell.unmet[static_cast<std::size_t>(Reason::never_decided)];
    return {static_cast<double>(cell.met_on_time), static_cast<double>(cell.met_on_time + cell.met_late + never)};
}

inline Ratio minutes_of(const Tally& tally) {
    return {static_cast<double>(tally.sum_us) / 60e6, static_cast<double>(tally.count)};
}

}  // namespace skranke
