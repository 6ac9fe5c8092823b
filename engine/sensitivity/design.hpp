#pragma once
/// \file
/// A design says at which points a sweep plays its scenario: at each point, how far every varied number stands
/// between its low end (0) and its high end (1), or that it stays as it is written.
///
/// Shape   points x factors. Point 0 is the scenario as written in every design; after it
///         one_at_a_time  two points a factor, its low end before its high end, the others as written;
///         grid           all combinations of levels, the last factor fastest;
///         latin_hypercube, sobol   as many points as asked for, in no order that means anything;
///         morris         trajectories of factors + 1 points, each but the first moves one factor by morris_step();
///         saltelli       blocks A, B, AB_1 ... AB_k: AB_i is A with factor i from B.
/// Range   [0, 1], or kAsWritten.
/// Order   the points depend on the seed, and on nothing else that is drawn.
/// Source  Latin hypercube: M. D. McKay, R. J. Beckman & W. J. Conover, Technometrics 21 (1979), pp. 239-245;
///         Sobol points: S. Joe & F. Y. Kuo, SIAM J. Sci. Comput. 30 (2008), pp. 2635-2654, shifted digit by digit:
///         C. Lemieux, Monte Carlo and Quasi-Monte Carlo Sampling (2009), ch. 6; trajectories: M. D. Morris,
///         Technometrics 33 (1991), pp. 161-174; blocks: A. Saltelli et al., Comput. Phys. Commun. 181 (2010),
///         pp. 259-270.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace skranke {

enum class Method : std::uint8_t { one_at_a_time, grid, latin_hypercube, sobol, morris, saltelli };
inline constexpr std::size_t kMethods = 6;

/// Stands for a factor that is left as the scenario has it.
inline constexpr double kAsWritten = -1;

/// More dimensions than a table of Sobol points has; saltelli takes two a factor.
inline constexpr std::size_t kMostSobolFactors = 3667;
inline constexpr std::uint64_t kMostPoints = 1'000'000;

struct DesignPlan {
    Method method = Method::one_at_a_time;
    std::vector<std::size_t> levels{};  ///< by factor: of a grid; the first, an even number, of morris
    std::size_t points = 0;           ///< of latin_hypercube and sobol; trajectories of morris; blocks of saltelli
    std::uint64_t seed = 0;
};

struct Design {
    Method method = Method::one_at_a_time;
    std::size_t factors = 0;
    std::size_t morris_levels = 0;  ///< 0 for other methods
    std::vector<double> values;     ///< point by point

    std::size_t points() const { return values.size() / factors; }
    std::span<const double> point(std::size_t p) const { return std::span(values).subspan(p * factors, factors); }
    /// Points of one trajectory or block; 1 for the other methods.
    std::size_t block() const;
    /// How many trajectories, blocks or single points follow point 0.
    std::size_t blocks() const { return (points() - 1) / block(); }
};

/// How many points a plan comes to, at most kMostPoints + 1.
std::uint64_t count_points(const DesignPlan& plan);

/// \param plan  of one factor or more and at most kMostPoints
Design make_design(const DesignPlan& plan);

/// How far morris moves a factor: levels / (2 (levels - 1)).
double morris_step(std::size_t levels);

}  // namespace skranke
