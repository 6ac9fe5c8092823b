#include "engine/analysis/controls/controlled_ratio.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr double kFollows = 1e-9;  // of a control's variance: less is left of it than rounding makes

}  // namespace

void ControlledRatio::add(std::span<const double> off, double numerator, double denominator) {
    SKRANKE_EXPECT(off.size() == controls_);
    ++n_;
    const std::size_t size = controls_ + 2;
    std::vector<double> deviation(size);
    for (std::size_t i = 0; i < size; ++i) {
        const double value = i < controls_ ? off[i] : i == controls_ ? numerator : denominator;
        deviation[i] = value - mean_[i];
        mean_[i] += deviation[i] / static_cast<double>(n_);
        for (std::size_t j = 0; j <= i; ++j) moment_[i * size + j] += deviation[j] * (value - mean_[i]);
    }
}

/// A Cholesky factor row by row; numerator and denominator are its last two rows, the controls' means a third.
ControlledRatio::Regression ControlledRatio::regress(std::size_t most) const {
    const std::size_t numerator = controls_, denominator = controls_ + 1;
    Regression fit{0,
                   0,
                   mean_[numerator],
                   mean_[denominator],
                   moment(numerator, numerator),
                   moment(denominator, numerator),
                   moment(denominator, denominator)};
    std::vector<std::vector<double>> columns;  // of the factor: one for each control used, all rows
    for (std::size_t c = 0; c < controls_ && fit.used < most; ++c) {
        const auto left_of = [&](std::size_t row) {
            double left = moment(std::max(row, c), std::min(row, c));
            for (const auto& column : columns) left -= column[row] * column[c];
            return left;
        };
        const double own = left_of(c);
        if (own <= kFollows * moment(c, c)) continue;
        std::vector<double> column(controls_ + 3);
        for (std::size_t row = 0; row < controls_ + 2; ++row) column[row] = left_of(row) / std::sqrt(own);
        double mean = mean_[c];
        for (const auto& earlier : columns) mean -= earlier[controls_ + 2] * earlier[c];
        column[controls_ + 2] = mean / std::sqrt(own);
        const double off = column[controls_ + 2], of_n = column[numerator], of_d = column[denominator];
        fit.off += off * off;
        fit.numerator -= off * of_n;
        fit.denominator -= off * of_d;
        fit.nn -= of_n * of_n;
        fit.nd -= of_n * of_d;
        fit.dd -= of_d * of_d;
        ++fit.used;
        columns.push_back(std::move(column));
    }
    return fit;
}

Estimate ControlledRatio::interval(const Regression& fit, double& variance) const {
    variance = 0;
    if (n_ == 0 || fit.denominator <= 0) return {};
    const double ratio = fit.numerator / fit.denominator;
    if (n_ < fit.used + 2) return without_interval(ratio);
    const std::uint64_t freedom = n_ - fit.used - 1;
    const double squares = std::max(0.0, fit.nn - 2 * ratio * fit.nd + ratio * ratio * fit.dd);
    variance = squares / static_cast<double>(freedom) * (1 / static_cast<double>(n_) + fit.off) /
               (fit.denominator * fit.denominator);
    const double half = student_t_975(freedom) * std::sqrt(variance);
    return {ratio, ratio - half, ratio + half, true};
}

ControlledEstimate ControlledRatio::estimate() const {
    double ordinary = 0, controlled = 0;
    ControlledEstimate e;
    e.ordinary = e.controlled = interval(regress(0), ordinary);
    if (n_ < controls_ + 3 || !e.ordinary.valid) return e;
    const Regression fit = regress(controls_);
    if (fit.used == 0 || fit.denominator <= 0) return e;
    e.controlled = interval(fit, controlled);
    e.controls = fit.used;
    if (ordinary > 0) e.variance_ratio = controlled / ordinary;
    return e;
}

}  // namespace skranke
