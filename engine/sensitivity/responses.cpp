#include "engine/sensitivity/responses.hpp"

#include <limits>

namespace skranke {

namespace {

constexpr double kNothing = std::numeric_limits<double>::quiet_NaN();

}  // namespace

double Responses::value(std::size_t point, std::size_t replication) const {
    const Ratio& ratio = at(point, replication);
    return ratio.denominator > 0 ? ratio.numerator / ratio.denominator : kNothing;
}

Estimate Responses::estimate(std::size_t point) const {
    RatioEstimator estimator;
    for (std::size_t r = 0; r < replications_; ++r) estimator.add(at(point, r).numerator, at(point, r).denominator);
    return estimator.estimate();
}

Estimate Responses::difference(std::size_t b, std::size_t a) const {
    RatioGapEstimator estimator;
    for (std::size_t r = 0; r < replications_; ++r) estimator.add(at(b, r), at(a, r));
    return estimator.estimate();
}

std::vector<double> Responses::means() const {
    std::vector<double> means;
    for (std::size_t p = 0; p < points(); ++p) {
        const Estimate e = estimate(p);
        means.push_back(e.valid ? e.value : kNothing);
    }
    return means;
}

}  // namespace skranke
