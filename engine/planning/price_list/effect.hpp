#pragma once
/// \file
/// The effect of a measure at a place: what is different with it, replication by replication among the same people, and
/// what it costs.
///
/// Units   people and NOK over the counted weeks of a replication; the gap as a share.
/// Order   replications ascend, the same in both plans.
/// Source  paired Student intervals, as engine/comparison/comparison.hpp; the price of a person as unit_price.hpp.

#include <array>
#include <span>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/planning/place_counts.hpp"

namespace skranke {

/// A place in one replication.
struct PricedCounts {
    PlaceCounts counts;
    double cost = 0;  ///< of the policies in force there, NOK

    PricedCounts& operator+=(const PricedCounts& other);
};

/// By replication.
using PricedRuns = std::vector<PricedCounts>;

enum class EffectSign : std::uint8_t {
    helps,     ///< surely more people are reached in time
    not_seen,  ///< the interval holds 0
    harms      ///< surely fewer
};

using KeptRules = std::array<std::array<ShareEstimate, kRulesPerHead>, kHeads>;

struct Effect {
    Estimate reached;    ///< more people who reach someone in time
    Estimate urgent;     ///< more urgent needs met inside their clock
    Estimate unmet;      ///< more unmet needs
    Estimate gap;        ///< change of vulnerable_gap()
    Estimate cost;       ///< more
    Estimate per_person; ///< cost of one more reached in time; not valid unless it helps
    Estimate rules;      ///< more rules of the verdict that are kept
    KeptRules kept_without{}, kept_with{};
    ShareEstimate all_kept_without, all_kept_with;

    EffectSign sign() const;
};

/// \param without, with  the same replications, at least one
Effect effect_of(const VerdictRules& rules, std::span<const PricedCounts> without, std::span<const PricedCounts> with);

}  // namespace skranke
