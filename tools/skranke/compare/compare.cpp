// skranke compare: what plans change against the first, among the same people.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "engine/comparison/best_plan.hpp"
#include "engine/office/replication.hpp"
#include "engine/report/comparison/path_words.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/compare/plans.hpp"
#include "tools/skranke/compare/screen.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/time_now.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr std::size_t kMostExamples = 6;

ComparedPlans compared(std::vector<Plan>& plans, const CompareOptions& options) {
    std::vector<ComparisonBuilder> builders;
    for (std::size_t p = 1; p < plans.size(); ++p)
        builders.emplace_back(plans[0].scenario, plans[p].scenario, plans[0].reader.shape(), plans[p].reader.shape());
    std::vector<std::vector<double>> unmet(plans.size());
    const std::uint64_t common = read_together(plans, [&](const std::vector<RunRecord>& records) {
        for (std::size_t p = 1; p < plans.size(); ++p) builders[p - 1].add(records[0], records[p]);
        for (std::size_t p = 0; p < plans.size(); ++p)
            unmet[p].push_back(unmet_local(plans[p].scenario, plans[p].reader.shape(), records[p]));
    });
    if (common == 0) throw bad_usage("these results have no replication in common");
    const std::vector<bool> best = common < 2 ? std::vector<bool>(plans.size(), true) : may_be_best(unmet);
    ComparedPlans all{.plans = {}, .changes = {}, .people_replication = options.people.value_or(0),
                      .version = program_text(version(), git_state()), .command = options.run.command,
                      .created = time_now()};
    for (std::size_t p = 0; p < plans.size(); ++p) all.plans.push_back({plans[p].scenario, plans[p].reader.provenance(), best[p]});
    for (const ComparisonBuilder& builder : builders) all.changes.push_back({builder.build(), {}});
    return all;
}

/// Of a replication as it was played for the result; nothing if the result does not have it.
std::optional<std::uint64_t> stored_fingerprint(Plan& plan, std::uint32_t replication) {
    for (std::uint64_t i = 0; i < plan.reader.replications(); ++i) {
        const RunRecord record = plan.reader.read(i);
        if (record.key.replication == replication) return record.fingerprint;
    }
    return std::nullopt;
}

/// A replication of a plan played once more, with everything that happened to everybody.
struct Traced {
    Traced(Plan& plan, std::uint32_t replication) : world(plan.scenario) {
        const FingerprintStrength strength = plan.reader.provenance().fingerprint_strength;
        const std::uint64_t again = run_replication(world, replication, run_windows, strength, &trace).fingerprint;
        if (again != stored_fingerprint(plan, replication).value_or(again))
            throw run_failed(fmt::format("replication {} of {} is not what its result has; nothing was changed", replication,
                                         plan.scenario.name));
    }
    World world;
    Trace trace;
};

void check_same_people(const std::vector<Plan>& plans) {
    for (const Plan& plan : plans) {
        const std::string why = why_not_same_people(plans[0].scenario, plan.scenario);
        if (!why.empty()) throw bad_usage(fmt::format("people of {} and {} cannot be followed one by one: {}", plans[0].scenario.name, plan.scenario.name, why));
    }
}

/// Adds what happened to people one by one, and prints the one who was asked for.
void follow_people(std::vector<Plan>& plans, const CompareOptions& options, ComparedPlans& all, Lang lang) {
    check_same_people(plans);
    const std::uint32_t replication = all.people_replication;
    const Traced a(plans[0], replication);
    for (std::size_t p = 1; p < plans.size(); ++p) {
        const Traced b(plans[p], replication);
        all.changes[p - 1].people = compare_people(a.trace, b.trace, a.world, b.world, kMostExamples);
        if (options.person.empty()) continue;
        const auto paths = paths_of(options.person, a.trace, b.trace, a.world, b.world);
        if (!paths) throw bad_usage(fmt::format("--person {}: nobody of that number in replication {} (they stand in events.csv)", options.person, replication));
        std::cout << fmt::format("\n{}: {} | {}\n", options.person, plans[0].scenario.name, plans[p].scenario.name)
                  << paths_on_screen(*paths, lang);
    }
}

std::string folder_name(const std::vector<Plan>& plans) {
    constexpr std::size_t kMostNames = 3, kLongest = 120;
    std::string name = "compare";
    for (std::size_t p = 0; p < std::min(plans.size(), kMostNames); ++p) name += "-" + plans[p].scenario.name;
    if (plans.size() > kMostNames) name += fmt::format("-and-{}-more", plans.size() - kMostNames);
    return name.substr(0, kLongest);
}

}  // namespace

int compare(const CompareOptions& options) {
    const Lang lang = lang_of(options.run.language);
    try {
        std::vector<Plan> plans = open_plans(options);
        ComparedPlans all = compared(plans, options);
        if (!options.run.quiet) std::cout << comparison_on_screen(all, lang);
        if (options.people || !options.person.empty()) follow_people(plans, options, all, lang);
        ResultFolder folder(options.run.out, folder_name(plans));
        folder.write("report.html", html_comparison(all, lang));
        folder.write("comparison.csv", csv_comparison(all));
        folder.put_in_place();
        if (!options.run.quiet) std::cout << "\n" << (folder.path() / "report.html").string() << "\n";
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
    return 0;
}

}  // namespace skranke
