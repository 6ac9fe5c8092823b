#pragma once
/// \file
/// Distributions: how a uniform becomes a wait, an effort or a count. Each takes its uniforms from
/// a stream and says how many; all but gamma invert their distribution function, so that a larger
/// uniform never gives a smaller value and common random numbers stay in step.
///
/// Units   those of the mean given.
/// Source  normal quantile: M. J. Wichura, Algorithm AS 241 (PPND16), Applied Statistics 37 (1988),
///         pp. 477-484; gamma: G. Marsaglia & W. W. Tsang, ACM TOMS 26 (2000), pp. 363-372.

#include "engine/random/batch.hpp"
#include "engine/random/exact_math.hpp"
#include "engine/random/random_stream.hpp"

namespace skranke {

/// Quantile of the exponential distribution. \param u in (0, 1)
inline double exponential_quantile(double u, double mean) { return -mean * exact_log(1.0 - u); }

/// Quantile of the standard normal distribution. \param u in (0, 1)
double normal_quantile(double u);
/// Replaces each uniform of a batch by its normal_quantile, bit for bit and faster than one by one.
void make_normal_quantiles(Batch values);

/// Lognormal by its mean and coefficient of variation, with the logarithms taken once.
class Lognormal {
  public:
    Lognormal() = default;
    /// \param mean  > 0 (0 gives the constant 0)  \param cv  >= 0 (0 gives the constant `mean`)
    Lognormal(double mean, double cv);
    double quantile(double u) const { return of_normal(normal_quantile(u)); }
    /// \param z  of the standard normal distribution
    double of_normal(double z) const { return sigma_ == 0 ? constant_ : exact_exp(mu_ + sigma_ * z); }

  private:
    double constant_ = 0, mu_ = 0, sigma_ = 0;
};

/// A positive time with mean 1, of one of the laws that scenarios may choose.
class UnitTime {
  public:
    static UnitTime lognormal(double cv) { return UnitTime(Lognormal(1.0, cv)); }
    static UnitTime exponential() { return UnitTime(); }
    double quantile(double u) const { return is_exponential_ ? exponential_quantile(u, 1.0) : lognormal_.quantile(u); }

  private:
    UnitTime() : is_exponential_(true) {}
    explicit UnitTime(const Lognormal& lognormal) : lognormal_(lognormal) {}

    bool is_exponential_ = false;
    Lognormal lognormal_;
};

/// Exponential variate; 1 uniform.
template <class Stream>
double exponential(Stream& stream, double mean) {
    return exponential_quantile(stream.uniform(), mean);
}

/// Gamma variate with mean 1; on average a little over 2 uniforms. \param shape > 0
double gamma_with_mean_one(RandomStream& stream, double shape);

}  // namespace skranke
