#include "engine/planning/price_list/sequence.hpp"

#include <algorithm>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

/// A candidate with the price that it is tried for.
struct Offer {
    Pick pick;
    double per_person;
};

bool helps(const Effect& effect) { return effect.sign() == EffectSign::helps; }

}  // namespace

SequenceSearch::SequenceSearch(const std::vector<OfficeMeasure>& catalogue, const VerdictRules& rules, std::vector<PriceList> lists,
                               std::size_t steps, std::size_t candidates)
    : catalogue_(&catalogue),
      rules_(&rules),
      lists_(std::move(lists)),
      steps_(steps),
      most_candidates_(candidates),
      history_(lists_.size()),
      ended_(lists_.size(), false) {
    SKRANKE_EXPECT(steps > 0 && candidates > 0);
    for (std::size_t place = 0; place < lists_.size(); ++place) {
        const Picks first = candidates_of(place);
        ended_[place] = first.empty();
        history_[place].push_back(first.empty() ? Picks{} : Picks{first.front()});
    }
}

std::vector<CountyPlan> SequenceSearch::wanted() const {
    if (taken_ >= steps_) return {};
    std::vector<CountyPlan> plans{after(taken_)};
    for (std::size_t place = 0; place < lists_.size(); ++place) {
        const Picks candidates = candidates_of(place);
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            if (plans.size() < c + 2) plans.push_back(plans.front());
            plans[c + 1][place] = with(history_[place].back(), candidates[c]);
        }
    }
    if (plans.size() == 1) return {};
    return plans;
}

void SequenceSearch::tell(const std::vector<std::vector<PricedRuns>>& runs) {
    for (std::size_t place = 0; place < lists_.size(); ++place) {
        const Picks candidates = candidates_of(place);
        const Picks has = history_[place].back();
        Picks next = has;
        double cheapest = 0;
        for (std::size_t c = 0; c < candidates.size(); ++c) {
            const Effect effect = effect_of(*rules_, runs[0][place], runs[c + 1][place]);
            if (!helps(effect) || (next != has && effect.per_person.value >= cheapest)) continue;
            next = with(has, candidates[c]);
            cheapest = effect.per_person.value;
        }
        ended_[place] = next == has;
        history_[place].push_back(next);
    }
    ++taken_;
}

CountyPlan SequenceSearch::after(std::size_t steps) const {
    SKRANKE_EXPECT(steps <= taken_);
    CountyPlan plan(lists_.size());
    if (steps == 0) return plan;
    for (std::size_t place = 0; place < lists_.size(); ++place) plan[place] = history_[place][steps - 1];
    return plan;
}

/// Cheapest first: of a measure that it has, the next dose; of the others the best dose.
Picks SequenceSearch::candidates_of(std::size_t place) const {
    if (ended_[place]) return {};
    const Picks has = history_[place].empty() ? Picks{} : history_[place].back();
    std::vector<Offer> offers;
    for (const PricedMeasure& priced : lists_[place]) {
        if ((*catalogue_)[priced.measure].standing == Standing::in_force) continue;
        const auto held = std::find_if(has.begin(), has.end(), [&](const Pick& p) { return p.measure == priced.measure; });
        if (held == has.end()) {
            const PricedDose& best = priced.best();
            const Pick pick{priced.measure, best.dose};
            if (helps(best.effect) && is_left(has, pick)) offers.push_back({pick, best.effect.per_person.value});
            continue;
        }
        for (const PricedDose& dose : priced.doses)
            if (dose.dose == held->dose + 1 && helps(dose.marginal))
                offers.push_back({{priced.measure, dose.dose}, dose.marginal.per_person.value});
    }
    std::stable_sort(offers.begin(), offers.end(), [](const Offer& a, const Offer& b) { return a.per_person < b.per_person; });
    Picks candidates;
    for (const Offer& offer : offers)
        if (candidates.size() < most_candidates_) candidates.push_back(offer.pick);
    return candidates;
}

/// Whether no other of its family is taken.
bool SequenceSearch::is_left(const Picks& has, const Pick& pick) const {
    return std::none_of(has.begin(), has.end(), [&](const Pick& p) { return family_of(p.measure) == family_of(pick.measure); });
}

Picks SequenceSearch::with(Picks has, const Pick& pick) const {
    const auto held = std::find_if(has.begin(), has.end(), [&](const Pick& p) { return p.measure == pick.measure; });
    if (held == has.end())
        has.push_back(pick);
    else
        *held = pick;
    return has;
}

const std::string& SequenceSearch::family_of(std::size_t measure) const {
    const OfficeMeasure& m = (*catalogue_)[measure];
    return m.family.empty() ? m.key : m.family;
}

}  // namespace skranke
