#include "tools/skranke/planning/measures_file.hpp"

#include <algorithm>

#include "engine/report/wording.hpp"
#include "tools/skranke/study/study_file.hpp"

namespace skranke {

namespace {

constexpr std::size_t kNumbers = 7, kPlacesOfOne = 3;

const Texts kNumberNames{"reached_in_time", "urgent_in_time", "unmet", "vulnerable_gap", "cost", "cost_per_person", "rules_kept"};
const Texts kNumberUnits{"person", "need", "need", "1", "NOK", "NOK", "1"};

void put(Values& values, const Effect* effect) {
    if (effect == nullptr) {
        values.insert(values.end(), kNumbers * kPlacesOfOne, kNothing);
        return;
    }
    for (const Estimate* e : {&effect->reached, &effect->urgent, &effect->unmet, &effect->gap, &effect->cost, &effect->per_person, &effect->rules})
        put(values, *e);
}

/// Builds the content of measures.h5.
class PricesContent {
  public:
    explicit PricesContent(const PricedArea& area) : area_(area) {
        for (std::size_t m = 0; m < area.catalogue.size(); ++m)
            for (std::size_t dose = 0; dose < area.catalogue[m].doses.size(); ++dose) picks_.push_back({m, dose});
        for (const PlacePrices& place : area.places) steps_ = std::max(steps_, place.sequence.size());
    }

    TableFile made(const Scenario& scenario, const Provenance& provenance) {
        file_ = headed_file(kMeasuresFormat, scenario, provenance);
        file_.numbers_of_file.push_back({"replications", area_.replications});
        add_axes();
        add_alone();
        if (steps_ > 0) add_sequence();
        return std::move(file_);
    }

  private:
    void add_axes() {
        Texts places, names, keys, labels;
        for (const PlacePrices& place : area_.places) {
            places.push_back(place.key);
            names.push_back(place.name);
        }
        for (const Pick& pick : picks_) {
            const OfficeMeasure& measure = area_.catalogue[pick.measure];
            const std::string dose = measure.doses[pick.dose].english("");
            keys.push_back(measure.key + "/" + std::to_string(pick.dose + 1));
            labels.push_back(measure.label.english(measure.key) + (dose.empty() ? "" : " (" + dose + ")"));
        }
        file_.axes = {{"place", places, "offices that share a municipality, by id; empty = the whole area"},
                      {"pick", keys, "measure and dose"},
                      {"number", kNumberNames, "what is estimated, as a difference in a replication"},
                      bound_axis(),
                      {"plan", Texts{"without", "with"}, "without and with the measure"}};
        file_.texts = {{"place_name", "place", names, "name"},
                       {"pick_name", "pick", labels, "name"},
                       {"number_unit", "number", kNumberUnits, "unit"}};
    }

    const PricedDose* dose_of(const PlacePrices& place, const Pick& pick) const {
        for (const PricedMeasure& measure : place.list)
            for (const PricedDose& dose : measure.doses)
                if (measure.measure == pick.measure && dose.dose == pick.dose) return &dose;
        return nullptr;
    }

    void add_alone() {
        Values alone, last, rules;
        for (const PlacePrices& place : area_.places)
            for (const Pick& pick : picks_) {
                const PricedDose* dose = dose_of(place, pick);
                put(alone, dose == nullptr ? nullptr : &dose->effect);
                put(last, dose == nullptr ? nullptr : &dose->marginal);
                rules.push_back(dose == nullptr ? kNothing : dose->effect.all_kept_without.value());
                rules.push_back(dose == nullptr ? kNothing : dose->effect.all_kept_with.value());
            }
        file_.tables.push_back({"alone", {"place", "pick", "number", "bound"}, alone, "1", "of the measure alone"});
        file_.tables.push_back({"last_dose", {"place", "pick", "number", "bound"}, last, "1", "of this dose instead of the one before"});
        file_.tables.push_back({"all_rules_kept", {"place", "pick", "plan"}, rules, "1", "share of replications in which all rules of the verdict hold"});
    }

    void add_sequence() {
        Values steps, picks, on_top, in_all;
        for (std::size_t step = 0; step < steps_; ++step) steps.push_back(static_cast<double>(step + 1));
        for (const PlacePrices& place : area_.places)
            for (std::size_t step = 0; step < steps_; ++step) {
                const TakenStep* taken = step < place.sequence.size() ? &place.sequence[step] : nullptr;
                const bool has_pick = taken != nullptr && !place.key.empty();
                picks.push_back(has_pick ? static_cast<double>(std::find(picks_.begin(), picks_.end(), taken->pick) - picks_.begin()) : kNothing);
                put(on_top, taken == nullptr ? nullptr : &taken->on_top);
                put(in_all, taken == nullptr ? nullptr : &taken->in_all);
            }
        file_.axes.push_back({"step", steps, "of the sequence; measured among other people than it was chosen with"});
        file_.tables.push_back({"step_pick", {"place", "step"}, picks, "1", "index of pick; NaN = none, or each office its own"});
        file_.tables.push_back({"on_top", {"place", "step", "number", "bound"}, on_top, "1", "of the step on top of those before"});
        file_.tables.push_back({"in_all", {"place", "step", "number", "bound"}, in_all, "1", "of the steps so far"});
    }

    const PricedArea& area_;
    std::vector<Pick> picks_;
    std::size_t steps_ = 0;
    TableFile file_;
};

}  // namespace

void write_measures_file(const std::string& path, const Scenario& scenario, const PricedArea& area, const Provenance& provenance) {
    write_tables(path, PricesContent(area).made(scenario, provenance));
}

}  // namespace skranke
