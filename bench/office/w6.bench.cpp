// W6, the mini office: as journeys of the office layer, as a scenario, and as the least program.
//
//     w6 --replications 2000     every figure of all three beside the reference, with its z

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "bench/office/minimal_w6.hpp"
#include "bench/office/w6_reference.hpp"
#include "bench/office/w6_scenario.hpp"
#include "bench/support/answers.hpp"
#include "engine/office/replication.hpp"

namespace skranke::bench {

namespace {

constexpr std::uint64_t kSeed = 6;

template <class Play>
void measure(benchmark::State& state, Play play) {
    std::uint32_t replication = 0;
    double persons = 0;
    std::uint64_t events = 0;
    for (auto _ : state) {
        const MiniOfficeFigures figures = play(replication++);
        persons += figures.persons;
        events += figures.events;
    }
    state.SetItemsProcessed(static_cast<std::int64_t>(persons));
    state.counters["events"] = benchmark::Counter(static_cast<double>(events), benchmark::Counter::kIsRate);
}

void journeys(benchmark::State& state) {
    const MiniOffice office;
    measure(state, [&](std::uint32_t replication) { return office.play({kSeed, replication}); });
}

void scenario_file(benchmark::State& state) {
    const Scenario scenario = read_w6();
    const World world(scenario);
    measure(state, [&](std::uint32_t replication) { return figures_of(world, run_replication(world, replication)); });
}

void minimal(benchmark::State& state) { measure(state, minimal_w6); }

BENCHMARK(journeys)->Name("W6/journeys")->Unit(benchmark::kMillisecond);
BENCHMARK(scenario_file)->Name("W6/scenario")->Unit(benchmark::kMillisecond);
BENCHMARK(minimal)->Name("W6/minimal")->Unit(benchmark::kMillisecond);

using Replications = std::vector<MiniOfficeFigures>;

template <class Play>
Replications play_all(std::uint32_t replications, Play play) {
    Replications all;
    for (std::uint32_t r = 0; r < replications; ++r) all.push_back(play(r));
    return all;
}

struct Programs {
    Replications journeys, scenario, minimal;
};

Programs play_programs(std::uint32_t replications) {
    const MiniOffice office;
    const Scenario scenario = read_w6();
    const World world(scenario);
    return {play_all(replications,
                     [&](std::uint32_t r) {
                         return office.play({kSeed, r});
                     }),
            play_all(replications, [&](std::uint32_t r) { return figures_of(world, run_replication(world, r)); }),
            play_all(replications, minimal_w6)};
}

void compare_with_reference(Answers& answers, const std::string& program, const Replications& replications) {
    for (const W6Reference& reference : kW6Reference) {
        if (program == "scenario" && reference.figure == kNotInRecords) continue;
        answers.hold("W6 " + program + ": " + reference.name + " is within five standard errors of the reference",
                     std::abs(z_of(estimate(replications, reference.figure), reference)) < 5);
    }
}

void check(Answers& answers) {
    const Programs programs = play_programs(40);
    compare_with_reference(answers, "journeys", programs.journeys);
    compare_with_reference(answers, "scenario", programs.scenario);
    compare_with_reference(answers, "minimal program", programs.minimal);
}

void print_table(std::uint32_t replications) {
    const Programs programs = play_programs(replications);
    std::printf("%-16s %11s %8s", "figure", "reference", "s.e.");
    for (const char* program : {"journeys", "scenario", "minimal"})
        std::printf(" | %11s %8s %6s", program, "s.e.", "z");
    for (const W6Reference& r : kW6Reference) {
        std::printf("\n%-16s %11.7g %8.2g", r.name, r.mean, r.standard_error);
        for (const Replications* program : {&programs.journeys, &programs.scenario, &programs.minimal}) {
            const Estimate e = estimate(*program, r.figure);
            if (program == &programs.scenario && r.figure == kNotInRecords)
                std::printf(" | %11s %8s %6s", "-", "-", "-");
            else
                std::printf(" | %11.7g %8.2g %6.2f", e.mean, e.standard_error, z_of(e, r));
        }
    }
    std::printf("\n");
}

}  // namespace

}  // namespace skranke::bench

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--replications") {
        skranke::bench::print_table(static_cast<std::uint32_t>(std::strtoul(argv[2], nullptr, 10)));
        return 0;
    }
    return skranke::bench::bench_main(argc, argv, skranke::bench::check);
}
