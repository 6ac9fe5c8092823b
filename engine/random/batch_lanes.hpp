#pragma once
/// \file
/// How a batch is made in registers of one width: Philox blocks side by side, one a lane of 64 bits,
/// then uniforms and logarithms of them. For batch.cpp and batch_avx2.cpp only.
///
/// What is compiled for a newer processor must not be linked into code for an older one, as an inline
/// function that both use would be; so everything here depends on the width or is inlined always.
///
/// Shape   a lane holds one of a block's four words in its lower half; the upper half is left over
///         from products and never looked at.
/// Source  as philox.hpp and exact_math.hpp.

#include <cstddef>
#include <cstdint>
#include <cstring>

#if defined(__SSE2__) || defined(__AVX2__)
#include <immintrin.h>
#endif

#include "engine/random/batch.hpp"
#include "engine/random/exact_math.hpp"

namespace skranke {

template <int kLanes>
struct Lanes;

/// Two lanes: SSE2, or whatever the compiler makes of it elsewhere.
template <>
struct Lanes<2> {
    typedef std::uint64_t Words __attribute__((vector_size(16)));
    typedef double Reals __attribute__((vector_size(16)));

    static constexpr Words kNumbers = {0, 1};
    [[gnu::always_inline]] static Words product(Words a, Words b) {
#if defined(__SSE2__)
        return (Words)_mm_mul_epu32((__m128i)a, (__m128i)b);
#else
        return (a & 0xffffffff) * (b & 0xffffffff);
#endif
    }
    [[gnu::always_inline]] static Reals even(Reals a, Reals b) { return __builtin_shufflevector(a, b, 0, 2); }
    [[gnu::always_inline]] static Reals odd(Reals a, Reals b) { return __builtin_shufflevector(a, b, 1, 3); }
    [[gnu::always_inline]] static void look_up(const std::uint64_t* cell, Reals& inverse, Reals& log) {
        const Reals a = row(cell[0]), b = row(cell[1]);
        inverse = even(a, b);
        log = odd(a, b);
    }
    [[gnu::always_inline]] static Reals row(std::uint64_t cell) {
        Reals entries;
        std::memcpy(&entries, &kLogTable.cell[cell], sizeof entries);
        return entries;
    }
};

#if defined(__AVX2__)
template <>
struct Lanes<4> {
    typedef std::uint64_t Words __attribute__((vector_size(32)));
    typedef double Reals __attribute__((vector_size(32)));

    static constexpr Words kNumbers = {0, 1, 2, 3};
    [[gnu::always_inline]] static Words product(Words a, Words b) {
        return (Words)_mm256_mul_epu32((__m256i)a, (__m256i)b);
    }
    [[gnu::always_inline]] static Reals even(Reals a, Reals b) { return __builtin_shufflevector(a, b, 0, 4, 1, 5); }
    [[gnu::always_inline]] static Reals odd(Reals a, Reals b) { return __builtin_shufflevector(a, b, 2, 6, 3, 7); }
    [[gnu::always_inline]] static void look_up(const std::uint64_t* cell, Reals& inverse, Reals& log) {
        const Reals a = rows(cell[0], cell[2]), b = rows(cell[1], cell[3]);
        inverse = __builtin_shufflevector(a, b, 0, 4, 2, 6);
        log = __builtin_shufflevector(a, b, 1, 5, 3, 7);
    }
    [[gnu::always_inline]] static Reals rows(std::uint64_t cell, std::uint64_t other) {
        return __builtin_shufflevector(Lanes<2>::row(cell), Lanes<2>::row(other), 0, 1, 2, 3);
    }
};
#endif

template <int kLanes>
struct BatchOf {
    using L = Lanes<kLanes>;
    using Words = typename L::Words;
    using Reals = typename L::Reals;

    /// Uniforms of four groups of lanes at a time: while one group waits for its products, others work.
    static void uniforms(const std::uint32_t* counter, const std::uint32_t* key, double* out) {
        constexpr int kGroups = 4;
        for (std::size_t block = 0; block < kBatch / 2; block += kGroups * kLanes) {
            Words x0[kGroups], x1[kGroups], x2[kGroups], x3[kGroups];
            for (int g = 0; g < kGroups; ++g) {
                x0[g] = L::kNumbers + (counter[0] + block + static_cast<std::size_t>(g * kLanes));
                x1[g] = Words{} + counter[1];
                x2[g] = Words{} + counter[2];
                x3[g] = Words{} + counter[3];
            }
            std::uint32_t k0 = key[0], k1 = key[1];
#pragma GCC unroll 10
            for (int round = 0; round < 10; ++round) {
#pragma GCC unroll 4
                for (int g = 0; g < kGroups; ++g) {
                    const Words a = L::product(x0[g], Words{} + 0xD2511F53),
                                b = L::product(x2[g], Words{} + 0xCD9E8D57);
                    x0[g] = (b >> 32) ^ x1[g] ^ k0;
                    x1[g] = b;
                    x2[g] = (a >> 32) ^ x3[g] ^ k1;
                    x3[g] = a;
                }
                k0 += 0x9E3779B9;
                k1 += 0xBB67AE85;
            }
#pragma GCC unroll 4
            for (int g = 0; g < kGroups; ++g) {
                const Reals u = unit_uniforms(x0[g], x1[g]), v = unit_uniforms(x2[g], x3[g]);
                store(out, L::even(u, v));
                store(out + kLanes, L::odd(u, v));
                out += 2 * kLanes;
            }
        }
    }
    static void unit_exponentials(const std::uint32_t* counter, const std::uint32_t* key, double* out) {
        uniforms(counter, key, out);
        for (std::size_t i = 0; i < kBatch; i += kLanes) {
            Reals u;
            std::memcpy(&u, out + i, sizeof u);
            store(out + i, -log(1.0 - u));
        }
    }

  private:
    [[gnu::always_inline]] static void store(double* out, Reals x) { std::memcpy(out, &x, sizeof x); }

    [[gnu::always_inline]] static Reals unit_uniforms(Words high, Words low) {
        const Words bits = (high << 32 | (low & 0xffffffff)) >> 12 | 0x3ff0000000000000;
        return std::bit_cast<Reals>(bits) - (1 - 0x1p-53);
    }

    [[gnu::always_inline]] static Reals log(Reals x) {
        const LogParts<Reals, Words> parts(x);
        std::uint64_t cell[kLanes];
        std::memcpy(cell, &parts.cell, sizeof cell);
        Reals inverse, log_centre;
        L::look_up(cell, inverse, log_centre);
        return parts.log(inverse, log_centre);
    }
};

}  // namespace skranke
