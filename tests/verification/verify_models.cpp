// Plays the verification set over fresh seeds, writes the z-table, and ends with 1 if the alarm rings or a broken
// twin is not noticed.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <cstdio>
#include <fstream>

#include "tests/verification/z_table.hpp"

namespace skranke::test {
namespace {

struct Options {
    Seeds seeds{20261122, 20};
    double length = 0.25;
    std::vector<std::string> models;
    std::string write;
    bool list = false;
};

std::vector<const Model*> chosen(const std::vector<std::string>& names) {
    std::vector<const Model*> models;
    for (const Model& model : all_models())
        if (names.empty() || std::find(names.begin(), names.end(), model.name) != names.end()) models.push_back(&model);
    return models;
}

void show_progress(std::size_t done, std::size_t of) {
    if (done == of || done % 20 == 0) fmt::print(stderr, "\r{} of {} plays{}", done, of, done == of ? "\n" : "");
    std::fflush(stderr);
}

std::string command_of(const Options& options) {
    std::string command =
        fmt::format("build/release/tests/verification/verify_models --first-seed {} --seeds {} --length {}",
                    options.seeds.first, options.seeds.count, options.length);
    for (const std::string& model : options.models) command += fmt::format(" --models \"{}\"", model);
    return command + (options.write.empty() ? "" : " --write " + options.write);
}

int verify(const Options& options) {
    const std::vector<const Model*> models = chosen(options.models);
    const std::vector<Row> rows = play_set(models, options.seeds, options.length, Twins::play, show_progress);
    const Alarm alarm = listen(rows);
    const std::string page = z_table(rows, alarm, options.seeds, command_of(options));
    if (options.write.empty()) {
        fmt::print("{}", page);
    } else if (!(std::ofstream(options.write) << page)) {
        fmt::print(stderr, "verify_models: cannot write {}\n", options.write);
        return 1;
    }
    for (const Row* row : unnoticed_twins(rows))
        fmt::print(stderr, "not noticed: {}, {}: {}, z = {:.2f}\n", row->model->name,
                   row->model->quantities[row->quantity].name,
                   row->model->twins[row->model->quantities[row->quantity].twin], row->twin_z);
    if (alarm.rings()) fmt::print(stderr, "the alarm rings\n");
    return alarm.rings() || !unnoticed_twins(rows).empty() ? 1 : 0;
}

}  // namespace
}  // namespace skranke::test

int main(int argc, char** argv) {
    using namespace skranke::test;
    Options options;
    CLI::App app("Plays models with exact answers over fresh seeds and holds their z-values against chance.");
    app.add_option("--first-seed", options.seeds.first, "seeds are this one and those after it")->capture_default_str();
    app.add_option("--seeds", options.seeds.count, "how many")->check(CLI::Range(2, 100000))->capture_default_str();
    app.add_option("--length", options.length, "of each play, times the replications that a theory test takes")
        ->check(CLI::Range(0.01, 100.0))
        ->capture_default_str();
    std::vector<std::string> names;
    for (const Model& model : all_models()) names.push_back(model.name);
    app.add_option("--models", options.models, "these alone; see --list")->check(CLI::IsMember(names));
    app.add_option("--write", options.write, "file for the page; without it the screen");
    app.add_flag("--list", options.list, "names of the models");
    CLI11_PARSE(app, argc, argv);
    if (!options.list) return verify(options);
    for (const Model& model : all_models()) fmt::print("{:12} {}\n", name_of(model.part), model.name);
    return 0;
}
