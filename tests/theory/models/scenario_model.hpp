#pragma once
/// \file
/// A model that is a scenario: played by the very classes that the county uses, with nothing but its seed changed.

#include <memory>
#include <utility>
#include <vector>

#include "engine/office/replication.hpp"
#include "tests/theory/models/model.hpp"

namespace skranke::test {

/// \param variants  the scenario itself, then its twins
/// \param samples   (world, record) -> one ratio a quantity
template <class Samples>
std::function<Player(std::uint64_t, Twin)> scenario_player(std::vector<Scenario> variants, Samples samples) {
    struct Played {
        explicit Played(Scenario s) : scenario(std::move(s)), world(scenario) {}
        Scenario scenario;
        World world;
    };
    return [variants = std::move(variants), samples](std::uint64_t seed, Twin twin) -> Player {
        Scenario scenario = variants[twin ? *twin + 1 : 0];
        scenario.seed = seed;
        const auto played = std::make_shared<const Played>(std::move(scenario));
        return [played, samples](std::uint32_t r) { return samples(played->world, run_replication(played->world, r)); };
    };
}

/// Part of a whole, in counts.
inline Ratio share(std::uint64_t part, std::uint64_t whole) {
    return {static_cast<double>(part), static_cast<double>(whole)};
}

inline Ratio mean(double value) { return {value, 1}; }

/// Busy of the staffed time.
inline Ratio busy_share(const DeskWeek& desk) {
    return {static_cast<double>(desk.busy_us), static_cast<double>(desk.staffed_us)};
}

/// Those who ended unmet for a reason, of all.
inline Ratio unmet_share(const RunRecord& record, Reason reason) {
    const OutcomeCell& cell = record.outcomes[0];
    return share(cell.unmet[static_cast<std::size_t>(reason)], cell.born);
}

}  // namespace skranke::test
