// Replications kept a second: what a result file of the county's size costs.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "bench/office/made_up_office.hpp"
#include "bench/support/answers.hpp"
#include "engine/office/replication.hpp"
#include "engine/store/journal.hpp"
#include "engine/store/record_code.hpp"
#include "engine/store/result_reader.hpp"
#include "engine/store/result_writer.hpp"

namespace skranke::bench {

namespace {

constexpr std::size_t kOffices = 40;  // about what a county has

/// A file beside the program, gone when the bench ends.
struct ScratchFile {
    std::string name = "append-bench.h5";
    ~ScratchFile() {
        std::error_code ignored;
        std::filesystem::remove(name, ignored);
    }
};

Provenance provenance(const Scenario& scenario) {
    Provenance made;
    made.seed = scenario.seed;
    return made;
}

void append(benchmark::State& state) {
    const Scenario scenario = made_up_offices(kOffices);
    const World world(scenario);
    RunRecord record = run_replication(world, 0);
    const ScratchFile file;
    ResultWriter writer = ResultWriter::open(file.name, world.shape, scenario, provenance(scenario));
    for (auto _ : state) {
        writer.append(record);
        ++record.key.replication;
    }
    state.SetItemsProcessed(state.iterations());
}

BENCHMARK(append)->Name("store/append")->Unit(benchmark::kMicrosecond);

/// What keeping a replication in the journal costs, and how many bytes it takes there.
void journal(benchmark::State& state) {
    const Scenario scenario = made_up_offices(kOffices);
    const World world(scenario);
    RunRecord record = run_replication(world, 0);
    const ScratchFile file{"append-bench.journal"};
    Journal kept(file.name, world.shape, scenario.seed);
    kept.begin({"a bench", ""});
    const auto head = std::filesystem::file_size(file.name);
    for (auto _ : state) {
        kept.append(record);
        ++record.key.replication;
    }
    state.SetItemsProcessed(state.iterations());
    state.counters["bytes"] =
        static_cast<double>(std::filesystem::file_size(file.name) - head) / static_cast<double>(state.iterations());
}

BENCHMARK(journal)->Name("store/journal")->Unit(benchmark::kMicrosecond);

/// What a resumed run needs for each replication that it does not play.
void resume(benchmark::State& state) {
    const Scenario scenario = made_up_offices(kOffices);
    const World world(scenario);
    const std::string code = encoded(run_replication(world, 0));
    for (auto _ : state) benchmark::DoNotOptimize(decoded(code, world.shape));
    state.SetItemsProcessed(state.iterations());
}

BENCHMARK(resume)->Name("store/resume")->Unit(benchmark::kMicrosecond);

void check(Answers& answers) {
    Scenario scenario = made_up_offices(1);
    scenario.weeks = 2;
    const World world(scenario);
    const ScratchFile file;
    const RunRecord record = run_replication(world, 0);
    ResultWriter writer = ResultWriter::open(file.name, world.shape, scenario, provenance(scenario));
    writer.append(record);
    writer.finish(record.fingerprint);
    ResultReader reader = ResultReader::open(file.name);
    const RunRecord read = reader.read(0);
    answers.hold("one replication was kept", reader.replications() == 1);
    answers.hold("it is the one that was run", read.fingerprint == record.fingerprint && read.events == record.events &&
                                                   read.persons == record.persons && read.key.seed == record.key.seed);
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) { return skranke::bench::bench_main(argc, argv, skranke::bench::check); }
