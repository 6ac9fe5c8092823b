// W1 to W3, and W5, their replications on two threads: journeys and minimal programs in one program,
// so that their ratio is of one machine and run.

#include <benchmark/benchmark.h>

#include <vector>

#include "bench/kernel/queue.hpp"
#include "bench/support/answers.hpp"

namespace skranke::bench {

namespace {

using Minimal = QueueFigures (*)(std::uint64_t, std::uint64_t);

constexpr std::uint64_t kCustomers = 1'000'000;

/// Replications of each thread: its own and every so many-th.
void journeys(benchmark::State& state, const Queue& queue) {
    auto replication = static_cast<std::uint32_t>(state.thread_index());
    for (auto _ : state) {
        benchmark::DoNotOptimize(run_journeys(queue, kCustomers, replication));
        replication += static_cast<std::uint32_t>(state.threads());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(kCustomers) * state.iterations());
}

void minimal(benchmark::State& state, Minimal program) {
    auto seed = static_cast<std::uint64_t>(state.thread_index());
    for (auto _ : state) {
        benchmark::DoNotOptimize(program(kCustomers, seed));
        seed += static_cast<std::uint64_t>(state.threads());
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(kCustomers) * state.iterations());
}

BENCHMARK_CAPTURE(journeys, W1, kW1)->Name("W1/journeys")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimal, W1, minimal_w1)->Name("W1/minimal")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimal, W1, recursion_w1)->Name("W1/recursion")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(journeys, W2, kW2)->Name("W2/journeys")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimal, W2, minimal_w2)->Name("W2/minimal")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(journeys, W3, kW3)->Name("W3/journeys")->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(minimal, W3, minimal_w3)->Name("W3/minimal")->Unit(benchmark::kMillisecond);

void on_two_threads(benchmark::internal::Benchmark* work) {
    work->Threads(2)->UseRealTime()->Unit(benchmark::kMillisecond);
}

BENCHMARK_CAPTURE(journeys, W5_W1, kW1)->Name("W5/W1 journeys")->Apply(on_two_threads);
BENCHMARK_CAPTURE(minimal, W5_W1, minimal_w1)->Name("W5/W1 minimal")->Apply(on_two_threads);
BENCHMARK_CAPTURE(journeys, W5_W2, kW2)->Name("W5/W2 journeys")->Apply(on_two_threads);
BENCHMARK_CAPTURE(minimal, W5_W2, minimal_w2)->Name("W5/W2 minimal")->Apply(on_two_threads);
BENCHMARK_CAPTURE(journeys, W5_W3, kW3)->Name("W5/W3 journeys")->Apply(on_two_threads);
BENCHMARK_CAPTURE(minimal, W5_W3, minimal_w3)->Name("W5/W3 minimal")->Apply(on_two_threads);

void compare_with_theory(Answers& answers, const std::string& name, const Queue& queue, Minimal program) {
    constexpr std::uint32_t kReplications = 40;
    constexpr std::uint64_t kFew = 20'000;
    const QueueFigures theory = balance(queue);
    std::vector<double> waits, minimal_waits, abandoned, minimal_abandoned;
    for (std::uint32_t r = 0; r < kReplications; ++r) {
        const QueueFigures ours = run_journeys(queue, kFew, 1000 + r), least = program(kFew, 1000 + r);
        waits.push_back(ours.mean_wait);
        abandoned.push_back(ours.abandoned);
        minimal_waits.push_back(least.mean_wait);
        minimal_abandoned.push_back(least.abandoned);
    }
    answers.agree(name + " mean wait, journeys", waits, theory.mean_wait);
    answers.agree(name + " mean wait, minimal program", minimal_waits, theory.mean_wait);
    if (queue.mean_patience == 0) return;
    answers.agree(name + " share abandoned, journeys", abandoned, theory.abandoned);
    answers.agree(name + " share abandoned, minimal program", minimal_abandoned, theory.abandoned);
}

void check(Answers& answers) {
    compare_with_theory(answers, "W1", kW1, minimal_w1);
    compare_with_theory(answers, "W1 without events", kW1, recursion_w1);
    compare_with_theory(answers, "W2", kW2, minimal_w2);
    compare_with_theory(answers, "W3", kW3, minimal_w3);
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
