#include "engine/comparison/best_plan.hpp"

#include <algorithm>
#include <boost/math/distributions/students_t.hpp>
#include <cmath>
#include <numeric>

#include "engine/analysis/estimate.hpp"
#include "engine/base/contract.hpp"

namespace skranke {
namespace {

MeanEstimator paired(const std::vector<double>& a, const std::vector<double>& b) {
    MeanEstimator difference;
    for (std::size_t r = 0; r < a.size(); ++r) difference.add(a[r] - b[r]);
    return difference;
}

}  // namespace

std::vector<bool> may_be_best(const std::vector<std::vector<double>>& values) {
    SKRANKE_EXPECT(values.size() >= 2 && values.front().size() >= 2);
    const double n = static_cast<double>(values.front().size());
    const double rivals = static_cast<double>(values.size() - 1);
    const double t = boost::math::quantile(boost::math::students_t(n - 1), 1 - (1 - kRightWithProbability) / rivals);
    std::vector<bool> may(values.size(), true);
    for (std::size_t i = 0; i < values.size(); ++i)
        for (std::size_t j = 0; j < values.size(); ++j) {
            if (i == j) continue;
            const MeanEstimator worse_by = paired(values[i], values[j]);
            if (worse_by.estimate().value > t * std::sqrt(worse_by.variance() / n)) may[i] = false;
        }
    return may;
}

BestPlanSearch::BestPlanSearch(std::size_t plans, std::uint64_t first, double indifference)
    : plans_(plans), first_(first), indifference_(indifference), running_(plans), stage_(plans), sums_(plans),
      spread_(plans * plans) {
    SKRANKE_EXPECT(plans >= 2 && first >= 2 && indifference > 0);
    std::iota(running_.begin(), running_.end(), std::size_t{0});
    const double wrong = (1 - kRightWithProbability) / static_cast<double>(plans - 1);
    eta_ = (std::pow(2 * wrong, -2 / static_cast<double>(first - 1)) - 1) / 2;
}

void BestPlanSearch::add(std::span<const double> values) {
    SKRANKE_EXPECT(!is_decided() && values.size() == running_.size());
    ++replications_;
    for (std::size_t i = 0; i < running_.size(); ++i) sums_[running_[i]] += values[i];
    if (replications_ <= first_) keep_first(values);
    if (replications_ == first_) set_limits();
    if (replications_ < first_) return;
    if (replications_ > most_) decide_by_mean();
    else screen();
}

void BestPlanSearch::keep_first(std::span<const double> values) {
    for (std::size_t plan = 0; plan < plans_; ++plan) stage_[plan].push_back(values[plan]);
}

void BestPlanSearch::set_limits() {
    const double h2 = 2 * eta_ * static_cast<double>(first_ - 1);
    for (std::size_t i = 0; i < plans_; ++i)
        for (std::size_t j = 0; j < plans_; ++j) {
            spread(i, j) = h2 * paired(stage_[i], stage_[j]).variance() / indifference_;
            most_ = std::max(most_, static_cast<std::uint64_t>(spread(i, j) / indifference_));
        }
}

// Drops every plan that is behind another by more than what chance and the indifference leave open.
void BestPlanSearch::screen() {
    const double r = static_cast<double>(replications_);
    std::vector<std::size_t> kept;
    for (const std::size_t i : running_) {
        const bool stays = std::all_of(running_.begin(), running_.end(), [&](std::size_t j) {
            const double open = std::max(0.0, (spread(i, j) - indifference_ * r) / 2);
            return i == j || sums_[i] <= sums_[j] + open;
        });
        if (stays) kept.push_back(i);
    }
    running_ = kept;
}

void BestPlanSearch::decide_by_mean() {
    running_ = {*std::min_element(running_.begin(), running_.end(), [&](std::size_t i, std::size_t j) { return sums_[i] < sums_[j]; })};
}

}  // namespace skranke
