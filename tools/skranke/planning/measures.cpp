// skranke measures: what each thing an office could do buys, and what it costs.

#include <fmt/format.h>

#include <algorithm>
#include <iostream>

#include "engine/base/problem.hpp"
#include "engine/planning/price_list/catalogue.hpp"
#include "engine/report/planning/price_list/price_page.hpp"
#include "engine/report/planning/price_list/price_tables.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/planning/measures_file.hpp"
#include "tools/skranke/planning/price_study.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/study/study.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace {

constexpr UsualReplications kMeasuresReplications{.small_area = 40, .large_area = 10};

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

void write_files(const ResultFolder& folder, const Scenario& scenario, const PricedArea& area, const MeasuresOptions& options) {
    const Lang lang = lang_of(options.run.language);
    const Provenance provenance = provenance_of(scenario, options.run, area.fingerprint);
    write_tables_to(folder, "measures.h5", [&](const std::string& path) { write_measures_file(path, scenario, area, provenance); });
    folder.write("measures.csv", price_csv(area, provenance, lang));
    folder.write("report.html", price_page(scenario, area, provenance, lang));
}

}  // namespace

int measures(const MeasuresOptions& options) {
    const InterruptWatch watch;
    const Scenario scenario =
        with_run_options(load_scenario(options.run.scenario_file, options.run.settings), options.run, kMeasuresReplications);
    std::vector<OfficeMeasure> catalogue = chosen_measures(scenario, options.only);
    ResultFolder folder(options.run.out, "measures-" + scenario.name);
    PriceStudy study(scenario, std::move(catalogue), options, folder);
    const PricedArea area = study.run();
    write_files(folder, scenario, area, options);
    put_study_in_place(folder);
    study.trials().drop_journal();
    if (options.run.quiet) return 0;
    const Lang lang = lang_of(options.run.language);
    std::cout << price_screen(area, lang)
              << closing_line(study.trials().played(), study.elapsed_s(), folder, lang);
    return 0;
}

}  // namespace skranke
