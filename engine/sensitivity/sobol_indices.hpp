#pragma once
/// \file
/// Sobol indices are shares of the variance that an answer has when all factors vary over their ranges: the first-order
/// index of a factor is what it takes away if it alone were known, the total index what would be left if all but it were.
///
/// Range    about 0 to 1; an estimate may fall a little outside.
/// Order    intervals are drawn by the seed: blocks taken with replacement, 2.5 and 97.5 % points of the resamples. Blocks of
///          quasi-random points lie better than independent ones, so the intervals are rather too wide.
/// Source   first order: A. Saltelli et al., Comput. Phys. Commun. 181 (2010), pp. 259-270, eq. (b) of table 2; total:
///          M. J. W. Jansen, Comput. Phys. Commun. 117 (1999), pp. 35-43, eq. (f) of that table; resampling: G. Archer,
///          A. Saltelli & I. M. Sobol', J. Stat. Comput. Simul. 58 (1997), pp. 99-120.

#include <cstdint>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/sensitivity/design.hpp"

namespace skranke {

struct SobolIndex {
    Estimate first, total;
};

struct SobolIndices {
    std::vector<SobolIndex> factors;
    double variance = 0;     ///< of the answer over the design
    std::size_t blocks = 0;  ///< used; those in which an answer is missing are left out
};

/// \param design   saltelli
/// \param answers  by point, NaN where there is none
/// \param resamples  for the intervals; 0 = none, they are the whole line
SobolIndices sobol_indices(const Design& design, const std::vector<double>& answers, std::size_t resamples,
                           std::uint64_t seed);

}  // namespace skranke
