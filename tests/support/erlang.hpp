#pragma once
/// \file
/// Erlang's formulas for a desk of c clerks.
///
/// Source  A. K. Erlang (1917); recursion: L. Kleinrock, Queueing Systems I (1975), sec. 3.5.

namespace skranke::test {

/// Probability that an arrival is lost where nobody may wait. \param a offered load [erlang] \param c clerks
inline double erlang_b(double a, int c) {
    double blocked = 1.0;
    for (int k = 1; k <= c; ++k) blocked = a * blocked / (k + a * blocked);
    return blocked;
}

/// Probability that an arrival waits. \param a offered load [erlang] \param c clerks
inline double erlang_c(double a, int c) {
    const double blocked = erlang_b(a, c);
    return blocked / (1.0 - a / c * (1.0 - blocked));
}

}  // namespace skranke::test
