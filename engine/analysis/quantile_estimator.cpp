#include "engine/analysis/quantile_estimator.hpp"

#include <algorithm>
#include <cmath>

namespace skranke {

void QuantileEstimator::add(const QuantileSketch& replication) {
    const std::vector<std::uint32_t>& counts = replication.bins();
    const std::uint64_t all = replication.count();
    // Bins that no replication had before: all their people were below.
    if (counts.size() > bins_.size()) bins_.resize(counts.size(), {0, people_squared_, people_squared_});
    std::uint64_t upto = 0;
    for (std::size_t b = 0; b < bins_.size(); ++b) {
        const std::uint64_t here = b < counts.size() ? counts[b] : 0;
        upto += here;
        bins_[b].people += here;
        bins_[b].upto_squared += upto * upto;
        bins_[b].upto_times_all += upto * all;
    }
    ++replications_;
    people_ += all;
    people_squared_ += all * all;
}

// The first bin by which so large a share of the people is counted, as QuantileSketch takes it.
std::size_t QuantileEstimator::bin_of_share(double share) const {
    const double wanted = share * static_cast<double>(people_);
    std::uint64_t upto = 0;
    std::size_t last = 0;
    for (std::size_t b = 0; b < bins_.size(); ++b) {
        if (bins_[b].people == 0) continue;
        upto += bins_[b].people;
        last = b;
        if (static_cast<double>(upto) >= wanted) break;
    }
    return last;
}

// Standard error of the share of people in a bin or below.
double QuantileEstimator::error_of_share(std::size_t bin, std::uint64_t upto) const {
    const auto n = static_cast<double>(replications_), all = static_cast<double>(people_);
    const double share = static_cast<double>(upto) / all;
    const auto upto_squared = static_cast<double>(bins_[bin].upto_squared);
    const double squares = upto_squared - 2 * share * static_cast<double>(bins_[bin].upto_times_all) +
                           share * share * static_cast<double>(people_squared_);
    if (squares < 1e-12 * upto_squared) return 0;  // no more than rounding leaves where replications are alike
    return std::sqrt(squares / (n - 1) * n) / all;
}

Estimate QuantileEstimator::quantile_min(double q) const {
    if (people_ == 0) return {};
    const std::size_t middle = bin_of_share(q);
    const double value = QuantileSketch::middle_of(middle);
    if (replications_ < 2) return without_interval(value);
    std::uint64_t upto = 0;
    for (std::size_t b = 0; b <= middle; ++b) upto += bins_[b].people;
    const double half = student_t_975(replications_ - 1) * error_of_share(middle, upto);
    const std::size_t low = bin_of_share(std::fmax(q - half, 0.0)), high = bin_of_share(std::fmin(q + half, 1.0));
    return {value, static_cast<double>(QuantileSketch::lower_bound(low)),
            static_cast<double>(QuantileSketch::lower_bound(high + 1)) - 1, true};
}

}  // namespace skranke
