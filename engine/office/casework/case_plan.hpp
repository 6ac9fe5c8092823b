#pragma once
/// \file
/// How a desk that decides cases chooses among them, worked out from its rules and its services.

#include "engine/desk/waiting_line.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

struct CasePlan {
    CaseRules rules;
    Growth growth;                ///< of its priorities, where they grow
    bool is_interrupted = false;  ///< some service of the desk interrupts the others
};

CasePlan plan_cases(const Scenario& scenario, DeskKind kind, const CaseRules& rules);

}  // namespace skranke
