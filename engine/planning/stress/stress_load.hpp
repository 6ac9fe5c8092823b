#pragma once
/// \file
/// A stress load is what a stress does to a scenario at a height: the ordinary demand for some services times the height for
/// some weeks, with more staff absent at every office meanwhile; or a surge that the scenario has, times the height.
///
/// Order   what is added comes after all that the scenario has, so that nobody else's luck changes: at height 1 (of a
///         surge: also 1) without absence every replication is, bit for bit, the scenario's own.
/// Units   absence: probability added to that of a head on a day; 0 to 1.

#include <optional>
#include <vector>

#include "engine/scenario/scenario.hpp"

namespace skranke {

struct StressLoad {
    std::optional<std::size_t> surge;   ///< index: the surge that is scaled; then nothing else changes
    std::vector<std::size_t> services;  ///< whose ordinary demand is scaled
    Date from{};                        ///< first day, a Monday
    int weeks = 4;
    double absence = 0;                 ///< at all desks of all offices

    Date to() const { return from + std::chrono::days{7 * weeks}; }
    /// Height at which nothing is added.
    double least() const { return surge ? 0 : 1; }
};

Scenario stressed(Scenario scenario, const StressLoad& load, double height);

}  // namespace skranke
