#pragma once
/// \file
/// Options that several verbs have, each added to a verb with one call, so that they read, check and explain the same
/// everywhere.
///
/// Errors  CommandError with status 2 while the command line is read: what was typed, and what would be right.

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <limits>
#include <map>
#include <string>
#include <vector>

#include "tools/skranke/command_error.hpp"
#include "tools/skranke/experiment/precision.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

inline constexpr std::uint32_t kMostReplications = 1'000'000;
inline constexpr unsigned kMostThreads = 1024;

/// An option that takes one whole number in a range and says so when it gets something else.
template <class Number, class Target>
CLI::Option* add_number(CLI::App& verb, const std::string& name, Target& target, Number least, Number most,
                        const std::string& help) {
    const auto read = [=, &target](const std::string& text) {
        Number number{};
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc{} || end != text.data() + text.size() || number < least || number > most)
            throw bad_usage(fmt::format("{} {}: not a whole number from {} to {}", name, text, least, most));
        target = number;
    };
    return verb.add_option_function<std::string>(name, read, help)->type_name("N")->take_last();
}

inline void add_settings(CLI::App& verb, std::vector<std::string>& settings) {
    const auto has_key_and_value = [](const std::string& setting) {
        const auto equals = setting.find('=');
        if (equals == std::string::npos || equals == 0 || equals + 1 == setting.size())
            throw bad_usage(fmt::format("--set {}: not of the form key=value, e.g. --set time.weeks=13", setting));
        return std::string();
    };
    verb.add_option("--set", settings, "Give any key of the scenario another value; may be repeated")
        ->type_name("KEY=VALUE")
        ->allow_extra_args(false)
        ->check(has_key_and_value);
}

template <class Value>
inline void add_choice(CLI::App& verb, const std::string& name, Value& target, const std::map<std::string, Value>& choices,
                const std::string& help) {
    const auto read = [=, &target](const std::string& text) {
        const auto found = choices.find(text);
        std::vector<std::string> names;
        for (const auto& choice : choices) names.push_back(choice.first);
        if (found == choices.end())
            throw bad_usage(fmt::format("{} {}: not one of {}", name, text, fmt::join(names, ", ")));
        target = found->second;
    };
    verb.add_option_function<std::string>(name, read, help)->type_name("WORD")->take_last();
}

inline void add_format(CLI::App& verb, Format& format) {
    add_choice<Format>(verb, "--format", format, {{"text", Format::text}, {"json", Format::json}},
                       "text for people (default) or json for programs");
}

/// `--name` or `--name K`
inline void add_replication(CLI::App& verb, const std::string& name, std::optional<std::uint32_t>& target, const std::string& help) {
    const auto read = [&target, name](const CLI::results_t& typed) {
        const std::string text = typed.empty() || typed.front() == "true" || typed.front() == "{}" ? "" : typed.front();
        std::uint32_t number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (!text.empty() && (error != std::errc{} || end != text.data() + text.size()))
            throw bad_usage(fmt::format("{} {}: not the number of a replication, counted from 0", name, text));
        target = number;
        return true;
    };
    verb.add_option(name, read, help)->expected(0, 1)->type_name("K");
}

/// Where the result goes, in which language, and whether the terminal hears of it.
inline void add_place(CLI::App& verb, RunOptions& options) {
    verb.add_option("--out", options.out, "Folder that the result folder is made in (default: results)")
        ->type_name("FOLDER")
        ->take_last();
    add_choice<std::string>(verb, "--lang", options.language, {{"nb", "nb"}, {"nn", "nn"}, {"en", "en"}},
                            "Language of table and report: nb (default), nn or en");
    verb.add_flag("--quiet", options.quiet, "No progress and no table; errors and warnings only");
}

/// By the name that the command line knows them by.
template <class Value, std::size_t kCount>
std::map<std::string, Value> by_key() {
    std::map<std::string, Value> values;
    for (std::size_t i = 0; i < kCount; ++i) values[key_of(static_cast<Value>(i))] = static_cast<Value>(i);
    return values;
}

inline void add_precision(CLI::App& verb, RunOptions& options) {
    verb.add_option_function<std::string>(
            "--precision", [&options](const std::string& text) { options.precision = precision_from(text); },
            "Instead: play until the 95 % interval is no wider than this on either side: 5% or 0.05 (of the value),\n"
            "0.2pp (percentage points), 30min, 2h or 1d; from 10 replications to --max-replications")
        ->type_name("HALF-WIDTH")
        ->take_last();
    verb.add_option("--precision-of", options.precision_of,
                    "What is to be so precise (default: unmet_local); several, with commas: unmet, on_time, access or\n"
                    "handling, of local, state or all services; of one municipality: unmet_local@5001")
        ->type_name("NAME")
        ->delimiter(',')
        ->allow_extra_args(false);
    add_number<std::uint32_t>(verb, "--max-replications", options.max_replications, StoppingPlan::kLeast, kMostReplications,
                              fmt::format("The most that --precision may play (default: {})", kUsualCap));
}

/// An option that takes a number in a range; a share also in per cent.
template <class Target>
inline void add_decimal(CLI::App& verb, const std::string& name, Target& target, double least, double most, const std::string& help,
                 const std::string& type) {
    const auto read = [=, &target](const std::string& text) {
        const bool in_percent = type == "SHARE" && text.ends_with('%');
        double value = 0;
        const char* const last = text.data() + text.size() - (in_percent ? 1 : 0);
        const auto [end, error] = std::from_chars(text.data(), last, value);
        if (in_percent) value /= 100;
        if (error != std::errc{} || end != last || !(value >= least && value <= most))
            throw bad_usage(fmt::format("{} {}: not a number from {:g} to {:g}{}", name, text, least, most, type == "SHARE" ? ", e.g. 0.05 or 5%" : ""));
        target = value;
    };
    verb.add_option_function<std::string>(name, read, help)->type_name(type)->take_last();
}

inline void add_fresh(CLI::App& verb, RunOptions& options) {
    verb.add_flag_callback("--fresh", [&options] { options.reuse = Reuse::refused; },
                           "Play everything, also what was played before: without it the same question is answered from\n"
                           "the result in the folder, and a run that was ended early goes on where it was");
}

/// With whom variants of a scenario are played, on what, and where the answer goes.
inline void add_trial_options(CLI::App& verb, RunOptions& options) {
    add_number<std::uint64_t>(verb, "--seed", options.seed, 0, std::numeric_limits<std::uint64_t>::max(),
                              "Other people, other luck (default: as the scenario says)");
    add_number<unsigned>(verb, "--threads", options.threads, 1, kMostThreads,
                         "Processors to use; the result does not depend on it (default: all)");
    add_settings(verb, options.settings);
    add_place(verb, options);
    add_fresh(verb, options);
}

/// What the searches for plans have in common: how much is played, with whom, on what, and where the answer goes.
/// \param replications  what their number means, with its default
inline void add_search_options(CLI::App& verb, RunOptions& options, const std::string& replications) {
    add_number<std::uint32_t>(verb, "--replications", options.replications, 1, kMostReplications, replications);
    add_trial_options(verb, options);
}

inline void add_run_options(CLI::App& verb, RunOptions& options, const std::string& replications) {
    add_number<std::uint32_t>(verb, "--replications", options.replications, 1, kMostReplications,
                              "How often the scenario is played (default: " + replications + ")");
    add_precision(verb, options);
    add_number<std::uint64_t>(verb, "--seed", options.seed, 0, std::numeric_limits<std::uint64_t>::max(),
                              "Another seed: other people, other luck (default: as the scenario says)");
    add_number<unsigned>(verb, "--threads", options.threads, 1, kMostThreads,
                         "Processors to use; the result does not depend on it (default: all)");
    add_choice<Parallelism>(verb, "--parallel", options.parallel,
                            {{"auto", Parallelism::automatic},
                             {"replications", Parallelism::replications},
                             {"windows", Parallelism::windows}},
                            "What several processors do: replications side by side, windows of one replication\n"
                            "together, or auto (default): replications, until fewer are left than processors,\n"
                            "which then share the processors; the result does not depend on it");
    add_choice<FingerprintStrength>(verb, "--fingerprint", options.fingerprint,
                                    {{"time", FingerprintStrength::time},
                                     {"events", FingerprintStrength::events},
                                     {"draws", FingerprintStrength::draws}},
                                    "What the fingerprint sees, to find where two runs part: every event's time and\n"
                                    "rank (time, default), its place and kind too (events), its random numbers too\n"
                                    "(draws); slower, nothing else in the result depends on it, and only fingerprints\n"
                                    "of one strength can be compared");
    add_replication(verb, "--event-log", options.event_log,
                    "Write what happened to each person in replication K (default: 0) to events.csv");
    add_settings(verb, options.settings);
    add_place(verb, options);
    verb.add_option("--borders", options.borders, "GeoJSON with municipalities' borders, in degrees, for a map in the report; property kommunenummer")
        ->type_name("FILE")
        ->take_last();
    verb.add_flag("--pdf", options.pdf, "Print the report to report.pdf as well, with the browser of this machine");
    verb.add_flag_callback("--carry-cases", [&options] { options.open_cases = OpenCases::carried; },
                           "Put the open cases that the run begins with into report.html, so that it answers what-if and can be\n"
                           "played again; whoever gets the report can read them");
    add_fresh(verb, options);
}

}  // namespace skranke
