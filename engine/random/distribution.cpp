#include "engine/random/distribution.hpp"

#include <array>
#include <cmath>

namespace skranke {

namespace {

/// By Estrin's scheme, whose halves do not wait for each other.
double polynomial(const double (&c)[8], double x) {
    const double x2 = x * x, x4 = x2 * x2;
    return ((c[0] + c[1] * x) + (c[2] + c[3] * x) * x2) + ((c[4] + c[5] * x) + (c[6] + c[7] * x) * x2) * x4;
}

// Wichura's coefficients: a/b for the centre, c/d for the near tails, e/f for the far ones.
constexpr double kA[8] = {3.3871328727963666080e0,  1.3314166789178437745e2, 1.9715909503065514427e3,
                          1.3731693765509461125e4,  4.5921953931549871457e4, 6.7265770927008700853e4,
                          3.3430575583588128105e4,  2.5090809287301226727e3};
constexpr double kB[8] = {1.0,                      4.2313330701600911252e1, 6.8718700749205790830e2,
                          5.3941960214247511077e3,  2.1213794301586595867e4, 3.9307895800092710610e4,
                          2.8729085735721942674e4,  5.2264952788528545610e3};
constexpr double kC[8] = {1.42343711074968357734e0, 4.63033784615654529590e0,  5.76949722146069140550e0,
                          3.64784832476320460504e0, 1.27045825245236838258e0,  2.41780725177450611770e-1,
                          2.27238449892691845833e-2, 7.74545014278341407640e-4};
constexpr double kD[8] = {1.0,                       2.05319162663775882187e0,  1.67638483018380384940e0,
                          6.89767334985100004550e-1, 1.48103976427480074590e-1, 1.51986665636164571966e-2,
                          5.47593808499534494600e-4, 1.05075007164441684324e-9};
constexpr double kE[8] = {6.65790464350110377720e0,  5.46378491116411436990e0,  1.78482653991729133580e0,
                          2.96560571828504891230e-1, 2.65321895265761230930e-2, 1.24266094738807843860e-3,
                          2.71155556874348757815e-5, 2.01033439929228813265e-7};
constexpr double kF[8] = {1.0,                       5.99832206555887937690e-1, 1.36929880922735805310e-1,
                          1.48753612908506148525e-2, 7.86869131145613259100e-4, 1.84631831751005468180e-5,
                          1.42151175831644588870e-7, 2.04426310338993978564e-15};

/// \param q  = u - 1/2 with |q| <= 0.425
inline double in_the_centre(double q) {
    const double r = 0.180625 - q * q;
    return q * polynomial(kA, r) / polynomial(kB, r);
}

inline bool is_central(double q) { return q >= -0.425 && q <= 0.425; }

double in_a_tail(double u) {
    const double q = u - 0.5;
    double r = std::sqrt(-exact_log(q < 0 ? u : 1.0 - u));  // sqrt is IEEE-exact
    if (r <= 5.0) {
        r -= 1.6;
        r = polynomial(kC, r) / polynomial(kD, r);
    } else {
        r -= 5.0;
        r = polynomial(kE, r) / polynomial(kF, r);
    }
    return q < 0 ? -r : r;
}

}  // namespace

double normal_quantile(double u) {
    const double q = u - 0.5;
    return is_central(q) ? in_the_centre(q) : in_a_tail(u);
}

void make_normal_quantiles(Batch values) {
    std::array<double, kBatch> central;
    for (std::size_t i = 0; i < kBatch; ++i) central[i] = in_the_centre(values[i] - 0.5);  // all: no branch
    for (std::size_t i = 0; i < kBatch; ++i) values[i] = is_central(values[i] - 0.5) ? central[i] : in_a_tail(values[i]);
}

Lognormal::Lognormal(double mean, double cv) {
    SKRANKE_EXPECT(mean >= 0 && cv >= 0);
    if (mean == 0 || cv == 0) {
        constant_ = mean;
        return;
    }
    const double variance = exact_log(1.0 + cv * cv);
    sigma_ = std::sqrt(variance);
    mu_ = exact_log(mean) - variance / 2;
}

double gamma_with_mean_one(RandomStream& stream, double shape) {
    SKRANKE_EXPECT(shape > 0);
    // Marsaglia & Tsang draw for shape >= 1; below, for shape + 1 times u^(1/shape).
    const double boosted = shape < 1 ? shape + 1 : shape;
    const double d = boosted - 1.0 / 3;
    const double c = 1.0 / std::sqrt(9 * d);
    double v = 0;
    for (;;) {
        const double x = normal_quantile(stream.uniform());
        const double u = stream.uniform();
        v = 1 + c * x;
        if (v <= 0) continue;
        v = v * v * v;
        if (exact_log(u) < 0.5 * x * x + d - d * v + d * exact_log(v)) break;
    }
    const double boost = shape < 1 ? exact_exp(exact_log(stream.uniform()) / shape) : 1.0;
    return d * v * boost / shape;
}

}  // namespace skranke
