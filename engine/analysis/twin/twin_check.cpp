#include "engine/analysis/twin/twin_check.hpp"

#include <algorithm>
#include <cmath>

namespace skranke {

namespace {

constexpr double kWaitShare = 0.1, kWaitMin = 0.25, kShare = 0.01;

bool is_near(const Estimate& simulated, double formula, double tolerance) {
    if (!simulated.valid) return true;
    return (formula >= simulated.low && formula <= simulated.high) || std::abs(formula - simulated.value) <= tolerance;
}

bool agrees(const DeskTwin& twin, const TwinStep& step, const SimulatedDesk& desk) {
    const bool is_fluid = twin.formula == Formula::fluid;
    return is_near(desk.wait_min, step.wait_min, std::max(kWaitMin, kWaitShare * desk.wait_min.value)) &&
           (is_fluid || is_near(desk.left_share, step.left_share, kShare)) &&
           is_near(desk.occupancy, step.occupancy, kShare);
}

bool is_wild(double formula, double simulated) {
    const double low = std::min(formula, simulated), high = std::max(formula, simulated);
    return high - low > kWildlyFromMin && high > kWildly * low;
}

bool any(const Causes& causes) { return std::find(causes.begin(), causes.end(), true) != causes.end(); }

}  // namespace

TwinCheck check_twin(const DeskTwin& twin, const SimulatedDesk& simulated) {
    TwinCheck check;
    check.twin = twin;
    if (twin.steps.empty() || !simulated.wait_min.valid) return check;
    const TwinStep& plainest = twin.steps.front();
    for (const TwinStep& step : twin.steps) {
        check.shown = step;
        if (!agrees(twin, step, simulated)) continue;
        check.verdict = &step == &plainest ? TwinVerdict::agrees : TwinVerdict::explained;
        for (std::size_t c = 0; c < kCauses; ++c) check.because[c] = step.with[c] && !plainest.with[c];
        return check;
    }
    const bool wild = is_wild(check.shown.wait_min, simulated.wait_min.value);
    check.verdict = !wild && any(twin.left_out) ? TwinVerdict::may_be : TwinVerdict::flagged;
    if (check.verdict == TwinVerdict::may_be) check.because = twin.left_out;
    return check;
}

const char* key_of(TwinVerdict verdict) {
    static constexpr std::array<const char*, kTwinVerdicts> kKeys{"agrees", "explained", "may_be", "flagged", "none"};
    return kKeys[static_cast<std::size_t>(verdict)];
}

}  // namespace skranke
