#include "bench/support/answers.hpp"

#include <benchmark/benchmark.h>

#include <cmath>
#include <cstdio>
#include <string_view>

namespace skranke::bench {

void Answers::agree(const std::string& what, std::span<const double> replications, double theory) {
    const auto n = static_cast<double>(replications.size());
    double mean = 0, squares = 0;
    for (const double x : replications) mean += x / n;
    for (const double x : replications) squares += (x - mean) * (x - mean);
    const double standard_error = std::sqrt(squares / (n - 1) / n);
    if (std::abs(mean - theory) < 5 * standard_error) return;
    ++wrong_;
    std::fprintf(stderr, "wrong answer: %s: %.6g with a standard error of %.2g; %.6g is right\n", what.c_str(), mean,
                 standard_error, theory);
}

void Answers::hold(const std::string& what, bool is_so) {
    if (is_so) return;
    ++wrong_;
    std::fprintf(stderr, "wrong answer: not so: %s\n", what.c_str());
}

int bench_main(int argc, char** argv, void (*check)(Answers&)) {
    Answers answers;
    check(answers);
    if (!answers.all_right()) return 1;
    if (argc == 2 && std::string_view(argv[1]) == "--check-only") return 0;
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}

}  // namespace skranke::bench
