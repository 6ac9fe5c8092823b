#include "engine/analysis/summary.hpp"

#include <algorithm>
#include <numeric>

#include "engine/base/contract.hpp"
#include "engine/scenario/names.hpp"

namespace skranke {

double OutcomeSummary::unmet_total() const { return std::accumulate(unmet.begin(), unmet.end(), 0.0); }

Reason OutcomeSummary::worst_reason() const {
    return static_cast<Reason>(std::max_element(unmet.begin(), unmet.end()) - unmet.begin());
}

const char* key_of(Head head) {
    switch (head) {
        case Head::available:
            return "available";
        case Head::handled:
            return "handled";
        case Head::sufficient:
            return "sufficient";
    }
    return "";
}

const char* rule_key(Head head, int rule) {
    SKRANKE_EXPECT(rule >= 0 && static_cast<std::size_t>(rule) < kRulesPerHead);
    return kVerdictRuleKeys[static_cast<std::size_t>(head) * kRulesPerHead + static_cast<std::size_t>(rule)];
}

}  // namespace skranke
