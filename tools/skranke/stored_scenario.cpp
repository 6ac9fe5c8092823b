#include "tools/skranke/stored_scenario.hpp"

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "engine/language/scenario_reader.hpp"
#include "engine/spreadsheet/workbook.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr const char* kStoredName = "scenario.toml";

}  // namespace

std::string program_text(const std::string& version, const std::string& git) {
    return version + (git.empty() ? "" : " (" + git + ")");
}

std::string result_file(const std::string& result) {
    const std::filesystem::path path(result);
    return (std::filesystem::is_directory(path) ? path / "result.h5" : path).string();
}

Scenario stored_scenario(const ResultReader& reader) {
    return scenario_again(reader.provenance(), reader.scenario_text(), reader.inputs());
}

Scenario scenario_again(const Provenance& made, const std::string& text, const std::vector<InputFile>& inputs) {
    if (made.version != version())
        throw bad_usage(fmt::format("the result was made by skranke {}, this is {}: only the same version plays it again",
                                    program_text(made.version, made.git), program_text(version(), git_state())));
    std::map<std::string, std::string> files{{kStoredName, text}};
    for (const InputFile& input : inputs) files[input.name] = input.content;
    const auto from_result = [&](const std::string& name) -> std::optional<std::string> {
        const auto found = files.find(name);
        return found == files.end() ? std::nullopt : std::optional{found->second};
    };
    ReadResult read = read_scenario(kStoredName, from_result, {}, read_sheet);
    if (!read.scenario) {
        for (const Problem& problem : read.problems) std::cerr << to_text(problem) << "\n";
        throw run_failed("the scenario stored in the result cannot be read by this build of Skranke");
    }
    if (read.scenario->hash != made.scenario_hash)
        throw run_failed("the scenario stored in the result is not the one that its hash was made of");
    read.scenario->seed = made.seed;
    return *std::move(read.scenario);
}

}  // namespace skranke
