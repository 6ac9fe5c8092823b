#include "engine/sensitivity/sweep.hpp"

#include <cmath>

namespace skranke {

double Factor::at(double position) const {
    if (!levels.empty()) return levels[static_cast<std::size_t>(std::lround(position * static_cast<double>(levels.size() - 1)))];
    const double between = position == 1 ? high : low + position * (high - low);
    return whole ? std::round(between) : between;
}

const char* key_of(Method method) {
    static constexpr std::array<const char*, kMethods> kKeys{"one-at-a-time", "grid", "lhs", "sobol", "morris", "saltelli"};
    return kKeys[static_cast<std::size_t>(method)];
}

}  // namespace skranke
