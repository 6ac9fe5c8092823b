#pragma once
/// \file
/// Functions of numbers between 0 and 1 whose sensitivity is known, and the answers they give at the points of a design.
///
/// Source  Ishigami and g-function with their indices: A. Saltelli et al., Global Sensitivity Analysis: The Primer (2008),
///         ch. 4; T. Ishigami & T. Homma, Proc. ISUMA '90, pp. 398-403.

#include <cmath>
#include <functional>
#include <span>
#include <vector>

#include "engine/sensitivity/design.hpp"
#include "engine/sensitivity/responses.hpp"

namespace skranke::test {

using Function = std::function<double(std::span<const double>)>;
struct Indices {
    std::vector<double> first, total;
};

/// sin x1 + a sin^2 x2 + b x3^4 sin x1 over (-pi, pi)
struct Ishigami {
    double a = 7, b = 0.1;
    double operator()(std::span<const double> u) const {
        const auto x = [&](std::size_t i) { return kPi * (2 * u[i] - 1); };
        return std::sin(x(0)) + a * std::sin(x(1)) * std::sin(x(1)) + b * std::pow(x(2), 4) * std::sin(x(0));
    }
    Indices indices() const {
        const double p4 = std::pow(kPi, 4), p8 = p4 * p4;
        const double v1 = (1 + b * p4 / 5) * (1 + b * p4 / 5) / 2, v2 = a * a / 8, v13 = b * b * p8 * (1.0 / 18 - 1.0 / 50);
        const double v = v1 + v2 + v13;
        return {{v1 / v, v2 / v, 0}, {(v1 + v13) / v, v2 / v, v13 / v}};
    }
    static constexpr double kPi = 3.14159265358979323846;
};

/// Sobol's product of (|4 x - 2| + a) / (1 + a)
struct GFunction {
    std::vector<double> a{0, 1, 4.5, 9, 99};
    double operator()(std::span<const double> u) const {
        double product = 1;
        for (std::size_t i = 0; i < a.size(); ++i) product *= (std::fabs(4 * u[i] - 2) + a[i]) / (1 + a[i]);
        return product;
    }
    Indices indices() const {
        const auto part = [&](std::size_t i) { return 1 / (3 * (1 + a[i]) * (1 + a[i])); };
        double all = 1;
        for (std::size_t i = 0; i < a.size(); ++i) all *= 1 + part(i);
        Indices out;
        for (std::size_t i = 0; i < a.size(); ++i) {
            out.first.push_back(part(i) / (all - 1));
            out.total.push_back(part(i) * all / (1 + part(i)) / (all - 1));
        }
        return out;
    }
};

/// The answer at every point; at point 0 every factor counts as 0.5.
inline std::vector<double> answers_of(const Design& design, const Function& f) {
    std::vector<double> answers;
    for (std::size_t p = 0; p < design.points(); ++p) {
        std::vector<double> at(design.point(p).begin(), design.point(p).end());
        for (double& u : at)
            if (u == kAsWritten) u = 0.5;
        answers.push_back(f(at));
    }
    return answers;
}

/// The same as replications that all agree.
inline Responses responses_of(const Design& design, const Function& f, std::size_t replications = 2) {
    Responses responses(replications);
    for (const double y : answers_of(design, f))
        for (std::size_t r = 0; r < replications; ++r) responses.add({y, 1});
    return responses;
}

}  // namespace skranke::test
