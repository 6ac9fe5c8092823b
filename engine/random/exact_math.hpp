#pragma once
/// \file
/// Logarithm and exponential that give the same bits everywhere: only additions, subtractions and
/// multiplications, which IEEE 754 defines to the last bit, never the platform's libm.
///
/// Error   relative error below 2^-51 (tested against long double).
/// Cost    some 15 operations, no division, no branch.
/// Source  tables and short polynomials: P. T. P. Tang, ACM TOMS 16 (1990) and 15 (1989). The
///         polynomials are Taylor's, cut where the first term left out is below 2^-55 of the result.
/// Decision engine/decisions/0002-same-bits-everywhere.md

#include <bit>
#include <cstdint>

#include "engine/random/exact_tables.hpp"

namespace skranke {

/// x = 2^exponent m with m in the octave of the table, near the centre of a cell. `Real` and `Bits` are
/// a double and its bits, or vectors of as many of them.
template <class Real, class Bits>
struct LogParts {
    Bits cell;
    Real exponent, from_centre;  ///< m - c, exactly

    [[gnu::always_inline]] constexpr explicit LogParts(Real x) {
        const Bits bits = std::bit_cast<Bits>(x), shifted = bits - LogTable::kBegin;
        const Bits in_octave = shifted & 0x000fffffffffffff;
        cell = in_octave >> (52 - kCellBits);
        from_centre = std::bit_cast<Real>(in_octave + LogTable::kBegin) -
                      std::bit_cast<Real>((in_octave & -LogTable::kWidth) + LogTable::kFirstCentre);
        // The exponent, raised by 1024 to be positive, as the last bits of a double in [2^52, 2^53).
        constexpr double kOffset = 0x1p52;
        constexpr auto kOffsetBits = std::bit_cast<std::uint64_t>(kOffset);
        const Bits raised = (shifted + (std::uint64_t{1024} << 52)) >> 52;
        exponent = std::bit_cast<Real>(raised | kOffsetBits) - (kOffset + 1024);
    }

    /// ln x from the entries of the cell: ln m = ln c + ln(1 + r), r = (m - c) / c.
    [[gnu::always_inline]] constexpr Real log(Real inverse, Real log_centre) const {
        const Real r = from_centre * inverse, r2 = r * r;
        const Real series = (r * (1.0 / 3) - 0.5) + r2 * ((r * (1.0 / 5) - 0.25) + r2 * (r * (1.0 / 7) - 1.0 / 6));
        return (exponent * kLn2High + log_centre) + (r + (r2 * series + exponent * kLn2Low));
    }
};

/// Natural logarithm. \param x positive, finite and normal
constexpr double exact_log(double x) {
    const LogParts<double, std::uint64_t> parts(x);
    const LogTable::Cell& cell = kLogTable.cell[parts.cell];
    return parts.log(cell.inverse, cell.log);
}

/// Exponential. \return 0 below -708 and the largest double above 709
constexpr double exact_exp(double x) {
    if (x < -708.0) return 0.0;
    if (x > 709.0) return 0x1.fffffffffffffp+1023;
    // x = (k / 128) ln 2 + r; adding and taking away 1.5 * 2^52 rounds to a whole number.
    constexpr double kRound = 0x1.8p52;
    const double rounded = x * (kCells * 0x1.71547652b82fep+0) + kRound;  // 1 / ln 2
    const auto k =
        static_cast<std::int64_t>(std::bit_cast<std::uint64_t>(rounded) - std::bit_cast<std::uint64_t>(kRound));
    const double whole = rounded - kRound;
    const double r = (x - whole * (kLn2High / kCells)) - whole * (kLn2Low / kCells), r2 = r * r;
    const double rest = r + r2 * ((r * (1.0 / 6) + 0.5) + r2 * (r * (1.0 / 120) + 1.0 / 24));
    const auto power = std::bit_cast<std::uint64_t>(kExpTable.power[static_cast<std::uint64_t>(k) & (kCells - 1)]);
    const double scale = std::bit_cast<double>(power + (static_cast<std::uint64_t>(k >> kCellBits) << 52));
    return scale + scale * rest;
}

}  // namespace skranke
