#pragma once
/// \file
/// Logarithm and exponential that give the same bits everywhere: only additions, multiplications
/// and divisions, which IEEE 754 defines to the last bit, never the platform's libm.
///
/// Error   relative error below 2^-51 (tested against long double).
/// Source  log m = 2 artanh((m - 1) / (m + 1)) by its Taylor series; exp by argument reduction with
///         ln 2 in two parts and its Taylor series. Degrees chosen so that the first term left out
///         is below 2^-55 of the result.
/// Decision engine/decisions/0002-same-bits-everywhere.md

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>

namespace skranke {

inline constexpr double kLn2High = 0x1.62e42fee00000p-1;    // 32 bits of ln 2
inline constexpr double kLn2Low = 0x1.a39ef35793c76p-33;    // the rest

/// Natural logarithm. \param x positive, finite and normal
constexpr double exact_log(double x) {
    const std::uint64_t bits = std::bit_cast<std::uint64_t>(x);
    // Split x = m 2^e with m in [sqrt(1/2), sqrt(2)); 0x3fe6a09e667f3bcd is sqrt(1/2).
    const std::uint64_t shifted = bits - 0x3fe6a09e667f3bcdULL;
    const auto exponent = static_cast<double>(static_cast<std::int64_t>(shifted) >> 52);
    const double m = std::bit_cast<double>(bits - (shifted & 0xfff0000000000000ULL));
    const double s = (m - 1.0) / (m + 1.0);
    const double z = s * s;
    double p = 1.0 / 23;
    p = p * z + 1.0 / 21;
    p = p * z + 1.0 / 19;
    p = p * z + 1.0 / 17;
    p = p * z + 1.0 / 15;
    p = p * z + 1.0 / 13;
    p = p * z + 1.0 / 11;
    p = p * z + 1.0 / 9;
    p = p * z + 1.0 / 7;
    p = p * z + 1.0 / 5;
    p = p * z + 1.0 / 3;
    const double tail = 2.0 * s * z * p;
    return exponent * kLn2High + (2.0 * s + (tail + exponent * kLn2Low));
}

/// 1/0!, 1/1!, ... 1/14!, each rounded once: the factorials are exact.
inline constexpr auto kInverseFactorial = [] {
    std::array<double, 15> table{};
    double factorial = 1.0;
    for (int i = 0; i < 15; ++i) {
        factorial *= i == 0 ? 1.0 : i;
        table[static_cast<std::size_t>(i)] = 1.0 / factorial;
    }
    return table;
}();

/// Exponential. \return 0 below -708 and the largest double above 709
constexpr double exact_exp(double x) {
    if (x < -708.0) return 0.0;
    if (x > 709.0) return 0x1.fffffffffffffp+1023;
    const double scaled = x * 0x1.71547652b82fep+0;  // 1 / ln 2
    const auto k = static_cast<std::int64_t>(scaled < 0 ? scaled - 0.5 : scaled + 0.5);
    const auto kd = static_cast<double>(k);
    const double r = (x - kd * kLn2High) - kd * kLn2Low;
    double p = kInverseFactorial[14];
    for (std::size_t i = 14; i-- > 0;) p = p * r + kInverseFactorial[i];
    return p * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

}  // namespace skranke
