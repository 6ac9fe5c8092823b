// Measures how often the engine's intervals hold the truth, and writes the table.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <fstream>

#include "tests/verification/coverage.hpp"

int main(int argc, char** argv) {
    std::size_t repeats = 2000;
    std::uint64_t seed = 20261122;
    std::string write;
    CLI::App app("Measures how often 95 % intervals hold a truth that is known.");
    app.add_option("--repeats", repeats, "of every experiment")->check(CLI::Range(10, 1000000))->capture_default_str();
    app.add_option("--seed", seed)->capture_default_str();
    app.add_option("--write", write, "file for the page; without it the screen");
    CLI11_PARSE(app, argc, argv);
    const std::string command =
        fmt::format("build/release/tests/verification/measure_coverage --repeats {} --seed {}{}", repeats, seed,
                    write.empty() ? "" : " --write " + write);
    const auto show = [](std::size_t done, std::size_t of) {
        fmt::print(stderr, "\r{} of {} intervals{}", done, of, done == of ? "\n" : "");
        std::fflush(stderr);
    };
    const std::string page = skranke::test::coverage_page(repeats, seed, command, show);
    if (write.empty()) {
        fmt::print("{}", page);
    } else if (!(std::ofstream(write) << page)) {
        fmt::print(stderr, "measure_coverage: cannot write {}\n", write);
        return 1;
    }
    return 0;
}
