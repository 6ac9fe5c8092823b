#include "engine/demand/delay.hpp"

#include "engine/base/contract.hpp"
#include "engine/random/exact_math.hpp"

namespace skranke {

namespace {

constexpr double kMeansKept = 20;  // e^-20 waits longer

/// Of a cause at a time u that is even over its day, the need is born in whole days k after it when
/// k <= u + delay < k + 1. With delay exponential, P(u + delay >= k) = m e^(-k/m) (e^(1/m) - 1), k >= 1.
std::vector<double> exponential_shares(double mean) {
    const auto days = static_cast<std::int64_t>(kMeansKept * mean) + 2;
    const double in_a_day = 1 - exact_exp(-1 / mean);
    std::vector<double> share{1 - mean * in_a_day};
    for (std::int64_t day = 1; day < days; ++day)
        share.push_back(mean * in_a_day * in_a_day * exact_exp(-static_cast<double>(day - 1) / mean));
    return share;
}

}  // namespace

Delay delay_of(double mean_days, DelayLaw law) {
    SKRANKE_EXPECT(mean_days >= 0);
    if (law == DelayLaw::exponential && mean_days > 0) return {0, exponential_shares(mean_days)};
    const auto whole = static_cast<std::int64_t>(mean_days);
    const double rest = mean_days - static_cast<double>(whole);
    if (rest == 0) return {whole, {1.0}};
    return {whole, {1 - rest, rest}};
}

}  // namespace skranke
