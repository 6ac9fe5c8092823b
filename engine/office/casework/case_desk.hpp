#pragma once
/// \file
/// A desk that decides cases: its heads work in working hours, at the day's speed, on whatever needs
/// one of them.
///
/// Order    as the discipline says (scenario/staff.hpp).
/// Units    effort in working minutes at speed 1.
/// Threads  none inside: belongs to a site.

#include "engine/kernel/flow.hpp"
#include "engine/desk/desk.hpp"
#include "engine/office/levers.hpp"

namespace skranke {

struct CaseDesk {
    CaseDesk(Simulator& simulator, const Levers& site_levers, DeskKind kind);

    Simulator& sim;
    Desk desk;
    const Levers& levers;
    const DeskStaff& staff;
};

/// A place in the line of a desk; see WaitingLine.
struct Place {
    int priority = 0;
    Instant since;
};

/// So many minutes; or so many times what a day has as the mean of a case that is begun on it.
struct Effort {
    double amount = 0;
    const DailyValues* mean_min = nullptr;
    double min_on(std::size_t day) const { return mean_min == nullptr ? amount : amount * (*mean_min)[day]; }
};

/// Work that needs a head without a break.
struct Task {
    Place place;
    Effort effort;
    Instant leave_at = kNever;  ///< unless it has been begun before
};

/// Waits for a head, works, gives the head back.
/// \return false if it left before its turn came
Step<bool> have_turn(CaseDesk& at, Task task);

}  // namespace skranke
