// Replications of the shipped county a second, on one thread and on two; and one replication at a
// time on one thread and on two, with messages as fast as shipped and as slow as in a big model.

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

#include "bench/support/answers.hpp"
#include "engine/kernel/fingerprint.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/language/scenario_reader.hpp"

namespace skranke::bench {

namespace {

constexpr const char* kScenario = SKRANKE_SOURCE_DIR "/scenarios/trondelag-2020.toml";

std::optional<std::string> read_text(const std::string& name) {
    std::ifstream stream(name, std::ios::binary);
    if (!stream) return std::nullopt;
    return std::string(std::istreambuf_iterator<char>(stream), {});
}

/// The county as shipped, but for `settings`; a county that cannot be read ends the program.
Scenario county(const std::vector<std::string>& settings) {
    ReadResult result = read_scenario(kScenario, read_text, settings);
    if (result.scenario) return *std::move(result.scenario);
    for (const Problem& problem : result.problems) std::fprintf(stderr, "%s\n", to_text(problem).c_str());
    std::exit(1);
}

void county_replications(benchmark::State& state) {
    const Scenario scenario = county({});
    const World world(scenario);
    const auto threads = static_cast<unsigned>(state.range(0));
    RunPlan plan{.replications = 4, .first = 0, .threads = threads, .cancelled = {}};
    std::uint64_t events = 0;
    const std::clock_t begin = std::clock();  // of all threads
    for (auto _ : state) {
        run_replications(world, plan, [&](const RunRecord& record) { events += record.events; });
        plan.first += plan.replications;
    }
    const double cpu_seconds = static_cast<double>(std::clock() - begin) / CLOCKS_PER_SEC;
    state.SetItemsProcessed(plan.replications * state.iterations());
    state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
    state.counters["events_a_cpu_second"] = static_cast<double>(events) / cpu_seconds;
}

void one_replication(benchmark::State& state, const std::vector<std::string>& settings) {
    const Scenario scenario = county(settings);
    const World world(scenario);
    RunPlan plan{
        .threads = static_cast<unsigned>(state.range(0)), .cancelled = {}, .parallelism = Parallelism::windows};
    std::uint64_t events = 0;
    for (auto _ : state) {
        run_replications(world, plan, [&](const RunRecord& record) { events += record.events; });
        ++plan.first;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}

BENCHMARK_CAPTURE(one_replication, shipped, {})
    ->Name("one replication")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();
BENCHMARK_CAPTURE(one_replication, slow, {"run.message_delay_min=15"})
    ->Name("one replication, messages 15 min")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

BENCHMARK(county_replications)
    ->Name("county")
    ->ArgName("threads")
    ->Arg(1)
    ->Arg(2)
    ->Unit(benchmark::kMillisecond)
    ->UseRealTime();

void check(Answers& answers) {
    const Scenario scenario = county({"time.weeks=2", "time.warm_up_weeks=0"});
    const World world(scenario);
    std::uint64_t fingerprints[2] = {0, 0};
    bool conserved = true;
    for (const unsigned threads : {1u, 2u}) {
        const RunPlan plan{.replications = 3, .first = 0, .threads = threads, .cancelled = {}};
        run_replications(world, plan, [&](const RunRecord& record) {
            fingerprints[threads - 1] = combine(fingerprints[threads - 1], record.fingerprint);
            conserved = conserved && record.persons > 0 && check_conservation(record) < 0;
        });
    }
    answers.hold("every need of the county has one outcome", conserved);
    answers.hold("two threads do what one does", fingerprints[0] == fingerprints[1]);
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
