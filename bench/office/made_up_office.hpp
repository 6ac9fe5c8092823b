#pragma once
/// \file
/// Made-up offices with all their parts, big enough to be busy and with no file to read: two
/// services, every channel, a contact centre and a benefit office.
///
/// Units   as in Scenario. The numbers are ours, chosen so that every line is in use.

#include <cstddef>

#include "engine/scenario/scenario.hpp"

namespace skranke::bench {

/// 26 weeks of equal offices, each with a municipality of its own.
Scenario made_up_offices(std::size_t offices);

/// Needs that arise in a replication, in the mean.
double mean_needs(const Scenario& scenario);

}  // namespace skranke::bench
