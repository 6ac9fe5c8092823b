#pragma once
/// \file
/// How many needs are expected to be born in a replication, exactly: what its estimates can be controlled by.
///
/// Units   needs per replication, in the weeks that are counted.
/// Range   known only where nobody's need depends on what became of an earlier one, and none is observed: no service
///         renews, no surge replays a list. Cases carried over are not among them.

#include <array>
#include <optional>
#include <vector>

#include "engine/office/world.hpp"

namespace skranke {

/// By municipality and system. \return nothing where the expectation is not known
std::optional<std::vector<std::array<double, kRecordSystems>>> expected_needs(const World& world);

}  // namespace skranke
