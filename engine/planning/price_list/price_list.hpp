#pragma once
/// \file
/// The price list of one place: every measure that it could take, in each dose, with its effect and its price, and the
/// order in which they are worth taking.
///
/// Order   measures: those that help by the price of a person in their best dose, cheapest first; then those whose effect
///         is not seen, as in the catalogue; then those that harm.

#include <span>
#include <string>
#include <vector>

#include "engine/planning/price_list/effect.hpp"
#include "engine/planning/price_list/office_measure.hpp"

namespace skranke {

/// A dose of a measure; indices into the catalogue and its doses.
struct Pick {
    std::size_t measure = 0, dose = 0;
    friend bool operator==(const Pick&, const Pick&) = default;
};

struct PricedDose {
    std::size_t dose = 0;
    Effect effect;    ///< of having it
    Effect marginal;  ///< of having it instead of the dose before
};

struct PricedMeasure {
    std::size_t measure = 0;
    std::vector<PricedDose> doses;  ///< ascending, at least one
    /// The cheapest of those that help, else the first.
    const PricedDose& best() const;
};

/// \param prices  cheapest first
using PriceList = std::vector<PricedMeasure>;

/// What was seen of a place under one pick.
struct PickRuns {
    Pick pick;
    PricedRuns runs;
};

/// \param base   as the scenario is
/// \param picks  measures and doses ascending; the runs of a measure in force are those without it
PriceList price_list_of(const std::vector<OfficeMeasure>& catalogue, const VerdictRules& rules, const PricedRuns& base,
                        std::span<const PickRuns> picks);

}  // namespace skranke
