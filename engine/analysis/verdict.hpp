#pragma once
/// \file
/// The verdict of one place in one replication: which rules of the county governor's three heads
/// (available, handled, sufficient) hold, judged from counts of needs of local services.
///
/// Shape   head x rule, in the order of rule_key().
/// Rules   a share is judged in whole persons: it breaks its limit when more persons fall outside
///         than the limit allows of that number, and never because of a single one. So a
///         municipality with three urgent cases is not failed by one late decision (our own
///         choice). A rule with nothing to judge holds. The gap between vulnerable and other people
///         is judged as the number of vulnerable people unmet beyond the others' rate plus the
///         allowed gap; in a small municipality it still moves by chance from one replication to
///         the next, which shows as a probability away from 0 and 1.
/// Source  VerdictRules in scenario.hpp: limits are norms chosen in the scenario, not law.

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/analysis/summary.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// What the rules look at: local needs of one place in one replication, counted.
struct JudgedCounts {
    std::uint64_t settled = 0;            ///< met or unmet
    std::uint64_t lost_before = 0;        ///< unmet before any contact
    std::uint64_t lost_after = 0;         ///< unmet after it
    std::uint64_t reached = 0, slow = 0;  ///< met a competent person; of these not inside access_p90_days
    std::uint64_t decided = 0, late = 0;  ///< met or never decided; of these not inside the clock
    std::uint64_t urgent_decided = 0, urgent_late = 0;
    std::uint64_t vulnerable_settled = 0, vulnerable_unmet = 0;
    std::uint64_t other_settled = 0, other_unmet = 0;

    JudgedCounts& operator+=(const JudgedCounts& other);
};

/// Puts them together.
class VerdictCounts {
  public:
    /// \param urgent      the service's priority is at most VerdictRules::urgent_priority
    /// \param vulnerable  the group is flagged so
    void add(const OutcomeCell& cell, bool urgent, bool vulnerable);
    void add_access(const QuantileSketch& access) { access_ += access; }
    VerdictCounts& operator+=(const VerdictCounts& other);

    JudgedCounts judged(const VerdictRules& rules) const;
    /// Persons whose access time lies in a bin with its middle above `limit_min`.
    std::uint64_t slower_than(double limit_min) const;

  private:
    JudgedCounts counts_;  // without reached and slow
    QuantileSketch access_;
};

using HeldRules = std::array<std::array<bool, kRulesPerHead>, kHeads>;

HeldRules judge(const VerdictRules& rules, const JudgedCounts& counts);

}  // namespace skranke
