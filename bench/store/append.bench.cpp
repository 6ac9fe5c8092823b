// Replications kept a second: what a result file of the county's size costs.

#include <benchmark/benchmark.h>

#include <filesystem>
#include <string>

#include "bench/office/made_up_office.hpp"
#include "bench/support/answers.hpp"
#include "engine/office/replication.hpp"
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
