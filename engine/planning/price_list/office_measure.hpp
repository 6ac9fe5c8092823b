#pragma once
/// \file
/// An office's measure is something that it could do from the first counted day on, in one or more doses: one more hour
/// at the door, or two, or three. Applied to a scenario it leaves the change and its price there, as policies of the
/// scenario do, so that a run itself counts what it costs.
///
/// Order    doses ascend: each holds the ones before it.
/// Units    NOK.
/// Source   what a measure is taken to be and to cost: engine/scenario/price_list.hpp, assumptions all.

#include <functional>
#include <span>
#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"

namespace skranke {

/// Whether the scenario has it already: then its effect is what would be lost without it.
enum class Standing : std::uint8_t { offered, in_force };

struct OfficeMeasure {
    std::string key;            ///< unique in its catalogue
    Label label;
    std::vector<Label> doses;   ///< "1 hour", "2 hours"; one that needs no words is empty
    std::string family;         ///< of those with the same one, an office takes one; "" = its own
    Standing standing = Standing::offered;
    /// Whether an office could take it, in this dose.
    std::function<bool(const Scenario& scenario, std::size_t office, std::size_t dose)> applies;
    /// Takes it (in_force: gives it up) at offices that could.
    std::function<void(Scenario& scenario, std::span<const std::size_t> offices, std::size_t dose)> apply;
};

/// Of some offices, those that could take a dose.
std::vector<std::size_t> offices_that_could(const OfficeMeasure& measure, const Scenario& scenario,
                                            std::span<const std::size_t> offices, std::size_t dose);

}  // namespace skranke
