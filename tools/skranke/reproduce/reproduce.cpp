// skranke reproduce: everything in a result or a report again, from it alone, and compared.

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <iostream>

#include "engine/analysis/summary_builder.hpp"
#include "engine/office/expected_needs.hpp"
#include "engine/office/world.hpp"
#include "engine/report/html_page.hpp"
#include "engine/store/layout.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/interrupt.hpp"
#include "tools/skranke/experiment/progress.hpp"
#include "tools/skranke/reproduce/attachment.hpp"
#include "tools/skranke/scenario_file.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/verbs.hpp"
#include "tools/skranke/version.hpp"
#include "tools/web/bundle.hpp"

namespace skranke {

namespace {

std::string this_program() { return program_text(version(), git_state()); }

std::string made_by(const Provenance& made) {
    const std::string other = program_text(made.version, made.git);
    return other == this_program() ? "made by this skranke, " + other : fmt::format("made by skranke {}, this is {}", other, this_program());
}

/// The first variable that two records differ in, with its values; "" if they are the same.
std::string first_difference(const RunRecord& stored, const RunRecord& again) {
    for (const layout::Variable& variable : layout::variables()) {
        layout::Values then, now;
        variable.access.gather(stored, then);
        variable.access.gather(again, now);
        const auto [a, b] = std::mismatch(then.begin(), then.end(), now.begin(), now.end());
        if (a == then.end() && b == now.end()) continue;
        if (a == then.end() || b == now.end()) return fmt::format("{} has {} numbers, {} are stored", variable.name, now.size(), then.size());
        return fmt::format("{} is {} now, {} is stored", variable.name, *b, *a);
    }
    return "";
}

/// Plays replications 0 to n - 1. \param wants_more  is given each, in order
void play(const World& world, std::uint32_t n, FingerprintStrength strength, const ReproduceOptions& options,
          const std::function<bool(const RunRecord&)>& wants_more) {
    const InterruptWatch watch;
    Progress progress(!options.quiet, n);
    std::uint64_t done = 0;
    bool enough = false;
    const RunPlan plan{.replications = n,
                       .threads = options.threads,
                       .cancelled = interrupted,
                       .enough = [&] { return enough; },
                       .fingerprint = strength};
    const bool complete = run_replications(world, plan, [&](const RunRecord& record) {
        enough = !wants_more(record);
        progress.show(++done, n, "");
    });
    if (!complete) throw run_failed(fmt::format("interrupted after {} of {} replications; they were as stored", done, n));
}

void tell_same(const Provenance& made, std::uint64_t replications, const char* what) {
    std::cout << fmt::format("{} of {}: {} as stored, fingerprint {}; {}\n", count_of(replications, "replication", "replications"),
                             made.scenario_name, what, hexadecimal(made.fingerprint), made_by(made));
}

int reproduce_result(const std::string& file, const ReproduceOptions& options) {
    ResultReader reader = ResultReader::open(file);
    const Provenance& made = reader.provenance();
    const Scenario scenario = stored_scenario(reader);
    const World world(scenario);
    std::uint64_t index = 0, fingerprint = 0;
    std::string difference;
    play(world, static_cast<std::uint32_t>(reader.replications()), made.fingerprint_strength, options, [&](const RunRecord& again) {
        difference = first_difference(reader.read(index), again);
        if (!difference.empty()) return false;
        fingerprint = combine(fingerprint, again.fingerprint);
        ++index;
        return true;
    });
    if (!difference.empty()) throw run_failed(fmt::format("replication {}: {}; {}", index, difference, made_by(made)));
    if (fingerprint != made.fingerprint)
        throw run_failed(fmt::format("the fingerprint of all replications is {} now, {} is stored; {}", hexadecimal(fingerprint),
                                     hexadecimal(made.fingerprint), made_by(made)));
    tell_same(made, index, "every number");
    return 0;
}

std::optional<StoppingRule> rule_of(const Attachment& attached, const World& world) {
    if (!attached.goal) return std::nullopt;
    StoppingPlan plan{*attached.goal, {}, attached.most};
    for (const std::string& name : attached.watched)
        if (const auto outcome = watched_outcome(name, world.shape)) plan.outcomes.push_back(*outcome);
    if (plan.outcomes.empty() || plan.most < StoppingPlan::kLeast) throw bad_usage("the report's attachment is damaged (stopping)");
    return StoppingRule(plan, world.scenario, world.shape);
}

/// What the page plays its scenario with; nullptr if it does not.
const LiveEngine* live_engine_of(const std::string& page) {
    if (page.find("<template id=\"skranke-engine\">") == std::string::npos) return nullptr;
    if (const LiveEngine* live = live_engine()) return live;
    throw run_failed("the replications are the same, but the report can play its scenario and this skranke was built without what-if: "
                     "its bytes cannot be compared");
}

int reproduce_report(const std::string& file, const ReproduceOptions& options) {
    const std::optional<std::string> read = read_text_file(file);
    if (!read) throw bad_usage(file + ": no such file, or it cannot be read");
    const std::string& page = *read;
    const Attachment attached = attachment_of(page, file);
    const Provenance& made = attached.provenance;
    const Scenario scenario = scenario_again(made, attached.scenario_text, attached.inputs);
    const World world(scenario);
    SummaryBuilder builder(scenario, world.shape);
    if (const auto expected = expected_needs(world)) builder.control_by(*expected);
    std::optional<StoppingRule> rule = rule_of(attached, world);
    play(world, attached.replications, made.fingerprint_strength, options, [&](const RunRecord& record) {
        builder.add(record);
        if (rule) rule->add(record);
        return true;
    });
    Summary summary = builder.build();
    if (rule) summary.stopping = rule->state();
    if (summary.fingerprint != made.fingerprint)
        throw run_failed(fmt::format("the fingerprint of all replications is {} now, {} is in the report; {}",
                                     hexadecimal(summary.fingerprint), hexadecimal(made.fingerprint), made_by(made)));
    ReportExtras shown{.borders = attached.borders ? &*attached.borders : nullptr,
                       .cures = attached.cures ? &*attached.cures : nullptr,
                       .open_cases = OpenCases::carried,  // or they would not be here
                       .live = live_engine_of(page)};
    shown.attachment = attachment_markup(scenario, summary, made, attached.lang, shown);
    const std::string again =
        html_report(scenario, summary, made, attached.lang, shown);
    if (again != page) {
        const auto where = std::mismatch(page.begin(), page.end(), again.begin(), again.end()).first;
        throw run_failed(fmt::format("the replications are the same, but line {} of the report is not what they give; {}",
                                     1 + std::count(page.begin(), where, '\n'), made_by(made)));
    }
    tell_same(made, builder.replications(), "every byte of the report");
    return 0;
}

bool is_page(const std::string& file) {
    const std::string extension = std::filesystem::path(file).extension().string();
    return extension == ".html" || extension == ".htm";
}

}  // namespace

int reproduce(const ReproduceOptions& options) {
    const std::string file = result_file(options.result);
    if (is_page(file)) return reproduce_report(file, options);
    try {
        return reproduce_result(file, options);
    } catch (const StoreError& error) {
        throw bad_usage(error.what());
    }
}

}  // namespace skranke
