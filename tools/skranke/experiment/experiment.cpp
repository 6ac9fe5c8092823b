#include "tools/skranke/experiment/experiment.hpp"

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <iostream>

#include "engine/analysis/summary_builder.hpp"
#include "engine/office/expected_needs.hpp"
#include "engine/office/world.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/report/csv_table.hpp"
#include "engine/report/html_page.hpp"
#include "engine/report/screen_table.hpp"
#include "engine/report/text/model_text.hpp"
#include "engine/report/text/stopping_text.hpp"
#include "engine/report/workbook/summary_book.hpp"
#include "engine/spreadsheet/book_writer.hpp"
#include "engine/store/result_writer.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/event_log.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/pdf_printer.hpp"
#include "tools/skranke/experiment/precision.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/experiment/summary_tables.hpp"
#include "tools/skranke/notes.hpp"
#include "tools/skranke/reproduce/attachment.hpp"
#include "tools/skranke/resume/question.hpp"
#include "tools/skranke/ros/findings.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/time_now.hpp"
#include "tools/skranke/version.hpp"
#include "tools/web/bundle.hpp"

namespace skranke {

namespace {

constexpr const char* kReportFile = "report.html";
constexpr const char* kTableFile = "summary.csv";
constexpr const char* kWorkbookFile = "summary.xlsx";
constexpr const char* kModelFile = "model.md";
constexpr const char* kPrintFile = "report.pdf";

constexpr Phrase kClosing{"{0} kjøringer på {1}. Rapport: {2}\n", "{0} køyringar på {1}. Rapport: {2}\n",
                          "{0} replications in {1}. Report: {2}\n"};
constexpr Phrase kAnswered{"Spørsmålet var besvart fra før: {0} kjøringer, laget {1}. Ingenting ble spilt på nytt (--fresh gjør det). Rapport: {2}\n",
                           "Spørsmålet var svart på frå før: {0} køyringar, laga {1}. Ingenting vart spelt på nytt (--fresh gjer det). Rapport: {2}\n",
                           "The question was answered before: {0} replications, made {1}. Nothing was played again (--fresh does). Report: {2}\n"};
constexpr Phrase kWentOn{"{0} av dem var spilt fra før.\n", "{0} av dei var spelte frå før.\n", "{0} of them had been played before.\n"};

int columns_of_terminal() {
    winsize size{};
    return ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

/// \param file  "" = none
std::optional<BorderMap> borders_for(const Scenario& scenario, const std::string& file) {
    if (file.empty()) return std::nullopt;
    const std::optional<std::string> text = read_text_file(file);
    if (!text) throw bad_usage(file + ": no such file, or it cannot be read; nothing was run or written");
    std::vector<std::string> numbers;
    for (const Municipality& m : scenario.municipalities) numbers.push_back(m.number);
    BordersRead read = read_borders(*text, numbers);
    if (!read.error.empty()) throw bad_usage(file + ": " + read.error + "; nothing was run or written");
    if (!read.missing.empty())
        std::cerr << file << ": warning: no border for " << fmt::format("{}", fmt::join(read.missing, ", ")) << "; the map leaves them out\n";
    return std::move(read.map);
}

/// A scenario on its way to a result.
class Experiment {
  public:
    Experiment(const Scenario& scenario, const RunOptions& options, const std::string& folder_name);

    void carry_out();
    void tell_notes();
    void tell() const;

  private:
    bool is_answered();
    void play_rest();
    void fill_result(SummaryBuilder& builder, ResultWriter& writer);
    void add(const RunRecord& record, SummaryBuilder& builder, ResultWriter* writer);
    void begin_rule();
    bool is_over(const SummaryBuilder& builder) const;
    Summary summary_of(const SummaryBuilder& builder) const;
    void write_reports();
    std::string page() const;
    std::string workbook() const;
    void print_report();
    std::vector<std::string> outdated_files() const;
    Provenance provenance() const;
    CommandError ended(const std::string& sentence) const;
    std::string of_final_file(std::string sentence) const;
    Lang lang() const { return lang_of(options_.language); }

    const RunOptions& options_;
    std::optional<BorderMap> borders_;
    std::optional<PdfPrinter> printer_;
    InterruptWatch watch_;
    ResultFolder folder_;
    World world_;
    std::optional<StoppingPlan> plan_;
    std::optional<StoppingRule> rule_;
    std::string question_;
    KeptRuns kept_;
    std::optional<Progress> progress_;
    Summary summary_;
    Provenance provenance_;
    std::uint64_t logged_ = 0;  ///< fingerprint of the replication whose events are wanted
    std::uint64_t used_ = 0;    ///< replications that were finished before
    std::vector<std::string> outdated_;  ///< sentences about earlier papers
    bool answered_ = false;
    double taken_s_ = 0;
};

Experiment::Experiment(const Scenario& scenario, const RunOptions& options, const std::string& folder_name)
    : options_(options),
      borders_(borders_for(scenario, options.borders)),
      printer_(options.pdf ? std::optional(PdfPrinter::find()) : std::nullopt),
      folder_(options.out, folder_name),
      world_(scenario),
      plan_(stopping_plan(options, world_.shape)),
      question_(question_of(scenario, options.fingerprint)),
      kept_(folder_, world_, question_, time_now(), options.reuse),
      progress_(std::in_place, !options.quiet, scenario.replications) {}

Provenance Experiment::provenance() const {
    const Scenario& scenario = world_.scenario;
    return {.version = version(),
            .git = git_state(),
            .command = options_.command,
            .created = kept_.begun(),
            .scenario_name = scenario.name,
            .scenario_hash = scenario.hash,
            .seed = scenario.seed,
            .lookahead_us = static_cast<std::uint64_t>(world_.lookahead.us),
            .fingerprint_strength = options_.fingerprint,
            .question = question_,
            .stopping = plan_ ? text_of(*plan_, world_.shape) : ""};
}

void Experiment::add(const RunRecord& record, SummaryBuilder& builder, ResultWriter* writer) {
    if (writer != nullptr) writer->append(record);
    builder.add(record);
    if (rule_) rule_->add(record);
    if (record.key.replication == options_.event_log) logged_ = record.fingerprint;
    progress_->show(builder.replications(), rule_ ? rule_->expected() : world_.scenario.replications,
                    rule_ ? sureness(rule_->state()) : sureness(builder.county_unmet_rate()));
}

bool Experiment::is_over(const SummaryBuilder& builder) const {
    return rule_ ? rule_->is_over() : builder.replications() >= world_.scenario.replications;
}

Summary Experiment::summary_of(const SummaryBuilder& builder) const {
    Summary summary = builder.build();
    if (rule_) summary.stopping = rule_->state();
    return summary;
}

void Experiment::begin_rule() {
    if (plan_) rule_.emplace(*plan_, world_.scenario, world_.shape);
}

/// Whether the result in the folder is what would be made.
bool Experiment::is_answered() {
    const ResultReader* stored = kept_.stored();
    if (stored == nullptr || stored->provenance().scenario_hash != world_.scenario.hash ||
        stored->provenance().stopping != provenance().stopping)
        return false;
    SummaryBuilder builder(world_.scenario, world_.shape);
    if (const auto expected = expected_needs(world_)) builder.control_by(*expected);
    begin_rule();
    while (builder.replications() < stored->replications() && !is_over(builder)) {
        const auto record = kept_.next();
        if (!record) return false;
        add(*record, builder, nullptr);
    }
    if (builder.replications() != stored->replications() || !is_over(builder)) return false;
    provenance_ = stored->provenance();
    summary_ = summary_of(builder);
    used_ = kept_.used();
    return true;
}

void Experiment::fill_result(SummaryBuilder& builder, ResultWriter& writer) {
    const std::uint32_t most = world_.scenario.replications;
    while (!is_over(builder)) {
        const auto record = kept_.next();
        if (!record) break;
        add(*record, builder, &writer);
    }
    used_ = builder.replications();
    progress_->begin_at(used_);
    if (is_over(builder)) return;
    const RunPlan plan{.replications = most - static_cast<std::uint32_t>(used_),
                       .first = static_cast<std::uint32_t>(used_),
                       .threads = options_.threads,
                       .cancelled = interrupted,
                       .enough = [&] { return is_over(builder); },
                       .parallelism = options_.parallel,
                       .fingerprint = options_.fingerprint};
    const bool complete = run_replications(world_, plan, [&](const RunRecord& record) {
        kept_.keep(record);
        add(record, builder, &writer);
    });
    if (!complete)
        throw ended(fmt::format("interrupted after {} of {} replications", builder.replications(),
                                rule_ ? fmt::format("at most {}", most) : std::to_string(most)));
}

void Experiment::play_rest() {
    provenance_ = provenance();
    SummaryBuilder builder(world_.scenario, world_.shape);
    if (const auto expected = expected_needs(world_)) builder.control_by(*expected);
    begin_rule();
    ResultWriter writer =
        ResultWriter::open(folder_.draft_of(kResultFile).string(), world_.shape, world_.scenario, provenance_);
    fill_result(builder, writer);
    summary_ = summary_of(builder);
    add_summary_tables(writer, summary_);
    writer.finish(summary_.fingerprint);
    provenance_.fingerprint = summary_.fingerprint;
}

/// Those that are not there as they would be written.
void Experiment::write_reports() {
    const auto write = [&](const char* file, const std::string& content) {
        if (!answered_ || read_text_file((folder_.path() / file).string()) != content) folder_.write(file, content);
    };
    write(kReportFile, page());
    if (printer_) print_report();
    write(kTableFile, csv_table(summary_, provenance_, lang()));
    write(kWorkbookFile, workbook());
    write(kModelFile, model_description(world_.scenario, summary_, provenance_));
}

std::string Experiment::workbook() const {
    auto made = workbook_bytes(summary_book(world_.scenario, summary_, provenance_, lang()));
    if (const auto* failed = std::get_if<NotWritten>(&made))
        throw run_failed(fmt::format("cannot write {}: {}; nothing was changed", (folder_.path() / kWorkbookFile).string(), failed->why));
    return std::get<std::string>(std::move(made));
}

std::string Experiment::page() const {
    const std::optional<Cures> cures = cures_beside(options_.out, world_.scenario);
    ReportExtras shown{.borders = borders_ ? &*borders_ : nullptr, .cures = cures ? &*cures : nullptr, .open_cases = options_.open_cases, .live = live_engine()};
    shown.attachment = attachment_markup(world_.scenario, summary_, provenance_, lang(), shown);
    return html_report(world_.scenario, summary_, provenance_, lang(), shown);
}

void Experiment::print_report() {
    const std::filesystem::path draft = folder_.draft_of(kReportFile);
    const bool is_new = std::filesystem::exists(draft);
    if (!printer_->print(is_new ? draft : folder_.path() / kReportFile, folder_.draft_of(kPrintFile)))
        throw ended(printer_->name() + " could not print the report");
}

/// Papers that may be there, and are of another result then.
std::vector<std::string> Experiment::outdated_files() const {
    std::vector<std::string> files;
    for (const char* paper : {kPrintFile, kEventFile, kRosFile})
        if (!answered_ && !folder_.has_draft(paper)) files.emplace_back(paper);
    return files;
}

void Experiment::carry_out() {
    try {
        answered_ = is_answered();
        if (!answered_) {
            kept_.rewind();
            play_rest();
        }
        if (options_.event_log) write_event_log(folder_, world_, {*options_.event_log, options_.fingerprint, logged_});
        write_reports();
    } catch (const StoreError& error) {
        throw ended(of_final_file(error.what()));
    }
    if (interrupted()) throw ended("interrupted");
    outdated_ = folder_.put_in_place(outdated_files());
    if (answered_)
        kept_.drop_spent_journal();
    else
        kept_.drop_journal();
    taken_s_ = progress_->elapsed_s();
}

/// What is left when a run ends early.
CommandError Experiment::ended(const std::string& sentence) const {
    if (kept_.in_journal() == 0) return run_failed(sentence + "; nothing was changed");
    return run_failed(fmt::format("{}; {} kept, and the same command goes on with the next; nothing else was changed", sentence,
                                  kept_.in_journal() == 1 ? "1 finished replication is"
                                                          : fmt::format("{} finished replications are", kept_.in_journal())));
}

/// The writer's words about a draft, said of the file that the user knows.
std::string Experiment::of_final_file(std::string sentence) const {
    const std::string draft = folder_.draft_of(kResultFile).string();
    const std::string known = (folder_.path() / kResultFile).string();
    for (std::size_t at = sentence.find(draft); at != std::string::npos; at = sentence.find(draft, at + known.size()))
        sentence.replace(at, draft.size(), known);
    return sentence;
}

void Experiment::tell_notes() {
    progress_.reset();
    skranke::tell(kept_.notes());
    skranke::tell(outdated_);
}

void Experiment::tell() const {
    if (options_.quiet || options_.table == EndTable::left_out) return;
    const std::string report = (folder_.path() / kReportFile).string();
    const std::string replications = number(static_cast<double>(summary_.replications), 0, lang());
    std::cout << screen_table(summary_, lang(), columns_of_terminal());
    if (summary_.stopping) std::cout << stopping_text(*summary_.stopping, summary_.replications, lang()) << "\n";
    if (answered_) {
        std::cout << fill(kAnswered.in(lang()), {replications, provenance_.created, report});
        return;
    }
    if (used_ > 0) std::cout << fill(kWentOn.in(lang()), {number(static_cast<double>(used_), 0, lang())});
    const std::string taken = taken_s_ < 10 ? number(taken_s_, 1, lang()) + " s" : duration_text(taken_s_);
    std::cout << fill(kClosing.in(lang()), {replications, taken, report});
}

}  // namespace

int run_experiment(const Scenario& scenario, const RunOptions& options, const std::string& folder_name) {
    if (options.event_log && *options.event_log >= scenario.replications)
        throw bad_usage(fmt::format("--event-log {}: the run has replications 0 to {}", *options.event_log, scenario.replications - 1));
    Experiment experiment(scenario, options, folder_name);
    try {
        experiment.carry_out();
    } catch (const CommandError&) {
        experiment.tell_notes();
        throw;
    }
    experiment.tell_notes();
    experiment.tell();
    return 0;
}

}  // namespace skranke
