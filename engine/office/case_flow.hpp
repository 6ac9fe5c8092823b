#pragma once
/// \file
/// A case: an application on its way to a decision. It waits for its turn in priority order, is
/// reviewed, waits for missing documents with the clock stopped, waits for others with the clock
/// running, is worked on in working hours, and is decided, withdrawn or closed as incomplete.
///
/// Order    lower priority number first, then first come first served; work is not interrupted.
/// Units    effort in working minutes at speed 1.
/// Source   the parts of a case: engine/README.md, "A journey".

#include "engine/kernel/flow.hpp"
#include "engine/desk/desk.hpp"
#include "engine/office/ledger.hpp"
#include "engine/office/levers.hpp"
#include "engine/office/person.hpp"
#include "engine/office/world.hpp"

namespace skranke {

struct CaseEnd {
    enum class How : std::uint8_t { decided, incomplete, withdrawn };
    How how = How::decided;
    Instant when;
    Duration stopped;  ///< time that the clock stood still
};

/// A desk that decides cases, with its hours and speed.
struct CaseDesk {
    CaseDesk(Simulator& simulator, const Levers& site_levers, DeskKind kind)
        : sim(simulator), desk(simulator), levers(site_levers), staff(site_levers.staff(kind)) {}

    Simulator& sim;
    Desk desk;
    const Levers& levers;
    const DeskStaff& staff;
};

/// Takes a case from registration to its end at `at`.
/// \param person  must outlive the case
/// \param need    told when the clock stops and starts; may be nullptr
Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const Person& person, OpenNeed* need);

}  // namespace skranke
