#pragma once
/// \file
/// Pearson's chi-square test: how well counts fit the numbers that a law expects.
///
/// Source  K. Pearson, Philosophical Magazine 50 (1900), pp. 157-175.

#include <algorithm>
#include <boost/math/special_functions/gamma.hpp>
#include <cstddef>
#include <vector>

namespace skranke::test {

/// A fit with a p-value below this is a failure. Seeds are fixed: it never fails by chance.
inline constexpr double kLeastP = 1e-4;

/// Probability of a worse fit if the counts follow the law. \param expected  > 0 each
/// \param estimated  parameters that were taken from the counts, besides their total
inline double chi_square_p(const std::vector<double>& counts, const std::vector<double>& expected,
                           std::size_t estimated = 0) {
    double distance = 0;
    for (std::size_t i = 0; i < counts.size(); ++i)
        distance += (counts[i] - expected[i]) * (counts[i] - expected[i]) / expected[i];
    const auto freedom = static_cast<double>(counts.size() - 1 - estimated);
    return boost::math::gamma_q(freedom / 2, distance / 2);
}

/// The same for samples of a continuous law, in cells that it makes equally likely.
/// \param quantile  of the law
template <class Quantile>
double fit_p(const std::vector<double>& samples, Quantile quantile, std::size_t cells = 50) {
    std::vector<double> edges;
    for (std::size_t i = 1; i < cells; ++i)
        edges.push_back(quantile(static_cast<double>(i) / static_cast<double>(cells)));
    std::vector<double> counts(cells);
    for (const double x : samples)
        ++counts[static_cast<std::size_t>(std::upper_bound(edges.begin(), edges.end(), x) - edges.begin())];
    return chi_square_p(counts,
                        std::vector<double>(cells, static_cast<double>(samples.size()) / static_cast<double>(cells)));
}

}  // namespace skranke::test
