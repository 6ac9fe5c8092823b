#pragma once
/// \file
/// What a Gaussian copula makes of the correlation of two scores: the covariance of two gamma factors.

#include <cmath>
#include <utility>

#include "engine/demand/gamma_quantile.hpp"

namespace skranke::test {

/// Covariance of two gammas with mean 1 whose scores have the correlation `rho`: the sum over k >= 1 of
/// c_k^2 rho^k / k!, with c_k = E[G(Z) He_k(Z)] (Mehler's formula).
inline double gamma_covariance(double shape, double rho) {
    constexpr int kTerms = 40;
    const GammaQuantile gamma(shape);
    double covariance = 0, factorial = 1, power = 1;
    for (int k = 1; k < kTerms; ++k) {
        factorial *= k;
        power *= rho;
        double coefficient = 0;
        constexpr double kStep = 1.0 / 64;
        for (double z = -8; z <= 8; z += kStep) {
            double before = 1, hermite = z;
            for (int n = 1; n < k; ++n) hermite = z * hermite - n * std::exchange(before, hermite);
            coefficient += gamma.of_normal(z) * hermite * std::exp(-z * z / 2) * kStep;
        }
        coefficient /= std::sqrt(2 * 3.14159265358979323846);
        covariance += coefficient * coefficient * power / factorial;
    }
    return covariance;
}

}  // namespace skranke::test
