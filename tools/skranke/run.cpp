#include "tools/skranke/experiment/experiment.hpp"
#include "tools/skranke/experiment/precision.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

int run(const RunOptions& options) {
    Scenario scenario = load_scenario(options.scenario_file, options.settings);
    scenario.replications = most_replications(options, scenario.replications);
    if (options.seed) scenario.seed = *options.seed;
    return run_experiment(scenario, options, scenario.name);
}

}  // namespace skranke
