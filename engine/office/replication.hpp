#pragma once
/// \file
/// One replication of a scenario: all its sites from the first midnight to the horizon, and the
/// record that remains.
///
/// Order    the record does not depend on how the sites were interleaved.
/// Threads  a replication runs on the thread that calls; different ones may run at once.
/// Errors   SKRANKE_ENSURE: conservation (run_record.hpp, invariant 1).

#include <cstdint>

#include "engine/office/world.hpp"

namespace skranke {

enum class Interleaving : std::uint8_t {
    windows,  ///< conservative rounds
    serial    ///< one global sequence of events: slow, what the rounds are tested against
};

RunRecord run_replication(const World& world, std::uint32_t replication,
                          Interleaving interleaving = Interleaving::windows);

}  // namespace skranke
