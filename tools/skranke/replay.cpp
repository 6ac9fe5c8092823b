// skranke replay: one replication of a stored result, alone, from what is stored with it.

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "engine/office/replication.hpp"
#include "engine/report/wording.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/event_log.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/verbs.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

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
    const std::filesystem::path path(result_file(options.result));
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
                                         program_text(reader.provenance().version, reader.provenance().git),
                                         program_text(version(), git_state())));
        std::cout << fmt::format("replication {} of {}: fingerprint {} as stored; {} persons, {} events\n", options.replication,
                                 scenario.name, hexadecimal(again.fingerprint), again.persons, again.events);
        if (!options.event_log) return 0;
        const std::filesystem::path home = std::filesystem::absolute(path).lexically_normal().parent_path();
        ResultFolder folder(home.parent_path().lexically_proximate(std::filesystem::current_path()), home.filename().string());
        folder.write(kEventFile, event_log_text(trace, world, {options.replication, reader.provenance().fingerprint_strength, again.fingerprint}));
        folder.put_in_place();
        std::cout << "events: " << (folder.path() / kEventFile).string() << "\n";
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
    return 0;
}

}  // namespace skranke
