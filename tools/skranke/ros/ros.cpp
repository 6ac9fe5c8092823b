// skranke ros: a draft of the risk and vulnerability analysis and the preparedness plan, from a result.

#include <fmt/format.h>

#include <filesystem>
#include <iostream>

#include "engine/analysis/summary_builder.hpp"
#include "engine/document/docx_writer.hpp"
#include "engine/report/ros/ros_document.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/ros/findings.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/start/place_name.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

namespace fs = std::filesystem;

namespace {

Summary summary_of(ResultReader& reader, const Scenario& scenario) {
    SummaryBuilder builder(scenario, reader.shape());
    for (std::uint64_t i = 0; i < reader.replications(); ++i) builder.add(reader.read(i));
    return builder.build();
}

std::vector<std::size_t> told_of(const Scenario& scenario, const std::vector<std::string>& municipalities) {
    std::vector<std::size_t> found;
    for (const std::string& typed : municipalities) found.push_back(find_municipality(scenario.municipalities, typed));
    return found;
}

/// An earlier draft that differs keeps its words under another name: somebody may have filled it in.
void put_beside(ResultFolder& folder, const std::string& document) {
    const std::string file = (folder.path() / kRosFile).string();
    const bool differs = fs::exists(file) && read_text_file(file) != document;
    folder.write(kRosFile, document);
    tell(folder.put_in_place(differs ? std::vector<std::string>{kRosFile} : std::vector<std::string>{}));
}

}  // namespace

int ros(const RosOptions& options) {
    const fs::path path(result_file(options.result));
    try {
        ResultReader reader = ResultReader::open(path.string());
        const Scenario scenario = stored_scenario(reader);
        const std::vector<std::size_t> municipalities = told_of(scenario, options.municipalities);
        const Summary summary = summary_of(reader, scenario);
        const Lang lang = lang_of(options.language);
        const fs::path home = fs::absolute(path).lexically_normal().parent_path();
        const fs::path results = home.parent_path().lexically_proximate(fs::current_path());
        const Findings findings = findings_beside(results, scenario, lang);
        tell(findings.notes);
        ResultFolder folder(results, home.filename().string());
        put_beside(folder, docx_bytes(ros_document({scenario, summary, reader.provenance(), findings.known, municipalities, lang})));
        std::cout << fmt::format("{}: a draft to correct and fill in\n", (folder.path() / kRosFile).string());
        if (!findings.known.has_measures) std::cout << "skranke measures on the same scenario would add what helps and what it costs\n";
        if (!findings.known.stress) std::cout << "skranke stress on the same scenario would add when to act\n";
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
    return 0;
}

}  // namespace skranke
