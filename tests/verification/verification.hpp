#pragma once
/// \file
/// The verification set: all models over fresh seeds, and an alarm on the set that says whether their z-values
/// are what chance alone would make of a right engine and right standard errors.
///
/// Order    results do not depend on the number of threads: each (model, seed) has a place of its own.
/// Error    the alarm rings for a right engine with a probability of at most kFalseAlarm. A quarter of it is for
///          each of four questions: is any quantity off on average over its seeds (normal); does any scatter more
///          than its standard errors say (chi-square of the sum of z^2) - both by Bonferroni over the quantities,
///          which may depend on each other; do all leading quantities together scatter too much or too little
///          (chi-square, two-sided); are they normal (Kolmogorov-Smirnov). The leading quantities, the first of
///          each model, are independent of each other.
/// Source   Bonferroni; chi-square; N. Smirnov, Annals of Mathematical Statistics 19 (1948), pp. 279-281, with the
///          correction of M. A. Stephens, JASA 69 (1974), pp. 730-737.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "tests/theory/models/model.hpp"

namespace skranke::test {

inline constexpr double kFalseAlarm = 0.001;

/// What the seeds say about one quantity of a model.
struct Row {
    const Model* model = nullptr;
    std::size_t quantity = 0;
    double exact = 0;
    std::vector<double> estimates, standard_errors, z;  ///< by seed
    double twin_z = 0;                                  ///< of its broken twin, first seed

    double mean_estimate() const;
    double told_to() const;    ///< half width of a 95 % interval over all seeds, relative to the exact value
    double pooled_z() const;   ///< sum of z / sqrt(seeds): standard normal
    double outside() const;    ///< share of |z| > 1.96
    double scatter_p() const;  ///< P(sum of z^2 at least as large)
};

struct Seeds {
    std::uint64_t first = 1;
    std::size_t count = 20;
};

/// Which twin is played in place of a model; nothing = the model itself.
using Swap = std::function<Twin(const Model&)>;
enum class Twins : std::uint8_t { skip, play };
/// Twins are played with the first seed alone, at this length or more, so that they are noticed.
inline constexpr double kTwinLength = 0.5;

/// \param done  called after each play with how many of how many there are; from any thread, one at a time
std::vector<Row> play_set(const std::vector<const Model*>& models, Seeds seeds, double length, Twins twins,
                          const std::function<void(std::size_t, std::size_t)>& done = {}, const Swap& swap = {});

struct Alarm {
    double mean_p = 1, scatter_p = 1, all_p = 1, normal_p = 1;  ///< the first two after Bonferroni
    const Row* farthest = nullptr;                              ///< largest |pooled z|
    bool rings() const;
};
Alarm listen(const std::vector<Row>& rows);

/// Quantities that a twin was not noticed in: |z| of the first seed below what the alarm asks of it.
std::vector<const Row*> unnoticed_twins(const std::vector<Row>& rows);

/// Standard normal distribution: probability of a value farther from 0 than `z`.
double two_sided_p(double z);
/// p-value of the Kolmogorov-Smirnov distance of `values` from the standard normal law.
double normality_p(std::vector<double> values);

}  // namespace skranke::test
