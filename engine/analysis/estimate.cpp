#include "engine/analysis/estimate.hpp"

#include <array>
#include <cmath>
#include <limits>

#include "engine/base/contract.hpp"

namespace skranke {
namespace {

constexpr double kZ = 1.959963984540054;  // 97.5 % point of the normal distribution

// Student's interval around `value`, given the estimated variance of one replication's value.
Estimate student_interval(double value, double variance, std::uint64_t n) {
    if (n < 2) return without_interval(value);
    const double half = student_t_975(n - 1) * std::sqrt(variance / static_cast<double>(n));
    return {value, value - half, value + half, true};
}

struct WilsonInterval {
    double low, high;
};

WilsonInterval wilson(std::uint64_t hits, std::uint64_t trials) {
    SKRANKE_EXPECT(hits <= trials);
    if (trials == 0) return {0.0, 1.0};
    const double n = static_cast<double>(trials);
    const double p = static_cast<double>(hits) / n;
    const double scale = 1.0 + kZ * kZ / n;
    const double centre = (p + kZ * kZ / (2.0 * n)) / scale;
    const double half = kZ / scale * std::sqrt(p * (1.0 - p) / n + kZ * kZ / (4.0 * n * n));
    return {hits == 0 ? 0.0 : centre - half, hits == trials ? 1.0 : centre + half};
}

}  // namespace

Estimate without_interval(double value) {
    return {value, -std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity(), true};
}

double ShareEstimate::low() const { return wilson(hits, trials).low; }
double ShareEstimate::high() const { return wilson(hits, trials).high; }

void MeanEstimator::add(double value) {
    ++n_;
    const double off = value - mean_;
    mean_ += off / static_cast<double>(n_);
    squares_ += off * (value - mean_);
}

Estimate MeanEstimator::estimate() const {
    if (n_ == 0) return {};
    return student_interval(mean_, variance(), n_);
}

void RatioEstimator::add(double numerator, double denominator) {
    ++n_;
    const double n = static_cast<double>(n_);
    const double off_y = numerator - mean_y_;
    const double off_x = denominator - mean_x_;
    mean_y_ += off_y / n;
    mean_x_ += off_x / n;
    yy_ += off_y * (numerator - mean_y_);
    xx_ += off_x * (denominator - mean_x_);
    xy_ += off_x * (numerator - mean_y_);
}

Estimate RatioEstimator::estimate() const {
    if (n_ == 0 || mean_x_ <= 0.0) return {};
    const double ratio = mean_y_ / mean_x_;
    const double squares = yy_ - 2.0 * ratio * xy_ + ratio * ratio * xx_;
    const double variance = n_ < 2 ? 0.0 : std::fmax(squares, 0.0) / static_cast<double>(n_ - 1);
    return student_interval(ratio, variance / (mean_x_ * mean_x_), n_);
}

void RatioGapEstimator::add(const Ratio& first, const Ratio& second) {
    ++n_;
    const std::array<double, kSums> sums{first.numerator, first.denominator, second.numerator, second.denominator};
    std::array<double, kSums> off{};
    for (std::size_t i = 0; i < kSums; ++i) {
        off[i] = sums[i] - mean_[i];
        mean_[i] += off[i] / static_cast<double>(n_);
        for (std::size_t j = 0; j <= i; ++j) moment_[i][j] += off[j] * (sums[i] - mean_[i]);
    }
}

Estimate RatioGapEstimator::estimate() const {
    if (n_ == 0 || mean_[1] <= 0.0 || mean_[3] <= 0.0) return {};
    const double first = mean_[0] / mean_[1], second = mean_[2] / mean_[3];
    const std::array<double, kSums> weight{1 / mean_[1], -first / mean_[1], -1 / mean_[3], second / mean_[3]};
    double squares = 0;
    for (std::size_t i = 0; i < kSums; ++i)
        for (std::size_t j = 0; j <= i; ++j) squares += (i == j ? 1 : 2) * weight[i] * weight[j] * moment_[i][j];
    const double variance = n_ < 2 ? 0.0 : std::fmax(squares, 0.0) / static_cast<double>(n_ - 1);
    return student_interval(first - second, variance, n_);
}

double student_t_975(std::uint64_t degrees_of_freedom) {
    SKRANKE_EXPECT(degrees_of_freedom > 0);
    // Quantiles computed with Boost.Math, rounded; beyond them the expansion of M. Abramowitz &
    // I. Stegun, Handbook of Mathematical Functions, eq. 26.7.5, which is then within 2e-6.
    static constexpr std::array<double, 14> kTable{12.706205, 4.302653, 3.182446, 2.776445, 2.570582,
                                                   2.446912,  2.364624, 2.306004, 2.262157, 2.228139,
                                                   2.200985,  2.178813, 2.160369, 2.144787};
    if (degrees_of_freedom <= kTable.size()) return kTable[degrees_of_freedom - 1];
    const double v = static_cast<double>(degrees_of_freedom);
    const double z2 = kZ * kZ;
    const double g1 = (z2 + 1.0) / 4.0;
    const double g2 = ((5.0 * z2 + 16.0) * z2 + 3.0) / 96.0;
    const double g3 = (((3.0 * z2 + 19.0) * z2 + 17.0) * z2 - 15.0) / 384.0;
    const double g4 = ((((79.0 * z2 + 776.0) * z2 + 1482.0) * z2 - 1920.0) * z2 - 945.0) / 92160.0;
    return kZ * (1.0 + (g1 + (g2 + (g3 + g4 / v) / v) / v) / v);
}

}  // namespace skranke
