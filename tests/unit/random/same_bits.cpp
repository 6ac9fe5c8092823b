// Prints a hash of a million variates of all laws: what same_bits.test.sh compares.

#include <bit>
#include <cinttypes>
#include <cstdio>

#include "engine/random/distribution.hpp"

using namespace skranke;

int main() {
    std::uint64_t hash = 0;
    const auto fold = [&hash](double x) { hash = (hash ^ std::bit_cast<std::uint64_t>(x)) * 0x9e3779b97f4a7c15ULL; };
    LongStream uniforms({.seed = 1});
    RandomStream gammas({.seed = 2});
    const Lognormal lognormal(30.0, 0.8);
    for (int i = 0; i < 250'000; ++i) {
        const double u = uniforms.uniform();
        fold(exponential_quantile(u, 7.0));
        fold(lognormal.quantile(u));
        fold(exact_exp(1400 * (u - 0.5)));
        fold(gamma_with_mean_one(gammas, i % 2 == 0 ? 0.7 : 15.0));
        hash ^= hash >> 32;
    }
    std::printf("%016" PRIx64 "\n", hash);
}
