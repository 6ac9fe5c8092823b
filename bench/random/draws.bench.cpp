// Draws per second: what a journey pays for its luck.

#include <benchmark/benchmark.h>

#include <cmath>
#include <string>
#include <vector>

#include "bench/support/answers.hpp"
#include "engine/random/distribution.hpp"
#include "engine/random/random_stream.hpp"

namespace skranke::bench {

namespace {

constexpr double kTalkMean = 8, kTalkCv = 0.8;  // minutes; a call at the office
constexpr double kBusynessShape = 15;           // of a day's demand

StreamAddress address(std::uint32_t entity) { return {.seed = 11, .replication = 1, .site = 3, .entity = entity}; }

template <class Draw>
void take(benchmark::State& state, Draw draw) {
    constexpr int kBatch = 4096;
    for (auto _ : state) {
        double sum = 0;
        for (int i = 0; i < kBatch; ++i) sum += draw();
        benchmark::DoNotOptimize(sum);
    }
    state.SetItemsProcessed(kBatch * state.iterations());
}

void uniforms_of_a_long_stream(benchmark::State& state) {
    LongStream stream(address(0));
    take(state, [&] { return stream.uniform(); });
}

/// The way most of the county's draws are made: a stream of its own for each person and purpose.
void uniforms_two_a_person(benchmark::State& state) {
    std::uint32_t person = 0;
    take(state, [&] {
        NumberedDraws draws(address(person++));
        return draws.at(0) + draws.at(1);
    });
    state.SetItemsProcessed(2 * static_cast<std::int64_t>(state.items_processed()));
}

void exponentials(benchmark::State& state) {
    LongStream stream(address(0));
    take(state, [&] { return exponential(stream, 1.0); });
}

void exponentials_of_a_long_stream(benchmark::State& state) {
    ExponentialStream stream(address(0));
    take(state, [&] { return stream.unit_exponential(); });
}

void lognormals(benchmark::State& state) {
    LongStream stream(address(0));
    const Lognormal talk(kTalkMean, kTalkCv);
    take(state, [&] { return talk.quantile(stream.uniform()); });
}

void gammas(benchmark::State& state) {
    RandomStream stream(address(0));
    take(state, [&] { return gamma_with_mean_one(stream, kBusynessShape); });
}

BENCHMARK(uniforms_of_a_long_stream)->Name("uniform/long stream");
BENCHMARK(uniforms_two_a_person)->Name("uniform/two a person");
BENCHMARK(exponentials_of_a_long_stream)->Name("exponential/long stream");
BENCHMARK(exponentials)->Name("exponential/of a uniform");
BENCHMARK(lognormals)->Name("lognormal");
BENCHMARK(gammas)->Name("gamma");

/// Holds mean and variance of a distribution against theory.
template <class Draw>
void agree(Answers& answers, const std::string& name, double mean, double variance, Draw draw) {
    constexpr int kReplications = 40, kDraws = 5'000;
    std::vector<double> means, variances;
    for (int r = 0; r < kReplications; ++r) {
        double sum = 0, squares = 0;
        for (int i = 0; i < kDraws; ++i) {
            const double x = draw();
            sum += x;
            squares += (x - mean) * (x - mean);
        }
        means.push_back(sum / kDraws);
        variances.push_back(squares / kDraws);
    }
    answers.agree(name + " mean", means, mean);
    answers.agree(name + " variance", variances, variance);
}

void check(Answers& answers) {
    LongStream stream(address(0));
    RandomStream short_stream(address(1));
    std::uint32_t person = 0;
    const Lognormal talk(kTalkMean, kTalkCv);
    agree(answers, "uniform, long stream", 0.5, 1.0 / 12, [&] { return stream.uniform(); });
    agree(answers, "uniforms of a person", 1, 1.0 / 6, [&] {
        NumberedDraws draws(address(person++));
        return draws.at(0) + draws.at(1);
    });
    agree(answers, "exponential", 1, 1, [&] { return exponential(stream, 1.0); });
    agree(answers, "lognormal", kTalkMean, std::pow(kTalkMean * kTalkCv, 2),
          [&] { return talk.quantile(stream.uniform()); });
    agree(answers, "gamma", 1, 1 / kBusynessShape, [&] { return gamma_with_mean_one(short_stream, kBusynessShape); });
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
