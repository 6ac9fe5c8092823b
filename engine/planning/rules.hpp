#pragma once
/// \file
/// The rules of the verdict as a set: which of them something is about, or which of them were broken.
///
/// Order   as kVerdictRuleKeys: head by head.

#include <bitset>

#include "engine/analysis/verdict.hpp"

namespace skranke {

inline constexpr std::size_t kRules = kHeads * kRulesPerHead;
using RuleSet = std::bitset<kRules>;

inline RuleSet broken_rules(const VerdictRules& rules, const JudgedCounts& counts) {
    const HeldRules held = judge(rules, counts);
    RuleSet broken;
    for (std::size_t r = 0; r < kRules; ++r) broken[r] = !held[r / kRulesPerHead][r % kRulesPerHead];
    return broken;
}

}  // namespace skranke
