#include "engine/twin/formulas/offered_load.hpp"

#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {

std::vector<double> modified_offered_load(const std::vector<double>& arrivals_per_min, double stretch_min,
                                          double service_min) {
    SKRANKE_EXPECT(stretch_min > 0 && service_min > 0);
    const double ends = -std::expm1(-stretch_min / service_min);  // share of what began before that is over
    std::vector<double> loads;
    double busy = 0;
    for (const double rate : arrivals_per_min) {
        const double off = busy - rate * service_min;  // m' = rate - m / service
        loads.push_back(rate * service_min + off * ends * service_min / stretch_min);
        busy = rate * service_min + off * (1 - ends);
    }
    return loads;
}

}  // namespace skranke
