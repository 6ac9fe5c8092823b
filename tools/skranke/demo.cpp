#include "tools/skranke/experiment/experiment.hpp"
#include "tools/skranke/experiment/precision.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/start/shipped.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr std::uint32_t kReplications = 10;

}  // namespace

int demo(RunOptions options) {
    options.scenario_file = shipped_scenario("trondelag-2020.toml").string();
    Scenario scenario = load_scenario(options.scenario_file, options.settings);
    scenario.replications = most_replications(options, kReplications);
    if (options.seed) scenario.seed = *options.seed;
    return run_experiment(scenario, options, scenario.name + "-demo");
}

}  // namespace skranke
