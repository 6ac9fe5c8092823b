#include "engine/planning/price_list/unit_price.hpp"

#include <cmath>

namespace skranke {

void UnitPriceEstimator::add(double cost, double effect) {
    ++n_;
    const double n = static_cast<double>(n_);
    const double off_cost = cost - cost_, off_effect = effect - effect_;
    cost_ += off_cost / n;
    effect_ += off_effect / n;
    cost_cost_ += off_cost * (cost - cost_);
    effect_effect_ += off_effect * (effect - effect_);
    cost_effect_ += off_cost * (effect - effect_);
}

Estimate UnitPriceEstimator::estimate() const {
    if (n_ < 2 || effect_ <= 0) return {};
    const double of_mean = static_cast<double>(n_) * static_cast<double>(n_ - 1);
    const double v_cost = cost_cost_ / of_mean, v_effect = effect_effect_ / of_mean, v_both = cost_effect_ / of_mean;
    const double t = student_t_975(n_ - 1);
    const double g = t * t * v_effect / (effect_ * effect_);
    if (g >= 1) return {};
    const double ratio = cost_ / effect_;
    const double slope = v_effect > 0 ? v_both / v_effect : 0.0;
    const double middle = (ratio - g * slope) / (1 - g);
    const double spread = v_cost - 2 * ratio * v_both + ratio * ratio * v_effect - g * (v_cost - slope * v_both);
    const double half = t / (effect_ * (1 - g)) * std::sqrt(std::fmax(spread, 0.0));
    return {ratio, middle - half, middle + half, true};
}

}  // namespace skranke
