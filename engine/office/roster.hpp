#pragma once
/// \file
/// The roster opens and closes a desk through the days of a run, with the heads who turn up: each
/// head is absent or present by a draw of her own day, the same in every scenario, so that a
/// higher absence takes the same people and more.

#include "engine/kernel/flow.hpp"
#include "engine/desk/desk.hpp"
#include "engine/office/levers.hpp"
#include "engine/office/person.hpp"
#include "engine/office/world.hpp"

namespace skranke {

/// Who a run is: part of every stream's address.
struct RunIdentity {
    std::uint64_t seed = 0;
    std::uint32_t replication = 0;
};

/// \return heads present on a day
int heads_present(const DeskStaff& staff, DeskKind kind, std::int64_t day, RunIdentity run);

/// Keeps a desk's working hours until the run ends. The desk is shut before the first opening.
Flow keep_hours(Simulator& sim, Desk& desk, const DeskStaff& staff, DeskKind kind, Desk::Closing closing,
                RunIdentity run);

/// Notes a desk's counts week by week in `weeks` from the first counted week on.
Flow keep_weeks(Simulator& sim, Desk& desk, const World& world, std::vector<DeskWeek>& weeks);

}  // namespace skranke
