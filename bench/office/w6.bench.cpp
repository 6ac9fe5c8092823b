// W6, the mini office, a second: as journeys of the office layer, and as the least program.
//
//     w6 --replications 2000     every figure of both programs beside the reference, with its z

#include <benchmark/benchmark.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>
#include <vector>

#include "bench/office/minimal_w6.hpp"
#include "bench/office/w6_reference.hpp"
#include "bench/support/answers.hpp"

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

void minimal(benchmark::State& state) { measure(state, minimal_w6); }

BENCHMARK(journeys)->Name("W6/journeys")->Unit(benchmark::kMillisecond);
BENCHMARK(minimal)->Name("W6/minimal")->Unit(benchmark::kMillisecond);

using Replications = std::vector<MiniOfficeFigures>;

Replications play_journeys(std::uint32_t replications) {
    const MiniOffice office;
    Replications all;
    for (std::uint32_t r = 0; r < replications; ++r) all.push_back(office.play({kSeed, r}));
    return all;
}

Replications play_minimal(std::uint32_t replications) {
    Replications all;
    for (std::uint32_t r = 0; r < replications; ++r) all.push_back(minimal_w6(r));
    return all;
}

void compare_with_reference(Answers& answers, const std::string& program, const Replications& replications) {
    for (const W6Reference& reference : kW6Reference)
        answers.hold("W6 " + program + " " + reference.name + " is within five standard errors of the reference",
                     std::abs(z_of(estimate(replications, reference.figure), reference)) < 5);
}

void check(Answers& answers) {
    constexpr std::uint32_t kFew = 40;
    compare_with_reference(answers, "journeys", play_journeys(kFew));
    compare_with_reference(answers, "minimal program", play_minimal(kFew));
}

void print_table(std::uint32_t replications) {
    const Replications ours = play_journeys(replications), least = play_minimal(replications);
    std::printf("%-16s %12s %9s | %12s %9s %6s | %12s %9s %6s\n", "figure", "reference", "s.e.", "journeys", "s.e.",
                "z", "minimal", "s.e.", "z");
    for (const W6Reference& r : kW6Reference) {
        const Estimate a = estimate(ours, r.figure), b = estimate(least, r.figure);
        std::printf("%-16s %12.7g %9.2g | %12.7g %9.2g %6.2f | %12.7g %9.2g %6.2f\n", r.name, r.mean, r.standard_error,
                    a.mean, a.standard_error, z_of(a, r), b.mean, b.standard_error, z_of(b, r));
    }
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
