#pragma once
/// \file
/// A desk that decides cases: its heads work in working hours, at the day's speed, on whatever needs
/// one of them.
///
/// Order    as the discipline says (scenario/staff.hpp); what interrupts waits for nobody who can be
///          interrupted (work_in_hand.hpp), and is not interrupted itself.
/// Units    effort in working minutes at speed 1.
/// Threads  none inside: belongs to a site.

#include <optional>

#include "engine/desk/desk.hpp"
#include "engine/kernel/flow.hpp"
#include "engine/office/casework/work_in_hand.hpp"
#include "engine/office/policies/levers.hpp"
#include "engine/office/trace.hpp"

namespace skranke {

struct CaseDesk {
    CaseDesk(Simulator& simulator, Levers& site_levers, DeskKind kind);

    Simulator& sim;
    std::optional<WorkInHand> in_hand;  ///< where some service interrupts; outlives the journeys
    std::optional<Desk> places;         ///< for cases that have been begun, where their number is limited
    Desk desk;
    const Levers& levers;
    DeskStaff& staff;
    Notes note{};
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

enum class Manner : std::uint8_t { waits, interrupts };

/// Whether a case must have one of the desk's places before it is begun: urgent ones and those that
/// interrupt need none.
bool needs_place(const CaseDesk& at, const Service& service, int priority);

/// Work that needs a head.
struct Task {
    Place place;
    Effort effort;
    Instant leave_at = kNever;  ///< if it has not been begun
    Manner manner = Manner::waits;
};

/// Waits for a head, works, gives the head back. Work that is interrupted goes back to its place, and what
/// is left of it is done later.
/// \return false if it left before its turn came
Step<bool> have_turn(CaseDesk& at, Task task);

}  // namespace skranke
