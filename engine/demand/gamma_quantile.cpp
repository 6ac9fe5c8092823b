#include "engine/demand/gamma_quantile.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "engine/base/contract.hpp"
#include "engine/random/distribution.hpp"

namespace skranke {

namespace {

// The table's cells are equal in s, where e^y - 1 - y = s^2 / (2 shape) and y is the logarithm of the
// value: there the gamma density of y is exp(-s^2/2) dy/ds, a normal one times something smooth.
// What lies beyond the farthest cell is missing from the masses, less than 1e-9 of them at the last knot.
constexpr double kFarthest = 12;
constexpr int kCellsASide = 384, kKnotsASide = 320;
constexpr double kWidth = kFarthest / kCellsASide;

/// e^y - 1 - y without cancellation.
double above_tangent(double y) {
    if (y < -0.5 || y > 0.5) return exact_exp(y) - 1 - y;
    double series = 1;
    for (int k = 18; k >= 3; --k) series = 1 + series * y / k;
    return y * y / 2 * series;
}

/// The y of the sign of s with above_tangent(y) = s^2 / (2 shape): Newton's steps from outside.
double log_value_at(double s, double shape) {
    const double height = s * s / (2 * shape), root = std::sqrt(2 * height);
    double y = s < 0 ? -(root + height) : std::min(root, exact_log(2 + 2 * height));
    for (int step = 0; step < 100 && y != 0; ++step) {
        const double above = above_tangent(y);
        const double next = y - (above - height) / (above + y);
        if (next == y || (next > y) != (s < 0)) break;  // rounding has the last word
        y = next;
    }
    return y;
}

/// dy/ds.
double steepness(double s, double y, double shape) {
    return s == 0 ? 1 / std::sqrt(shape) : s / (shape * (above_tangent(y) + y));
}

/// Density of s, up to a factor.
double density(double s, double shape) { return exact_exp(-s * s / 2) * steepness(s, log_value_at(s, shape), shape); }

/// Integral of the density over a cell, by Gauss and Legendre's three points.
double cell_mass(int cell, double shape) {
    constexpr double kNode = 0.77459666924148337704;  // sqrt(3/5)
    const double middle = (cell + 0.5) * kWidth, half = kWidth / 2;
    return half / 9 *
           (5 * density(middle - kNode * half, shape) + 8 * density(middle, shape) +
            5 * density(middle + kNode * half, shape));
}

}  // namespace

GammaQuantile::GammaQuantile(double shape) {
    SKRANKE_EXPECT(shape > 0);
    constexpr int kAll = 2 * kCellsASide;
    std::array<double, kAll + 1> below{}, above{};  // mass on either side of a knot
    for (int i = 0; i < kAll; ++i) {
        const auto at = static_cast<std::size_t>(i);
        below[at + 1] = below[at] + cell_mass(i - kCellsASide, shape);
        above[kAll - at - 1] = above[kAll - at] + cell_mass(kCellsASide - 1 - i, shape);
    }
    const double total = below.back();
    constexpr double kRootTwoPi = 2.50662827463100050242;
    for (int i = -kKnotsASide; i <= kKnotsASide; ++i) {
        const auto at = static_cast<std::size_t>(i + kCellsASide);
        const double lower = below[at] / total, upper = above[at] / total;
        const double s = i * kWidth;
        const double score = lower < 0.5 ? normal_quantile(lower) : -normal_quantile(upper);
        const double y = log_value_at(s, shape);
        // Equal probabilities: phi(score) dscore = exp(-s^2/2) (dy/ds) ds / total.
        knots_.push_back({score, y, exact_exp((s * s - score * score) / 2) * total / kRootTwoPi});
    }
}

double GammaQuantile::of_normal(double score) const {
    const auto beyond = [](double z, const Knot& knot) { return z < knot.score; };
    const auto next = std::upper_bound(knots_.begin(), knots_.end(), score, beyond);
    if (next == knots_.begin()) return exact_exp(knots_.front().log_value);
    if (next == knots_.end()) return exact_exp(knots_.back().log_value);
    // Hermite's cubic between two knots.
    const Knot &a = *(next - 1), &b = *next;
    const double width = b.score - a.score, t = (score - a.score) / width;
    const double rise = b.log_value - a.log_value;
    const double from_a = width * a.slope - rise, from_b = rise - width * b.slope;
    return exact_exp(a.log_value + t * (rise + (1 - t) * ((1 - t) * from_a + t * from_b)));
}

}  // namespace skranke
