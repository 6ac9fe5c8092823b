#include "engine/planning/sizing/ladder.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace skranke {

namespace {

constexpr double kTopPositions = 4;     // over the load, where that is small
constexpr double kLeastLoad = 0.01;     // a desk with nothing to do is served well by anybody

}  // namespace

Ladder::Ladder(const DeskNeed& need) : floor_(need.load.size(), need.floor) {
    for (std::size_t p = 0; p < need.load.size(); ++p) {
        const double load = std::max(need.load[p], kLeastLoad), most = load + std::max(kTopPositions, kTopQuality * std::sqrt(load));
        for (int units = need.floor; units * need.unit < most; ++units)
            steps_.push_back({(units * need.unit - load) / std::sqrt(load), p});
    }
    std::stable_sort(steps_.begin(), steps_.end(), [](const Step& a, const Step& b) { return a.quality < b.quality; });
}

std::vector<int> Ladder::at(std::size_t rung) const {
    std::vector<int> units = floor_;
    for (std::size_t k = 0; k < rung; ++k) ++units[steps_[k].period];
    return units;
}

std::size_t Ladder::rung_of(double quality) const {
    const auto enough = [&](const Step& step) { return step.quality < quality; };
    return static_cast<std::size_t>(std::partition_point(steps_.begin(), steps_.end(), enough) - steps_.begin());
}

double Ladder::quality_of(std::size_t rung) const {
    return rung < steps_.size() ? steps_[rung].quality : std::numeric_limits<double>::infinity();
}

}  // namespace skranke
