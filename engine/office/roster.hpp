#pragma once
/// \file
/// The roster opens and closes a desk through the days of a run, with the heads who come to work
/// (staffing/attendance.hpp). Within the day, the desk's rota says how many of them are at the desk;
/// whoever goes finishes with the person she serves.

#include "engine/kernel/flow.hpp"
#include "engine/desk/desk.hpp"
#include "engine/office/policies/levers.hpp"
#include "engine/office/staffing/attendance.hpp"
#include "engine/office/world.hpp"

namespace skranke {

/// Keeps a desk's working hours until the run ends. The desk is shut before the first opening.
Flow keep_hours(Simulator& sim, Desk& desk, DeskStaff& staff, DeskKind kind, Desk::Closing closing,
                RunIdentity run);

/// Notes a desk's counts week by week in `weeks` from the first counted week on.
Flow keep_weeks(Simulator& sim, Desk& desk, const World& world, std::vector<DeskWeek>& weeks);

}  // namespace skranke
