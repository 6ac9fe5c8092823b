#pragma once
/// \file
/// The tables of exact_math.hpp, worked out by the compiler in integers and single IEEE operations, so
/// that they too are the same everywhere.
///
/// Shape   LogTable: one octave cut into 128 cells; ExpTable: 2^(j / 128).
/// Error   below 0.51 units in the last place of each entry (tested against long double).
/// Memory  2 KB and 1 KB.
/// Source  P. T. P. Tang, "Table-driven implementation of the logarithm function in IEEE floating-point
///         arithmetic", ACM TOMS 16 (1990), and "... of the exponential function ...", ACM TOMS 15 (1989).

#include <bit>
#include <cstddef>
#include <cstdint>

namespace skranke {

inline constexpr double kLn2High = 0x1.62e42fee00000p-1;  // 32 bits of ln 2
inline constexpr double kLn2Low = 0x1.a39ef35793c76p-33;  // the rest

inline constexpr int kCellBits = 7;
inline constexpr std::uint64_t kCells = 1u << kCellBits;

/// Cells of equal width in the bits of a double, for numbers of one octave around 1. One of them has its
/// centre at 1, so that logarithms that vanish come from the polynomial alone; bits are twice as dense
/// below 1 as above, so centres lie at 5/8 of their cells.
struct LogTable {
    struct alignas(16) Cell {
        double inverse, log;  ///< 1 / c and ln c of the centre c
    };
    static constexpr std::uint64_t kWidth = std::uint64_t{1} << (52 - kCellBits);
    static constexpr std::uint64_t kFirstCentre = std::bit_cast<std::uint64_t>(1.0) - 75 * kWidth;
    static constexpr std::uint64_t kBegin = kFirstCentre - kWidth / 8 * 5;
    Cell cell[kCells]{};

    constexpr LogTable() {
        for (std::uint64_t i = 0; i < kCells; ++i) {
            const auto c = std::bit_cast<double>(kFirstCentre + i * kWidth);
            cell[i] = {1.0 / c, log_of(c)};
        }
    }

    /// ln c = 2 artanh s with s = (c - 1) / (c + 1) in two parts: the first has so few bits that its
    /// product with c + 1 is exact.
    static constexpr double log_of(double c) {
        const double s = (c - 1) / (c + 1);
        const double high = std::bit_cast<double>(std::bit_cast<std::uint64_t>(s) >> 28 << 28);
        const double low = ((c - 1) - high * (c + 1)) / (c + 1);
        double series = 0;
        for (int k = 41; k >= 3; k -= 2) series = series * (s * s) + 1.0 / k;
        return 2 * high + 2 * (low + s * (s * s) * series);
    }
};
inline constexpr LogTable kLogTable;

struct ExpTable {
    double power[kCells]{};  ///< 2^(j / 128)

    constexpr ExpTable() {
        const auto ln2 = static_cast<std::uint64_t>(kLn2High * 0x1p64) + static_cast<std::uint64_t>(kLn2Low * 0x1p64);
        for (std::uint64_t j = 0; j < kCells; ++j) power[j] = exp_of(ln2 / kCells * j + ln2 % kCells * j / kCells);
    }

    /// Taylor's series in fixed point. \param x  in units of 2^-64; below ln 2
    static constexpr double exp_of(std::uint64_t x) {
        std::uint64_t sum = std::uint64_t{1} << 63, term = sum;  // in units of 2^-63
        for (std::uint64_t n = 1; term != 0; ++n) sum += term = upper_half(term, x) / n;
        return static_cast<double>(sum) * 0x1p-63;
    }

    /// Upper 64 bits of a product, less at most 3.
    static constexpr std::uint64_t upper_half(std::uint64_t a, std::uint64_t b) {
        const std::uint64_t a1 = a >> 32, b1 = b >> 32, a0 = a & 0xffffffff, b0 = b & 0xffffffff;
        return a1 * b1 + (a1 * b0 >> 32) + (a0 * b1 >> 32);
    }
};
inline constexpr ExpTable kExpTable;

}  // namespace skranke
