#pragma once
/// \file
/// A case: an application on its way to a decision. It waits for attachments on paper and for its
/// turn, is reviewed, waits for missing documents with the clock stopped, waits for others with the
/// clock running, is worked on in working hours, and is decided, withdrawn or closed as incomplete. A
/// decision may come back as rework: work at the desk that no longer changes how the need ended.
///
/// Order    as the desk says (casework/case_desk.hpp).
/// Units    effort in working minutes at speed 1.
/// Source   the parts of a case: engine/README.md, "A journey".

#include "engine/office/casework/case_desk.hpp"
#include "engine/office/casework/case_file.hpp"
#include "engine/office/ledger.hpp"
#include "engine/office/world.hpp"

namespace skranke {

/// Triage: who has an acute need gets another priority, or is handled as another service's case.
CaseFile open_file(const Scenario& scenario, const Person& person, Instant received);

/// The place in line of work on a person's case.
/// \param since  what first come, first served goes by
/// \param due    what the earliest due goes by
Place place_of(const CaseDesk& at, const Service& service, const Person& person, Instant since, Instant due);

/// Takes a case from registration to its end at `at`.
/// \param file  must outlive the case
/// \param need  told when the clock stops and starts; may be nullptr
Step<CaseEnd> work_on_case(CaseDesk& at, const World& world, const CaseFile& file, OpenNeed* need);

/// The instant before which a case must be decided or have a provisional reply.
Instant provisional_due(const World& world, const CaseFile& file);
/// The work on such a reply, begun at `at` now.
Task provisional_task(const CaseDesk& at, const World& world, const CaseFile& file);

}  // namespace skranke
