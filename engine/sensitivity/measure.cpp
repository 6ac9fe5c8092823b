#include "engine/sensitivity/measure.hpp"

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

struct Row {
    const char* key;
    const char* unit;
    const char* meaning;
};
constexpr std::array<Row, kMeasures> kRows{{
    {"unmet_rate", "1", "unmet needs / settled needs, local services"},
    {"unmet_rate_state", "1", "unmet needs / settled needs, services of the state"},
    {"unmet_people", "1", "unmet needs for local services"},
    {"on_time_share", "1", "decided inside the time limit / decided, local services"},
    {"access_mean", "min", "first attempt to first contact, mean, local services"},
    {"handling_mean", "min", "application to decision, mean, local services"},
}};

const Row& row_of(Measure measure) { return kRows[static_cast<std::size_t>(measure)]; }

}  // namespace

const char* key_of(Measure measure) { return row_of(measure).key; }
const char* unit_of(Measure measure) { return row_of(measure).unit; }
const char* meaning_of(Measure measure) { return row_of(measure).meaning; }

std::array<Ratio, kMeasures> measures_of(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                                         std::size_t place) {
    SKRANKE_EXPECT(place <= shape.municipalities.size());
    const std::size_t first = place == 0 ? 0 : place - 1, end = place == 0 ? shape.municipalities.size() : place;
    OutcomeCell local, state;
    for (std::size_t m = first; m < end; ++m) {
        local += outcomes_of(scenario, shape, record, m, System::local);
        state += outcomes_of(scenario, shape, record, m, System::state);
    }
    return {unmet_of(local),      unmet_of(state),           Ratio{static_cast<double>(local.unmet_total()), 1},
            on_time_of(local), minutes_of(local.access), minutes_of(local.handling)};
}

}  // namespace skranke
