// Weeks of one office a second: the office layer by itself, one thread.

#include <benchmark/benchmark.h>

#include <vector>

#include "bench/office/made_up_office.hpp"
#include "bench/support/answers.hpp"
#include "engine/office/replication.hpp"

namespace skranke::bench {

namespace {

void office_weeks(benchmark::State& state) {
    const Scenario scenario = made_up_offices(1);
    const World world(scenario);
    std::uint32_t replication = 0;
    std::uint64_t events = 0, persons = 0;
    for (auto _ : state) {
        const RunRecord record = run_replication(world, replication++);
        events += record.events;
        persons += record.persons;
    }
    state.SetItemsProcessed(scenario.weeks * state.iterations());
    state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
    state.counters["persons"] = benchmark::Counter(static_cast<double>(persons), benchmark::Counter::kIsRate);
}

BENCHMARK(office_weeks)->Name("office")->Unit(benchmark::kMillisecond);

void check(Answers& answers) {
    Scenario scenario = made_up_offices(1);
    scenario.weeks = 4;
    const World world(scenario);
    std::vector<double> needs;
    bool conserved = true;
    for (std::uint32_t r = 0; r < 20; ++r) {
        const RunRecord record = run_replication(world, r);
        needs.push_back(static_cast<double>(record.persons));
        conserved = conserved && check_conservation(record) < 0;
    }
    answers.agree("needs of an office", needs, mean_needs(scenario));
    answers.hold("every need has one outcome", conserved);
    answers.hold("windows and one sequence of events do the same",
                 run_replication(world, 0).fingerprint == run_replication(world, 0, run_serially).fingerprint);
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
