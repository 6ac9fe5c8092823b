#include "engine/analysis/controls/controlled_unmet.hpp"

#include "engine/analysis/outcome_ratios.hpp"
#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr auto kLocal = static_cast<std::size_t>(System::local), kState = static_cast<std::size_t>(System::state);
constexpr std::size_t kAreaControls = 2;  // local and state needs
constexpr std::size_t kPlaceControls =
    3;  // its own local and state needs; the area's state needs, which fill the shared lines

}  // namespace

ExpectedNeeds needs_born(const Scenario& scenario, const RecordShape& shape, const RunRecord& record) {
    ExpectedNeeds born(shape.municipalities.size());
    for (std::size_t m = 0; m < born.size(); ++m)
        for (std::size_t s = 0; s < shape.services.size(); ++s)
            for (std::size_t g = 0; g < shape.groups.size(); ++g) {
                const OutcomeCell& cell = record.outcomes[shape.cell(m, s, g)];
                born[m][static_cast<std::size_t>(scenario.services[s].system)] +=
                    static_cast<double>(cell.born - cell.carried.total);
            }
    return born;
}

ControlledUnmet::ControlledUnmet(const Scenario& scenario, const RecordShape& shape, ExpectedNeeds expected)
    : scenario_(scenario), shape_(shape), expected_(std::move(expected)) {
    SKRANKE_EXPECT(expected_.size() == shape.municipalities.size());
    for (std::size_t p = 0; p <= expected_.size(); ++p) {
        const std::size_t controls = p == 0 ? kAreaControls : kPlaceControls;
        places_.push_back({ControlledRatio(controls), ControlledRatio(controls)});
    }
}

void ControlledUnmet::add_place(std::size_t place, std::span<const double> off, const OutcomeCell& local) {
    const Ratio unmet = unmet_of(local);
    places_[place].unmet_rate.add(off, unmet.numerator, unmet.denominator);
    places_[place].unmet.add(off, unmet.numerator);
}

void ControlledUnmet::add(const RunRecord& record) {
    ExpectedNeeds off = needs_born(scenario_, shape_, record);
    std::array<double, kRecordSystems> area_off{};
    for (std::size_t m = 0; m < off.size(); ++m)
        for (std::size_t system = 0; system < kRecordSystems; ++system) {
            off[m][system] -= expected_[m][system];
            area_off[system] += off[m][system];
        }
    OutcomeCell area;
    for (std::size_t m = 0; m < off.size(); ++m) {
        const OutcomeCell local = outcomes_of(scenario_, shape_, record, m, System::local);
        area += local;
        const std::array<double, kPlaceControls> controls{off[m][kLocal], off[m][kState], area_off[kState]};
        add_place(m + 1, controls, local);
    }
    const std::array<double, kAreaControls> controls{area_off[kLocal], area_off[kState]};
    add_place(0, controls, area);
}

std::vector<ControlledOutcome> ControlledUnmet::outcomes() const {
    std::vector<ControlledOutcome> outcomes;
    for (const Place& place : places_) outcomes.push_back({place.unmet_rate.estimate(), place.unmet.estimate()});
    return outcomes;
}

}  // namespace skranke
