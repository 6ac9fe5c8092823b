#include "tools/skranke/study/study.hpp"

#include "engine/store/store_error.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/time_now.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr std::size_t kSmallArea = 5;  // municipalities
constexpr Phrase kStudyClosing{"{0} forløp på {1}. Rapport: {2}\n", "{0} forløp på {1}. Rapport: {2}\n", "{0} runs in {1}. Report: {2}\n"};

}  // namespace

Scenario with_run_options(Scenario scenario, const RunOptions& options, UsualReplications usual) {
    scenario.replications = options.replications.value_or(scenario.municipalities.size() <= kSmallArea ? usual.small_area : usual.large_area);
    if (options.seed) scenario.seed = *options.seed;
    return scenario;
}

Provenance provenance_of(const Scenario& scenario, const RunOptions& options, std::uint64_t fingerprint) {
    return {.version = version(),
            .git = git_state(),
            .command = options.command,
            .created = time_now(),
            .scenario_name = scenario.name,
            .scenario_hash = scenario.hash,
            .seed = scenario.seed,
            .fingerprint = fingerprint};
}

void write_tables_to(const ResultFolder& folder, const std::string& file, const std::function<void(const std::string& path)>& write) {
    try {
        write(folder.draft_of(file).string());
    } catch (const StoreError& error) {
        throw run_failed(std::string(error.what()) + "; nothing was changed");
    }
}

void put_study_in_place(ResultFolder& folder, const std::vector<std::string>& outdated) {
    if (interrupted()) throw run_failed("interrupted; nothing was changed");
    tell(folder.put_in_place(outdated));
}

std::string closing_line(std::uint64_t runs, double taken_s, const ResultFolder& folder, Lang lang) {
    return fill(kStudyClosing.in(lang), {number(static_cast<double>(runs), 0, lang), duration_text(taken_s), (folder.path() / "report.html").string()});
}

}  // namespace skranke
