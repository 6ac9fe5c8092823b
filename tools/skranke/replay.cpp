// skranke replay: one replication of a stored result, alone, from what is stored with it.

#include <fmt/format.h>

#include <filesystem>
#include <iostream>
#include <map>

#include "engine/language/scenario_reader.hpp"
#include "engine/office/replication.hpp"
#include "engine/report/wording.hpp"
#include "engine/spreadsheet/workbook.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/event_log.hpp"
#include "tools/skranke/verbs.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr const char* kStoredName = "scenario.toml";

std::string program(const std::string& version, const std::string& git) {
    return version + (git.empty() ? "" : " (" + git + ")");
}

/// The scenario as it was played, from the texts in the result.
Scenario stored_scenario(const ResultReader& reader) {
    const Provenance& made = reader.provenance();
    if (made.version != version())
        throw bad_usage(fmt::format("the result was made by skranke {}, this is {}: only the same version plays it again",
                                    program(made.version, made.git), program(version(), git_state())));
    std::map<std::string, std::string> files{{kStoredName, reader.scenario_text()}};
    for (const InputFile& input : reader.inputs()) files[input.name] = input.content;
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

/// The stored record of a replication.
RunRecord stored_record(ResultReader& reader, std::uint32_t replication) {
    std::string there;
    for (std::uint64_t i = 0; i < reader.replications(); ++i) {
        RunRecord record = reader.read(i);
        if (record.key.replication == replication) return record;
        if (i == 0 || i + 1 == reader.replications()) there += (i == 0 ? "" : " to ") + std::to_string(record.key.replication);
    }
    throw bad_usage(fmt::format("--replication {}: the result has {}", replication, there));
}

}  // namespace

int replay(const ReplayOptions& options) {
    std::filesystem::path path(options.result);
    if (std::filesystem::is_directory(path)) path /= "result.h5";
    try {
        ResultReader reader = ResultReader::open(path.string());
        const RunRecord stored = stored_record(reader, options.replication);
        const Scenario scenario = stored_scenario(reader);
        const World world(scenario);
        Trace trace;
        const RunRecord again = run_replication(world, options.replication, run_windows,
                                                reader.provenance().fingerprint_strength, options.event_log ? &trace : nullptr);
        if (again.fingerprint != stored.fingerprint)
            throw run_failed(fmt::format("replication {} has fingerprint {} now, {} is stored; made by skranke {}, this is {}",
                                         options.replication, hexadecimal(again.fingerprint), hexadecimal(stored.fingerprint),
                                         program(reader.provenance().version, reader.provenance().git),
                                         program(version(), git_state())));
        std::cout << fmt::format("replication {} of {}: fingerprint {} as stored; {} persons, {} events\n", options.replication,
                                 scenario.name, hexadecimal(again.fingerprint), again.persons, again.events);
        if (!options.event_log) return 0;
        const std::filesystem::path home = std::filesystem::absolute(path).lexically_normal().parent_path();
        ResultFolder folder(home.parent_path().lexically_proximate(std::filesystem::current_path()), home.filename().string());
        folder.write(kEventFile, event_log_text(trace, world));
        folder.put_in_place();
        std::cout << "events: " << (folder.path() / kEventFile).string() << "\n";
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
    return 0;
}

}  // namespace skranke
