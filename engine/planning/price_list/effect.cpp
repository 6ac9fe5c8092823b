#include "engine/planning/price_list/effect.hpp"

#include <cmath>

#include "engine/base/contract.hpp"
#include "engine/planning/price_list/unit_price.hpp"

namespace skranke {

namespace {

/// What is estimated of a place, one replication at a time.
struct Estimators {
    MeanEstimator reached, urgent, unmet, gap, cost, rules;
    UnitPriceEstimator per_person;
};

void add_pair(Estimators& to, const PricedCounts& without, const PricedCounts& with) {
    const auto more = [&](auto number) { return static_cast<double>(number(with.counts) - number(without.counts)); };
    const double reached = more([](const PlaceCounts& c) { return c.reached_in_time(); });
    const double cost = with.cost - without.cost;
    to.reached.add(reached);
    to.urgent.add(more([](const PlaceCounts& c) { return c.urgent_in_time(); }));
    to.unmet.add(more([](const PlaceCounts& c) { return c.unmet; }));
    to.gap.add(more([](const PlaceCounts& c) { return c.vulnerable_gap(); }));
    to.cost.add(cost);
    to.per_person.add(cost, reached);
}

/// \return how many rules are kept
int note_rules(const HeldRules& held, KeptRules& kept, ShareEstimate& all) {
    int number = 0;
    for (std::size_t head = 0; head < kHeads; ++head)
        for (std::size_t rule = 0; rule < kRulesPerHead; ++rule) {
            ++kept[head][rule].trials;
            kept[head][rule].hits += held[head][rule] ? 1 : 0;
            number += held[head][rule] ? 1 : 0;
        }
    ++all.trials;
    all.hits += number == static_cast<int>(kHeads * kRulesPerHead) ? 1 : 0;
    return number;
}

}  // namespace

PricedCounts& PricedCounts::operator+=(const PricedCounts& other) {
    counts += other.counts;
    cost += other.cost;
    return *this;
}

EffectSign Effect::sign() const {
    if (!reached.valid || !std::isfinite(reached.half_width())) return EffectSign::not_seen;
    return reached.low > 0 ? EffectSign::helps : reached.high < 0 ? EffectSign::harms : EffectSign::not_seen;
}

Effect effect_of(const VerdictRules& rules, std::span<const PricedCounts> without, std::span<const PricedCounts> with) {
    SKRANKE_EXPECT(!without.empty() && without.size() == with.size());
    Effect effect;
    Estimators estimators;
    for (std::size_t r = 0; r < without.size(); ++r) {
        add_pair(estimators, without[r], with[r]);
        const int before = note_rules(judge(rules, without[r].counts.judged), effect.kept_without, effect.all_kept_without);
        const int after = note_rules(judge(rules, with[r].counts.judged), effect.kept_with, effect.all_kept_with);
        estimators.rules.add(after - before);
    }
    effect.reached = estimators.reached.estimate();
    effect.urgent = estimators.urgent.estimate();
    effect.unmet = estimators.unmet.estimate();
    effect.gap = estimators.gap.estimate();
    effect.cost = estimators.cost.estimate();
    effect.rules = estimators.rules.estimate();
    effect.per_person = estimators.per_person.estimate();
    return effect;
}

}  // namespace skranke
