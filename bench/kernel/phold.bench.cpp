// PHOLD on the kernel, on one thread and on two, and as the least programs.

#include "bench/kernel/phold.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <ctime>
#include <vector>

#include "bench/support/answers.hpp"
#include "engine/kernel/window.hpp"
#include "engine/parallel/threads.hpp"
#include "engine/parallel/window_team.hpp"

namespace skranke::bench {

namespace {

void run_until(Phold& phold, unsigned threads, double time) {
    with_threads(threads, [&] {
        run_windows_together(phold.sites(), phold.lookahead(), phold.horizon(time), {.threads = threads});
    });
}

/// \param events  about so many a measurement
double time_for(const PholdModel& model, double events) {
    return events * model.mean / model.processes / model.start_events;
}

constexpr double kEvents = 4e6;

void kernel(benchmark::State& state, const PholdModel& model, std::uint32_t parts) {
    const auto threads = static_cast<unsigned>(state.range(0));
    Phold phold(model, parts);
    double time = time_for(model, kEvents);
    run_until(phold, threads, time);  // warm
    const std::uint64_t before = phold.events();
    const std::clock_t begin = std::clock();  // of all threads
    for (auto _ : state) run_until(phold, threads, time += time_for(model, kEvents));
    const auto events = static_cast<double>(phold.events() - before);
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
    state.counters["events_a_cpu_second"] = events / (static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC);
}

void minimal(benchmark::State& state, const PholdModel& model, PholdFigures (*program)(const PholdModel&, double)) {
    std::uint64_t events = 0;
    for (auto _ : state) events += program(model, time_for(model, 3 * kEvents)).events;
    state.SetItemsProcessed(static_cast<std::int64_t>(events));
}

void on_one_and_two_threads(benchmark::internal::Benchmark* kernel) {
    kernel->ArgName("threads")->Arg(1)->Arg(2)->UseRealTime();
}

// More parts than threads, so that what a part has pending stays near the processor.
BENCHMARK_CAPTURE(kernel, P1, kP1, 8)->Name("P1/kernel")->Apply(on_one_and_two_threads);
BENCHMARK_CAPTURE(minimal, P1_heap, kP1, minimal_phold_heap)->Name("P1/minimal heap");
BENCHMARK_CAPTURE(minimal, P1_buckets, kP1, minimal_phold_buckets)->Name("P1/minimal buckets");
BENCHMARK_CAPTURE(kernel, P2, kP2, 32)->Name("P2/kernel")->Apply(on_one_and_two_threads);
BENCHMARK_CAPTURE(minimal, P2_heap, kP2, minimal_phold_heap)->Name("P2/minimal heap");
BENCHMARK_CAPTURE(minimal, P2_buckets, kP2, minimal_phold_buckets)->Name("P2/minimal buckets");
BENCHMARK_CAPTURE(kernel, P3, kP3, 1)->Name("P3/kernel")->Apply(on_one_and_two_threads);
BENCHMARK_CAPTURE(minimal, P3_heap, kP3, minimal_phold_heap)->Name("P3/minimal heap");
BENCHMARK_CAPTURE(minimal, P3_buckets, kP3, minimal_phold_buckets)->Name("P3/minimal buckets");

void check(Answers& answers) {
    PholdModel model = kP3;
    constexpr double kTime = 50;
    Phold serial(model, 3);
    run_serially(serial.sites(), serial.lookahead(), serial.horizon(kTime));
    for (const unsigned threads : {1u, 2u}) {
        Phold windows(model, 16);
        run_until(windows, threads, kTime);
        answers.hold("windows do what one sequence of events does", windows.fingerprint() == serial.fingerprint());
    }
    // Each start event and what follows from it is a renewal process.
    std::vector<double> ours, heap, buckets;
    for (model.seed = 1; model.seed <= 20; ++model.seed) {
        Phold phold(model, 4);
        run_until(phold, 1, kTime);
        ours.push_back(static_cast<double>(phold.events()));
        heap.push_back(static_cast<double>(minimal_phold_heap(model, kTime).events));
        buckets.push_back(static_cast<double>(minimal_phold_buckets(model, kTime).events));
    }
    const double spread = 1 - model.lookahead / model.mean;  // coefficient of variation of an increment
    const double expected = model.processes * (kTime / model.mean - (1 - spread * spread) / 2);
    answers.agree("PHOLD events, kernel", ours, expected);
    answers.agree("PHOLD events, heap", heap, expected);
    answers.agree("PHOLD events, buckets", buckets, expected);
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
