#pragma once
/// \file
/// A starter is the commented scenario that an analyst begins with: what is known of a municipality
/// and its offices, and the numbers that an office decides for itself, ready to be changed.
///
/// Shape   everything that it does not say is read from the scenario that it extends.

#include <string>
#include <vector>

#include "engine/office/world.hpp"
#include "engine/scenario/scenario.hpp"
#include "tools/skranke/start/own_figures.hpp"

namespace skranke {

/// Who takes part beside the municipality: all of its county, or only those it shares an office with.
enum class Neighbours : std::uint8_t { county, office };

struct Starter {
    std::string name;        ///< of the scenario
    std::string command;     ///< that made it, as typed
    std::string base_file;   ///< that it extends, in its own folder
    std::vector<std::pair<std::string, std::string>> tables;  ///< key, and file in its own folder
    Neighbours neighbours = Neighbours::county;
    std::size_t municipality = 0;  ///< index in the scenario
    OwnFigures own{};              ///< over what the base has
    std::string pile_file{};       ///< with own.pile, in its own folder
};

inline constexpr double kMostPositions = 1000;  ///< of a desk, as told by a municipality

/// The offices that serve a municipality, by index.
std::vector<std::size_t> offices_of(const Scenario& scenario, std::size_t municipality);
/// Positions of an office's desk from the first counted day on, where they change.
std::vector<Timeline::Point> positions_of(const World& world, std::size_t office, std::size_t desk);
/// What stands for one day: "10:00-14:00" or "closed".
std::string day_text(const std::optional<DailyHours>& day);

/// The municipalities that share an office with this one, or with one of those, itself first; by index.
std::vector<std::size_t> sharing_offices(const Scenario& scenario, std::size_t municipality);

/// The scenario file. \param base  as it is with the area that takes part
std::string starter_text(const Starter& starter, const Scenario& base);

}  // namespace skranke
