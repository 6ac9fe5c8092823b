// Prints a hash of many numbers of each sampler and function: what same_bits.test.sh compares.

#include <array>
#include <bit>
#include <cinttypes>
#include <cstdio>

#include "engine/random/distribution.hpp"

using namespace skranke;

namespace {

constexpr int kNumbers = 50'000;

/// One line: the name and a hash of the numbers that `make` gives when called again and again.
template <class Make>
void print_hash(const char* name, Make make) {
    std::uint64_t hash = 0;
    for (int i = 0; i < kNumbers; ++i) {
        hash = (hash ^ std::bit_cast<std::uint64_t>(make())) * 0x9e3779b97f4a7c15ULL;
        hash ^= hash >> 32;
    }
    std::printf("%016" PRIx64 " %s\n", hash, name);
}

/// One line for all ways of making batches, for those that a processor lacks cannot be printed.
void print_batches(const char* name, BatchMaker::Make BatchMaker::*make) {
    const StreamAddress address{.seed = 3};
    std::array<double, kBatch> wide{}, made{};
    std::size_t at = kBatch;
    std::uint64_t first = 0;
    print_hash(name, [&] {
        if (at == kBatch) {
            (batch_makers().back().*make)(address.counter(first / 2).data(), address.key().data(), wide.data());
            for (const BatchMaker& maker : batch_makers()) {
                (maker.*make)(address.counter(first / 2).data(), address.key().data(), made.data());
                if (made != wide) std::printf("%s: two ways differ\n", name);
            }
            at = 0;
            first += kBatch;
        }
        return wide[at++];
    });
}

}  // namespace

int main() {
    print_batches("uniforms by the batch", &BatchMaker::uniforms);
    print_batches("unit exponentials by the batch", &BatchMaker::unit_exponentials);

    RandomStream stream({.seed = 1});
    print_hash("uniform", [&] { return stream.uniform(); });
    print_hash("logarithm", [&] { return exact_log(exact_exp(1400 * (stream.uniform() - 0.5))); });
    print_hash("logarithm next to 1", [&] { return exact_log(0.99 + 0.02 * stream.uniform()); });
    print_hash("exponential function", [&] { return exact_exp(1400 * (stream.uniform() - 0.5)); });
    print_hash("exponential", [&] { return exponential(stream, 7.0); });
    print_hash("normal quantile", [&] { return normal_quantile(stream.uniform()); });
    print_hash("normal quantile, tails", [&] { return normal_quantile(exact_exp(-700 * stream.uniform())); });
    print_hash("lognormal", [&, law = Lognormal(30.0, 0.8)] { return law.quantile(stream.uniform()); });
    print_hash("unit time", [&] { return UnitTime::exponential().quantile(stream.uniform()); });
    print_hash("gamma, shape 0.7", [&] { return gamma_with_mean_one(stream, 0.7); });
    print_hash("gamma, shape 15", [&] { return gamma_with_mean_one(stream, 15.0); });
}
