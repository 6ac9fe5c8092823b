// skranke measures: what each thing an office could do buys, and what it costs.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "engine/base/problem.hpp"
#include "engine/planning/price_list/catalogue.hpp"
#include "engine/report/planning/price_list/price_page.hpp"
#include "engine/report/planning/price_list/price_tables.hpp"
#include "engine/store/store_error.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/planning/measures_file.hpp"
#include "tools/skranke/planning/price_study.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/time_now.hpp"
#include "tools/skranke/verbs.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr std::uint32_t kFewReplications = 10, kManyReplications = 40;
constexpr std::size_t kSmallArea = 5;  // municipalities whose runs are so short that many are no trouble
constexpr Phrase kClosing{"{0} forløp på {1}. Rapport: {2}\n", "{0} forløp på {1}. Rapport: {2}\n", "{0} runs in {1}. Report: {2}\n"};

Scenario prepared(const MeasuresOptions& options) {
    Scenario scenario = load_scenario(options.run.scenario_file, options.run.settings);
    const std::uint32_t usual = scenario.municipalities.size() <= kSmallArea ? kManyReplications : kFewReplications;
    scenario.replications = options.run.replications.value_or(usual);
    if (options.run.seed) scenario.seed = *options.run.seed;
    return scenario;
}

/// Those that are asked for, or all.
std::vector<OfficeMeasure> chosen_measures(const Scenario& scenario, const std::vector<std::string>& only) {
    const std::vector<OfficeMeasure> all = catalogue_of(scenario);
    if (only.empty()) return all;
    std::vector<std::string> keys;
    for (const OfficeMeasure& measure : all) keys.push_back(measure.key);
    for (const std::string& key : only) {
        if (std::find(keys.begin(), keys.end(), key) != keys.end()) continue;
        const std::string nearest = nearest_name(key, keys);
        throw bad_usage(fmt::format("--only {}: no such measure{}; there are {}", key,
                                    nearest.empty() ? "" : " (did you mean " + nearest + "?)", fmt::join(keys, ", ")));
    }
    std::vector<OfficeMeasure> chosen;
    std::copy_if(all.begin(), all.end(), std::back_inserter(chosen),
                 [&](const OfficeMeasure& measure) { return std::find(only.begin(), only.end(), measure.key) != only.end(); });
    return chosen;
}

Provenance provenance_of(const Scenario& scenario, const MeasuresOptions& options, std::uint64_t fingerprint) {
    return {.version = version(),
            .git = git_state(),
            .command = options.run.command,
            .created = time_now(),
            .scenario_name = scenario.name,
            .scenario_hash = scenario.hash,
            .seed = scenario.seed,
            .fingerprint = fingerprint};
}

void write_files(const ResultFolder& folder, const Scenario& scenario, const PricedArea& area, const MeasuresOptions& options) {
    const Lang lang = lang_of(options.run.language);
    const Provenance provenance = provenance_of(scenario, options, area.fingerprint);
    try {
        write_measures_file(folder.draft_of("measures.h5").string(), scenario, area, provenance);
    } catch (const StoreError& error) {
        throw run_failed(std::string(error.what()) + "; nothing was changed");
    }
    folder.write("measures.csv", price_csv(area, provenance, lang));
    folder.write("report.html", price_page(scenario, area, provenance, lang));
}

}  // namespace

int measures(const MeasuresOptions& options) {
    const InterruptWatch watch;
    const Scenario scenario = prepared(options);
    std::vector<OfficeMeasure> catalogue = chosen_measures(scenario, options.only);
    ResultFolder folder(options.run.out, "measures-" + scenario.name);
    PriceStudy study(scenario, std::move(catalogue), options, folder);
    const PricedArea area = study.run();
    write_files(folder, scenario, area, options);
    if (interrupted()) throw run_failed("interrupted; nothing was changed");
    folder.put_in_place();
    study.trials().drop_journal();
    if (options.run.quiet) return 0;
    const Lang lang = lang_of(options.run.language);
    std::cout << price_screen(area, lang)
              << fill(kClosing.in(lang), {number(static_cast<double>(study.trials().played()), 0, lang), duration_text(study.elapsed_s()),
                                          (folder.path() / "report.html").string()});
    return 0;
}

}  // namespace skranke
