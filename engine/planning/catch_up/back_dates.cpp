#include "engine/planning/catch_up/back_dates.hpp"

#include <boost/math/distributions/binomial.hpp>
#include <cmath>
#include <numeric>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

/// The largest rank that the median of so many values lies below with at most 2.5 % probability; 0 if there is none.
std::uint64_t rank_below_median(std::uint64_t values) {
    const boost::math::binomial_distribution<double> below(static_cast<double>(values), 0.5);
    std::uint64_t rank = 0;
    while (rank < values && cdf(below, static_cast<double>(rank)) <= 0.025) ++rank;
    return rank;
}

}  // namespace

void BackDates::add(std::optional<std::size_t> week) {
    ++replications_;
    if (!week) return;
    SKRANKE_EXPECT(*week < back_.size());
    ++back_[*week];
}

ShareEstimate BackDates::back_by(std::size_t week) const {
    SKRANKE_EXPECT(week < back_.size());
    const auto end = back_.begin() + static_cast<std::ptrdiff_t>(week) + 1;
    return {std::accumulate(back_.begin(), end, std::uint64_t{0}), replications_};
}

ShareEstimate BackDates::never() const {
    return {replications_ - std::accumulate(back_.begin(), back_.end(), std::uint64_t{0}), replications_};
}

/// The rank-th value from the least, counted from 1.
std::optional<std::size_t> BackDates::ordered(std::uint64_t rank) const {
    std::uint64_t upto = 0;
    for (std::size_t week = 0; week < back_.size(); ++week)
        if ((upto += back_[week]) >= rank) return week;
    return std::nullopt;
}

std::optional<std::size_t> BackDates::quantile(double q) const {
    SKRANKE_EXPECT(q > 0 && q <= 1);
    const auto rank = static_cast<std::uint64_t>(std::ceil(q * static_cast<double>(replications_) - 1e-9));
    return ordered(std::max<std::uint64_t>(rank, 1));
}

BackDates::Interval BackDates::median_interval() const {
    const std::uint64_t rank = rank_below_median(replications_);
    if (rank == 0) return {};
    return {ordered(rank), ordered(replications_ + 1 - rank), true};
}

}  // namespace skranke
