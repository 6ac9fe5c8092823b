#pragma once
/// \file
/// An open case is an application that lay in an office when the scenario begins: the real pile of
/// today, with the days that people have waited already.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace skranke {

/// Whether something is missing in an application, if that is known.
enum class Documents : std::uint8_t { by_chance, missing, complete };

struct OpenCase {
    std::size_t municipality = 0;  ///< index into Scenario::municipalities
    std::size_t office = 0;        ///< index into Scenario::offices; serves the municipality
    std::size_t service = 0;
    std::optional<std::size_t> group;  ///< by chance if it is not known
    std::chrono::sys_time<std::chrono::minutes> received;  ///< before the scenario's start, local time
    int priority = -1;             ///< -1 = as its service and household have it
    Documents documents = Documents::by_chance;
};

/// The longest that an open case can have waited. The same for every pile, so that two piles of one
/// scenario meet the same newcomers.
inline constexpr int kHistoryWeeks = 104;

}  // namespace skranke
