#pragma once
/// \file
/// Everything about a case that is chance, drawn when it is registered, each under a number of its
/// own (person.hpp): what one mechanism draws moves nobody else's luck.

#include "engine/office/casework/case_file.hpp"
#include "engine/office/world.hpp"

namespace skranke {

struct CaseLuck {
    double effort_over_mean = 1;
    Instant withdraws = kNever;  ///< if it has not had its turn
    bool lacks_documents = false;
    bool never_complete = false;  ///< the documents do not come before the office gives up asking
    bool waits_for_others = false;
    bool comes_back = false;  ///< the decision is wrong or appealed
    Duration paper_delay, documents_delay, third_party_delay, rework_delay;

    bool needs_two_turns() const { return lacks_documents || waits_for_others; }
};

/// \param now  when it is registered, or taken over with the pile: what is left of patience has no memory
CaseLuck draw_luck(const Levers& levers, const World& world, const CaseFile& file, Instant now);

/// Whether triage of this person's application finds an acute need.
bool is_acute(const Scenario& scenario, const Person& person);

/// Whether this person's digital application must have attachments on paper.
bool needs_paper(const Scenario& scenario, const Person& person);

}  // namespace skranke
