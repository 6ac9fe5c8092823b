#include "engine/planning/price_list/price_list.hpp"

#include <algorithm>

namespace skranke {

namespace {

/// The effect of having what `taken` is about.
Effect effect_of_having(Standing standing, const VerdictRules& rules, const PricedRuns& otherwise, const PricedRuns& taken) {
    return standing == Standing::offered ? effect_of(rules, otherwise, taken) : effect_of(rules, taken, otherwise);
}

bool is_cheaper(const PricedMeasure& a, const PricedMeasure& b) {
    const Effect &x = a.best().effect, &y = b.best().effect;
    if (x.sign() != y.sign()) return x.sign() < y.sign();
    return x.sign() == EffectSign::helps && x.per_person.value < y.per_person.value;
}

}  // namespace

const PricedDose& PricedMeasure::best() const {
    const PricedDose* best = &doses.front();
    for (const PricedDose& dose : doses) {
        if (dose.effect.sign() != EffectSign::helps) continue;
        if (best->effect.sign() != EffectSign::helps || dose.effect.per_person.value < best->effect.per_person.value) best = &dose;
    }
    return *best;
}

PriceList price_list_of(const std::vector<OfficeMeasure>& catalogue, const VerdictRules& rules, const PricedRuns& base,
                        std::span<const PickRuns> picks) {
    PriceList list;
    const PricedRuns* before = &base;
    for (const auto& [pick, runs] : picks) {
        if (list.empty() || list.back().measure != pick.measure) {
            list.push_back({pick.measure, {}});
            before = &base;
        }
        const Standing standing = catalogue[pick.measure].standing;
        list.back().doses.push_back({pick.dose, effect_of_having(standing, rules, base, runs),
                                     effect_of_having(standing, rules, *before, runs)});
        before = &runs;
    }
    std::stable_sort(list.begin(), list.end(), is_cheaper);
    return list;
}

}  // namespace skranke
