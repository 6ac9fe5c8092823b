#include "tools/skranke/compare/plans.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>
#include <map>

#include "engine/analysis/outcome_ratios.hpp"
#include "engine/comparison/comparison.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/experiment.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/stored_scenario.hpp"

namespace skranke {

namespace {

/// \return the folder of the result
std::string play(const std::string& file, const CompareOptions& options, std::map<std::string, std::string>& played) {
    RunOptions run = options.run;
    run.scenario_file = file;
    run.table = EndTable::left_out;
    Scenario scenario = load_scenario(file, run.settings);
    if (run.replications) scenario.replications = *run.replications;
    if (run.seed) scenario.seed = *run.seed;
    const auto [same, is_new] = played.emplace(scenario.name, file);
    if (!is_new) throw bad_usage(fmt::format("{} and {} have the same name, {}: give one another with --set name=... in a run of its own", same->second, file, scenario.name));
    if (!options.run.quiet) std::cerr << fmt::format("playing {}, {} times\n", scenario.name, scenario.replications);
    run_experiment(scenario, run, scenario.name);
    return (std::filesystem::path(run.out) / scenario.name).string();
}

void check_comparable(const std::vector<Plan>& plans) {
    const Plan& a = plans.front();
    for (const Plan& b : plans) {
        const std::string why = why_not_comparable(a.reader.shape(), b.reader.shape());
        if (!why.empty()) throw bad_usage(fmt::format("{} and {} cannot be compared: {}", a.scenario.name, b.scenario.name, why));
        if (a.scenario.seed != b.scenario.seed)
            throw bad_usage(fmt::format("{} and {} have other people: seed {} and seed {} (run both with the same --seed)",
                                        a.scenario.name, b.scenario.name, a.scenario.seed, b.scenario.seed));
    }
}

}  // namespace

Plan::Plan(const std::string& result) : reader(ResultReader::open(result_file(result))), scenario(stored_scenario(reader)) {}

bool is_scenario_file(const std::string& word) { return std::filesystem::path(word).extension() == ".toml"; }

std::vector<Plan> open_plans(const CompareOptions& options) {
    std::map<std::string, std::string> played;
    std::vector<std::string> results;
    for (const std::string& word : options.plans) results.push_back(is_scenario_file(word) ? play(word, options, played) : word);
    std::vector<Plan> plans;
    for (const std::string& result : results) plans.emplace_back(result);
    check_comparable(plans);
    return plans;
}

std::uint64_t read_together(std::vector<Plan>& plans, const std::function<void(const std::vector<RunRecord>&)>& take) {
    std::vector<std::uint64_t> next(plans.size(), 0);
    std::vector<RunRecord> records(plans.size());
    const auto read_next = [&](std::size_t p) {
        if (next[p] == plans[p].reader.replications()) return false;
        records[p] = plans[p].reader.read(next[p]++);
        return true;
    };
    std::uint64_t common = 0;
    for (std::size_t p = 0; p < plans.size(); ++p)
        if (!read_next(p)) return 0;
    for (;;) {
        const auto latest = std::max_element(records.begin(), records.end(), [](const RunRecord& x, const RunRecord& y) {
            return x.key.replication < y.key.replication;
        })->key.replication;
        const auto behind = std::find_if(records.begin(), records.end(), [&](const RunRecord& r) { return r.key.replication < latest; });
        if (behind != records.end()) {
            if (!read_next(static_cast<std::size_t>(behind - records.begin()))) return common;
            continue;
        }
        take(records);
        ++common;
        if (!read_next(0)) return common;
    }
}

double unmet_local(const Scenario& scenario, const RecordShape& shape, const RunRecord& record) {
    std::uint64_t unmet = 0;
    for (std::size_t m = 0; m < shape.municipalities.size(); ++m)
        unmet += outcomes_of(scenario, shape, record, m, System::local).unmet_total();
    return static_cast<double>(unmet);
}

}  // namespace skranke
