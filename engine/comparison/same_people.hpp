#pragma once
/// \file
/// The same people under two plans, one by one: who is helped that was not, who is helped sooner, and what
/// happened to each on the way.
///
/// Shape    moves: how many went from which fate under plan A (row) to which under plan B (column).
/// Range    only needs that count, not those of the warm-up.
/// Order    the same whatever the number of threads.
/// Memory   one entry a need for each plan, beside the two traces (trace.hpp).

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/office/trace.hpp"

namespace skranke {

/// How a need ended under a plan, or that it did not arise under it.
enum class Fate : std::uint8_t { on_time, late, unmet, censored, absent };
inline constexpr std::size_t kFates = 5;

/// Something that happened to a person.
struct Step {
    Date day;
    int minute = 0;  ///< of the day
    Happening happening = Happening::born;
    std::uint8_t detail = 0;  ///< as in a TraceRow
};

/// How a path ends: the decision, or that it went unmet; its last step where neither is in it. The work on a case
/// may go on after the decision. \param path  not empty
const Step& end_of(const std::vector<Step>& path);

/// What happened to one person under each plan, in order of time.
struct TwoPaths {
    std::string id;  ///< as in the event log
    std::size_t municipality = 0, service = 0, group = 0;
    std::vector<Step> a, b;
};

struct SamePeople {
    std::array<std::array<std::uint64_t, kFates>, kFates> moves{};  ///< [fate under A][fate under B]
    std::uint64_t sooner = 0, later = 0;  ///< of those met under both plans: decided on an earlier or a later day
    double days_saved = 0;                ///< mean over those met under both
    std::vector<TwoPaths> examples;

    std::uint64_t gained() const;  ///< unmet under A, met under B
    std::uint64_t lost() const;    ///< met under A, unmet under B
};

/// Why the people of two worlds cannot be told to be the same, or "".
std::string why_not_same_people(const Scenario& a, const Scenario& b);

/// \param most_examples  so many of those who gained help with a local need, each of another municipality and of
///                       another reason or group, and half as many of those who lost it
SamePeople compare_people(const Trace& a, const Trace& b, const World& world_a, const World& world_b,
                          std::size_t most_examples);

/// The paths of one person, nothing if she is in neither trace.
std::optional<TwoPaths> paths_of(const std::string& id, const Trace& a, const Trace& b, const World& world_a,
                                 const World& world_b);

}  // namespace skranke
