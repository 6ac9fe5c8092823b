#include <cstdlib>
#include <filesystem>

#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/experiment.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace fs = std::filesystem;

namespace {

constexpr const char* kShipped = "trondelag-2020.toml";
constexpr std::uint32_t kReplications = 10;

/// Where scenarios may lie: where SKRANKE_SCENARIOS says, else installed (bin/ beside share/), else
/// in the source tree that the program was built in.
fs::path shipped_scenario() {
    std::vector<fs::path> folders;
    if (const char* told = std::getenv("SKRANKE_SCENARIOS")) {
        folders.emplace_back(told);
    } else {
        std::error_code error;
        const fs::path home = fs::read_symlink("/proc/self/exe", error).parent_path();
        folders = {home.parent_path() / "share/skranke/scenarios", home.parent_path().parent_path() / "scenarios"};
    }
    std::string searched;
    for (const fs::path& folder : folders) {
        if (fs::exists(folder / kShipped)) return (folder / kShipped).lexically_proximate(fs::current_path());
        searched += (searched.empty() ? "" : ", ") + folder.string();
    }
    throw bad_usage(std::string("cannot find ") + kShipped + " in " + searched +
                    " (SKRANKE_SCENARIOS may name the folder that has it)");
}

}  // namespace

int demo(RunOptions options) {
    options.scenario_file = shipped_scenario().string();
    Scenario scenario = load_scenario(options.scenario_file, options.settings);
    scenario.replications = options.replications.value_or(kReplications);
    if (options.seed) scenario.seed = *options.seed;
    return run_experiment(scenario, options, scenario.name + "-demo");
}

}  // namespace skranke
