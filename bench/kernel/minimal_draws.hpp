#pragma once
/// \file
/// The draws of the minimal programs: one sequential generator and the fastest exponential we know,
/// without addresses, without common random numbers, without the same bits everywhere.
///
/// Source  xoshiro256++ and its seeding: D. Blackman & S. Vigna, "Scrambled linear pseudorandom number
///         generators", ACM TOMS 47 (2021); ziggurat: G. Marsaglia & W. W. Tsang, "The ziggurat method
///         for generating random variables", J. Statistical Software 5(8) (2000), 256 layers.

#include <array>
#include <bit>
#include <cmath>
#include <cstdint>

#include "engine/random/exact_math.hpp"

namespace skranke::bench {

/// Layers of equal area under exp(-x): layer i reaches to edge[i] and begins at height[i].
struct Ziggurat {
    static constexpr double kTail = 7.69711747013104972;       // where the tail begins
    static constexpr double kArea = 0.0039496598225815571993;  // of a layer
    std::array<double, 257> edge{}, height{};

    constexpr Ziggurat() {
        edge[0] = kArea / exact_exp(-kTail);
        edge[1] = kTail;
        for (std::size_t i = 1; i < 255; ++i) edge[i + 1] = -exact_log(kArea / edge[i] + exact_exp(-edge[i]));
        edge[256] = 0;
        for (std::size_t i = 0; i < 257; ++i) height[i] = exact_exp(-edge[i]);
    }
};
inline constexpr Ziggurat kZiggurat;

class MinimalDraws {
  public:
    explicit MinimalDraws(std::uint64_t seed) {
        for (std::uint64_t& word : state_) {
            seed += 0x9e3779b97f4a7c15ULL;
            std::uint64_t z = (seed ^ (seed >> 30)) * 0xbf58476d1ce4e5b9ULL;
            z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
            word = z ^ (z >> 31);
        }
    }

    std::uint64_t bits() {
        const std::uint64_t result = std::rotl(state_[0] + state_[3], 23) + state_[0];
        const std::uint64_t shifted = state_[1] << 17;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= shifted;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    /// Exponential with mean 1.
    double exponential() {
        const std::uint64_t drawn = bits();
        const std::size_t layer = drawn & 255;
        const double x = unit(drawn) * kZiggurat.edge[layer];
        return x < kZiggurat.edge[layer + 1] ? x : outside(layer, x);
    }

  private:
    static double unit(std::uint64_t drawn) { return static_cast<double>(drawn >> 11) * 0x1p-53; }

    [[gnu::noinline]] double outside(std::size_t layer, double x) {
        if (layer == 0) return Ziggurat::kTail + exponential();
        const double low = kZiggurat.height[layer], high = kZiggurat.height[layer + 1];
        return low + unit(bits()) * (high - low) < std::exp(-x) ? x : exponential();
    }

    std::array<std::uint64_t, 4> state_{};
};

}  // namespace skranke::bench
