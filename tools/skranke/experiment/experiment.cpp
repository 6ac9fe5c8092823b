#include "tools/skranke/experiment/experiment.hpp"

#include <fmt/chrono.h>
#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <ctime>
#include <iostream>

#include "engine/analysis/summary_builder.hpp"
#include "engine/office/world.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/report/csv_table.hpp"
#include "engine/report/html_page.hpp"
#include "engine/report/screen_table.hpp"
#include "engine/store/result_writer.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/event_log.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/experiment/summary_tables.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr const char* kResultFile = "result.h5";
constexpr Phrase kClosing{"{0} kjøringer på {1}. Rapport: {2}\n", "{0} køyringar på {1}. Rapport: {2}\n",
                          "{0} replications in {1}. Report: {2}\n"};

Lang language_of(const std::string& key) {
    for (const Lang lang : kLangs)
        if (key == key_of(lang)) return lang;
    return Lang::nb;
}

int columns_of_terminal() {
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

Provenance provenance_of(const Scenario& scenario, const RunOptions& options) {
    return {.version = version(),
            .git = git_state(),
            .command = options.command,
            .created = fmt::format("{:%Y-%m-%dT%H:%M:%SZ}", fmt::gmtime(std::time(nullptr))),
            .scenario_name = scenario.name,
            .scenario_hash = scenario.hash,
            .seed = scenario.seed,
            .fingerprint_strength = options.fingerprint};
}

/// Where things go while an experiment runs.
struct Sinks {
    ResultWriter& writer;
    SummaryBuilder& builder;
    Progress& progress;
    std::uint64_t& logged;  ///< gets the fingerprint of the replication whose events are wanted
};

void play(const World& world, const RunOptions& options, const Sinks& into) {
    const RunPlan plan{.replications = world.scenario.replications,
                       .threads = options.threads,
                       .cancelled = interrupted,
                       .parallelism = options.parallel,
                       .fingerprint = options.fingerprint};
    const bool complete = run_replications(world, plan, [&](const RunRecord& record) {
        into.writer.append(record);
        into.builder.add(record);
        if (record.key.replication == options.event_log) into.logged = record.fingerprint;
        into.progress.show(into.builder.replications(), into.builder.county_unmet_rate());
    });
    if (!complete)
        throw run_failed(fmt::format("interrupted after {} of {} replications; nothing was changed",
                                     into.builder.replications(), plan.replications));
}

/// Fills the folder's drafts. \return the answer
Summary fill(const ResultFolder& folder, const World& world, Provenance provenance, const RunOptions& options,
             Progress& progress) {
    const Scenario& scenario = world.scenario;
    provenance.lookahead_us = static_cast<std::uint64_t>(world.lookahead.us);
    SummaryBuilder builder(scenario, world.shape);
    ResultWriter writer = ResultWriter::open(folder.draft_of(kResultFile).string(), world.shape, scenario, provenance);
    std::uint64_t logged = 0;
    play(world, options, {writer, builder, progress, logged});
    if (options.event_log) write_event_log(folder, world, *options.event_log, options.fingerprint, logged);
    Summary summary = builder.build();
    add_summary_tables(writer, summary);
    writer.finish(summary.fingerprint);
    provenance.fingerprint = summary.fingerprint;
    const Lang lang = language_of(options.language);
    folder.write("report.html", html_report(scenario, summary, provenance, lang));
    folder.write("summary.csv", csv_table(summary, provenance, lang));
    return summary;
}

/// The writer's words about a draft, said of the file that the user knows.
std::string about_final_file(std::string sentence, const ResultFolder& folder) {
    const std::string draft = folder.draft_of(kResultFile).string();
    const std::string known = (folder.path() / kResultFile).string();
    for (std::size_t at = sentence.find(draft); at != std::string::npos; at = sentence.find(draft, at + known.size()))
        sentence.replace(at, draft.size(), known);
    return sentence + "; nothing was changed";
}

}  // namespace

int run_experiment(const Scenario& scenario, const RunOptions& options, const std::string& folder_name) {
    if (options.event_log && *options.event_log >= scenario.replications)
        throw bad_usage(fmt::format("--event-log {}: the run has replications 0 to {}", *options.event_log, scenario.replications - 1));
    const InterruptWatch watch;
    ResultFolder folder(options.out, folder_name);
    Summary summary;
    double taken_s = 0;
    {
        Progress progress(!options.quiet, scenario.replications);
        try {
            summary = fill(folder, World(scenario), provenance_of(scenario, options), options, progress);
        } catch (const StoreError& error) {
            throw run_failed(about_final_file(error.what(), folder));
        }
        if (interrupted()) throw run_failed("interrupted; nothing was changed");
        folder.put_in_place();
        taken_s = progress.elapsed_s();
    }
    if (options.quiet) return 0;
    const Lang lang = language_of(options.language);
    const std::string taken = taken_s < 10 ? number(taken_s, 1, lang) + " s" : duration_text(taken_s);
    std::cout << screen_table(summary, lang, columns_of_terminal())
              << fill(kClosing.in(lang), {number(static_cast<double>(summary.replications), 0, lang), taken,
                                          (folder.path() / "report.html").string()});
    return 0;
}

}  // namespace skranke
