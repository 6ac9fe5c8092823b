#pragma once
/// \file
/// Erlang's formulas: how long a line is, and who is lost from it, when people come at random to equal
/// heads, talk for exponential times and have exponential patience.
///
///   Erlang B   nobody may wait                         room = 0
///   Erlang C   everybody waits as long as it takes     patience_min = 0, room = kEndlessRoom
///   Erlang A   who waits has patience                  patience_min > 0
///
/// Units   minutes; rates per minute; loads in erlang (heads busy on average).
/// Range   thousands of heads and loads far above them: probabilities are built outward from the most likely
///         state, so that nothing overflows.
/// Cost    a few multiplications for each state that matters: some ten times the root of the load and of
///         the line; Erlang C as many as heads.
/// Errors  SKRANKE_EXPECT: negative parameters; no answer exists where an endless line only grows (is_stable).
/// Source  A. K. Erlang (1917); A: C. Palm (1943), as M/M/n+M in O. Garnett, A. Mandelbaum & M. Reiman,
///         Manufacturing & Service Operations Management 4 (2002), pp. 208-227; limited room as in any
///         birth-death chain, e.g. L. Kleinrock, Queueing Systems I (1975), sec. 3.

#include <limits>

namespace skranke {

inline constexpr double kEndlessRoom = std::numeric_limits<double>::infinity();

struct LineModel {
    double arrivals_per_min = 0;
    double service_min = 1;  ///< mean
    int heads = 1;
    double patience_min = 0;     ///< mean of who waits; 0 = endless
    double room = kEndlessRoom;  ///< people who may wait

    double offered_load() const { return arrivals_per_min * service_min; }
    bool is_stable() const { return patience_min > 0 || room < kEndlessRoom || offered_load() < heads; }
};

struct LineAnswer {
    double waits = 0;            ///< share of arrivals that join the line
    double refused = 0;          ///< share of arrivals that find it full
    double left = 0;             ///< share of arrivals whose patience ends in it
    double wait_served_min = 0;  ///< mean wait of those served, no wait counted as 0
    double in_line = 0;          ///< mean number of people waiting
    double occupancy = 0;        ///< share of the heads' time at work
};

/// Share of arrivals that find all heads busy where nobody may wait.
double erlang_b(double offered_load, int heads);
/// Share of arrivals that wait. \param offered_load  below `heads`
double erlang_c(double offered_load, int heads);

/// The stationary line. \param model  is_stable()
LineAnswer stationary_line(const LineModel& model);

/// About how long a line takes to forget how it began: the reciprocal of a bound on the spectral gap of its
/// chain. For an endless line without patience its tail's, (root of c mu less root of lambda) squared.
/// Source  E. A. van Doorn, Advances in Applied Probability 17 (1985), pp. 514-530.
double relaxation_min(const LineModel& model);

}  // namespace skranke
