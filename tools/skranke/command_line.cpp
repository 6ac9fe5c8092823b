#include "tools/skranke/command_line.hpp"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <charconv>
#include <filesystem>
#include <iostream>
#include <limits>

#include "engine/base/problem.hpp"
#include "engine/planning/sizing/staffing_search.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/verb_options.hpp"
#include "tools/skranke/verbs.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr std::size_t kMostLevels = 1000;

constexpr const char* kAbout =
    "Skranke asks a municipality's social services how they would stand a crisis: how long people\n"
    "wait, who never gets through, and why. A scenario file says what happens; Skranke plays it many\n"
    "times and reports each municipality with intervals.";
constexpr const char* kExamples =
    "Begin with:\n"
    "  skranke demo                                the shipped county of Trøndelag, spring 2020\n"
    "  skranke new --municipality 5014             a scenario for your own municipality, to change\n"
    "  skranke check my.toml                       every mistake in a scenario at once\n"
    "  skranke run my.toml --replications 30       -> results/NAME/report.html\n"
    "  skranke COMMAND --help                      all options of a command, with examples";
constexpr const char* kRunExamples =
    "Examples:\n"
    "  skranke run scenarios/trondelag-2020.toml\n"
    "  skranke run my.toml --replications 10 --seed 7 --out elsewhere --lang en\n"
    "  skranke run my.toml --precision 5% --precision-of unmet_local,access_local\n"
    "  skranke run my.toml --set desk.casework.per_1000_adults=0.9 --set time.weeks=13\n"
    "The same scenario, settings, seed and number of replications give the same result, bit for bit, with any\n"
    "number of threads.";

std::string join_version() {
    const std::string git = git_state();
    return fmt::format("skranke {}{}", version(), git.empty() ? "" : " (" + git + ")");
}

/// The options of all verbs, and the parser that fills them.
struct CommandLine {
    CLI::App app{kAbout, "skranke"};
    RunOptions run_options, demo_options;
    CheckOptions check_options;
    InfoOptions info_options;
    NewOptions new_options;
    RosOptions ros_options;
    ReplayOptions replay_options;
    ReproduceOptions reproduce_options;
    CompareOptions compare_options;
    BestOptions best_options;
    MeasuresOptions measures_options;
    SweepOptions sweep_options;
    CatchUpOptions catch_up_options;
    LendOptions lend_options;
    StressOptions stress_options;
    SizeOptions size_options;
    SchemaForm schema_form = SchemaForm::json;

    CommandLine() {
        app.footer(kExamples);
        app.set_version_flag("--version", join_version(), "Say which Skranke this is");
        app.require_subcommand(0, 1);
        app.get_formatter()->label("SUBCOMMAND", "COMMAND");
        app.get_formatter()->label("Subcommands", "Commands");

        CLI::App& run_verb = add_verb("run", "Play a scenario; write result.h5, report.html, summary.xlsx, summary.csv and model.md");
        run_verb.add_option("FILE", run_options.scenario_file, "The scenario (TOML)")->required()->type_name("");
        add_run_options(run_verb, run_options, "as the scenario says");
        run_verb.footer(kRunExamples);

        CLI::App& check_verb = add_verb("check", "Say everything that is wrong with scenarios; run nothing");
        check_verb.add_option("FILE", check_options.scenario_files, "Scenarios (TOML)")->required()->type_name("");
        add_settings(check_verb, check_options.settings);
        add_format(check_verb, check_options.format);
        check_verb.footer("Status 0 if all are good (warnings allowed), 2 if any has an error.");

        add_new();

        CLI::App& info_verb = add_verb("info", "Say what a result is: scenario, seed, program, fingerprint, rates");
        info_verb.add_option("RESULT", info_options.result, "Result folder or its result.h5")
            ->required()
            ->type_name("");
        add_format(info_verb, info_options.format);
        info_verb.footer("Example:\n  skranke info results/trondelag-2020 --format json");

        add_compare();
        add_best();
        add_sweep();
        add_catch_up();
        add_lend();
        add_stress();
        add_measures();
        add_size();
        add_ros();
        add_replay();
        add_reproduce();

        CLI::App& demo_verb = add_verb("demo", "Play the shipped Trøndelag scenario a few times, in under a minute");
        add_run_options(demo_verb, demo_options, "10");
        demo_verb.footer(
            "The result goes to results/trondelag-2020-demo. No file is needed: the scenario came with the program.");

        CLI::App& schema_verb = add_verb("schema", "Print every key of scenario files, with meaning, unit and range");
        add_choice<SchemaForm>(schema_verb, "--format", schema_form,
                               {{"json", SchemaForm::json}, {"markdown", SchemaForm::markdown}},
                               "json (JSON Schema, default) or markdown (tables to read)");
        schema_verb.footer(
            "Examples:\n  skranke schema --format markdown | less\n  skranke schema > scenario.schema.json");
    }

    void add_compare() {
        CLI::App& verb = add_verb("compare", "Say what plans change against the first, among the same people");
        RunOptions& run = compare_options.run;
        verb.add_option("PLAN", compare_options.plans,
                        "Result folders or their result.h5, or scenarios (TOML), which are played first; the plan to\n"
                        "compare with comes first")
            ->required()
            ->expected(2, 100)
            ->type_name("");
        add_number<std::uint32_t>(verb, "--replications", run.replications, 1, kMostReplications,
                                  "How often scenarios are played (default: as each says)");
        add_number<std::uint64_t>(verb, "--seed", run.seed, 0, std::numeric_limits<std::uint64_t>::max(),
                                  "Seed of scenarios (default: as each says; it must be the same)");
        add_number<unsigned>(verb, "--threads", run.threads, 1, kMostThreads, "Processors to use (default: all)");
        add_settings(verb, run.settings);
        add_replication(verb, "--people", compare_options.people,
                        "Follow the people of replication K (default: 0) one by one under each plan");
        verb.add_option("--person", compare_options.person, "Show one of them day by day, by the number in events.csv")
            ->type_name("ID")
            ->take_last();
        verb.add_option("--out", run.out, "Folder that the comparison's folder is made in (default: results)")
            ->type_name("FOLDER")
            ->take_last();
        add_choice<std::string>(verb, "--lang", run.language, {{"nb", "nb"}, {"nn", "nn"}, {"en", "en"}},
                                "nb, nn or en (default: nb)");
        verb.add_flag("--quiet", run.quiet, "Write the files, print nothing");
        verb.footer("Examples:\n  skranke compare results/trondelag-2020 results/open-doors --people\n"
                    "  skranke compare scenarios/trondelag-2020.toml scenarios/open-doors.toml scenarios/duty-phone.toml\n"
                    "Writes report.html and comparison.csv. Differences are taken run by run; their intervals are much\n"
                    "narrower than those of the plans themselves. Of several plans it says which may be the best.");
    }

    void add_best() {
        CLI::App& verb = add_verb("best", "Find the plan with the fewest unmet local needs, in as few runs as it takes");
        verb.add_option("FILE", best_options.scenario_files, "Scenarios (TOML)")->required()->expected(2, 100)->type_name("");
        const auto read = [this](const std::string& text) {
            double& within = best_options.within;
            const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), within);
            if (error != std::errc{} || end != text.data() + text.size() || !(within > 0) || within > 1e9)
                throw bad_usage(fmt::format("--within {}: not a number of people above 0", text));
        };
        verb.add_option_function<std::string>("--within", read, "A difference in unmet local needs, all places, too small to matter")
            ->required()
            ->type_name("PEOPLE")
            ->take_last();
        add_number<std::uint32_t>(verb, "--first", best_options.first, 5, 1000,
                                  "Runs of every plan before the first decision (default: 10)");
        add_number<std::uint32_t>(verb, "--most", best_options.most, 5, kMostReplications, "Runs of a plan at most (default: 1000)");
        add_number<std::uint64_t>(verb, "--seed", best_options.seed, 0, std::numeric_limits<std::uint64_t>::max(),
                                  "Seed of all plans (default: as the first says)");
        add_number<unsigned>(verb, "--threads", best_options.threads, 1, kMostThreads, "Processors to use (default: all)");
        add_settings(verb, best_options.settings);
        verb.footer("Example:\n  skranke best scenarios/trondelag-2020.toml scenarios/open-doors.toml scenarios/less-paper.toml --within 50\n"
                    "Procedure KN (Kim & Nelson 2001) among the same people: right with 95% probability. Plans that are\n"
                    "behind are dropped on the way.");
    }

    void add_sweep() {
        CLI::App& verb = add_verb("sweep", "Say which assumptions the answer depends on");
        SweepOptions& options = sweep_options;
        std::map<std::string, std::optional<Method>> designs;
        for (const auto& [key, method] : by_key<Method, kMethods>()) designs[key] = method;
        verb.add_option("FILE", options.run.scenario_file, "The scenario (TOML)")->required()->type_name("");
        verb.add_option("--vary", options.vary,
                        "What is varied: KEY: what the scenario marks with a range at or below it; KEY=LOW:HIGH: any\n"
                        "number; KEY=A,B,C: these values, for a grid; all (default): everything that is marked")
            ->type_name("KEY")
            ->allow_extra_args(false);
        add_choice<std::optional<Method>>(verb, "--design", options.design, designs,
                           "one-at-a-time (default), grid, lhs, sobol, morris (screens many), saltelli (Sobol indices of few)");
        add_number<std::size_t>(verb, "--points", options.points, 2, kMostPoints,
                                "Points of lhs and sobol (default: 64), trajectories of morris (10), blocks of saltelli (64)");
        add_number<std::size_t>(verb, "--levels", options.levels, 2, kMostLevels, "Levels of a range in a grid (default: 3) and in morris (4)");
        add_number<std::uint32_t>(verb, "--replications", options.run.replications, 1, kMostReplications,
                                  "How often each point is played, always with the same people (default: 5)");
        add_choice<Measure>(verb, "--outcome", options.outcome, by_key<Measure, kMeasures>(), "What the picture is of (default: unmet_rate)");
        verb.add_option("--municipality", options.municipalities, "Number or name of one to be told apart; may be repeated")
            ->type_name("NAME")
            ->allow_extra_args(false);
        add_number<std::uint64_t>(verb, "--seed", options.run.seed, 0, std::numeric_limits<std::uint64_t>::max(),
                                  "Other people, other luck, another design (default: as the scenario says)");
        add_number<unsigned>(verb, "--threads", options.run.threads, 1, kMostThreads,
                             "Processors to use; the result does not depend on it (default: all)");
        add_settings(verb, options.run.settings);
        add_place(verb, options.run);
        verb.footer("Examples:\n  skranke sweep scenarios/trondelag-2020.toml --vary desk --vary service.financial_assistance\n"
                    "  skranke sweep my.toml --vary desk.casework.speed=0.6:0.9 --vary channel.phone.room=50,100,200 --design grid\n"
                    "  skranke sweep my.toml --design morris --points 20 --outcome access_mean --municipality Frøya\n"
                    "The result goes to results/sweep-NAME: report.html, and sweep.h5 and sweep.csv with every point.");
    }

    void add_catch_up() {
        CLI::App& verb = add_verb("catch-up", "Say when each office is inside its clocks again, and the staff that it takes");
        CatchUpOptions& options = catch_up_options;
        verb.add_option("FILE", options.run.scenario_file, "The scenario (TOML); its [start] open_cases is the pile of today")
            ->required()
            ->type_name("");
        verb.add_option("--by", options.by, "Find the least casework positions in addition that bring each place back by the end of the\n"
                                            "week with this date, e.g. 2020-04-26; all places in the same runs")
            ->type_name("DATE")
            ->take_last();
        add_decimal(verb, "--probability", options.probability, 0.01, 0.999, "How surely, with --by (default: 0.9)", "SHARE");
        add_decimal(verb, "--unit", options.unit, 0.05, 100, "Positions that a step of the search adds, with --by (default: 0.5)", "POSITIONS");
        add_decimal(verb, "--most-overdue", options.rule.most_overdue, 0, 1,
                    "Inside its clocks: at most this share of the open local cases is past its limit (default: 0.05)", "SHARE");
        add_number<std::size_t>(verb, "--weeks-inside", options.rule.weeks, 1, 520, "and that at the end of so many weeks in a row (default: 4)");
        add_search_options(verb, options.run,
                           "How often each staffing is played, always with the same people (default: 200 for areas of up to 5\n"
                           "municipalities, else 40)");
        verb.footer("Examples:\n  skranke catch-up scenarios/from-today.toml --set time.weeks=26\n"
                    "  skranke catch-up scenarios/from-today.toml --set time.weeks=26 --by 2020-04-26 --probability 0.9\n"
                    "The result goes to results/catch-up-NAME: report.html, catch-up.csv, catch-up.h5, and with --by plan.toml, a\n"
                    "scenario with the staff that it found, to be laid beside FILE.");
    }

    void add_lend() {
        CLI::App& verb = add_verb("lend", "Find which offices should lend caseworkers to which, so that nobody is worse off");
        LendOptions& options = lend_options;
        verb.add_option("FILE", options.run.scenario_file, "The scenario (TOML)")->required()->type_name("");
        add_decimal(verb, "--longest-km", options.longest_km, 0, 5000,
                    "The farthest that offices lend, as the crow flies; 0 = no limit (default: 60, remote 0: assumed)", "KM");
        verb.add_flag("--remote", options.remote, "Lent caseworkers work from their own office, at --pace");
        add_decimal(verb, "--pace", options.pace, 0.05, 1, "Work of a borrowed caseworker over that of one's own (default: 1, remote 0.9: assumed)", "SHARE");
        add_decimal(verb, "--most-share", options.rules.most_share, 0, 1, "Of its positions, what an office lends at most (default: 0.3)", "SHARE");
        add_decimal(verb, "--unit", options.rules.unit, 0.05, 100, "Positions in a step; an office lends or borrows at most two (default: 0.5)", "POSITIONS");
        add_decimal(verb, "--tolerance", options.rules.tolerance, 0, 1,
                    "Share of its needs by which a lender may have more unmet or late before it counts as worse\noff; at least one person (default: 0.002)",
                    "SHARE");
        add_search_options(verb, options.run, "How often each staffing is played, always with the same people (default: 30)");
        verb.footer("Examples:\n  skranke lend scenarios/staff-pool.toml --remote\n"
                    "  skranke lend scenarios/trondelag-2020.toml --longest-km 100 --most-share 0.2\n"
                    "The result goes to results/lend-NAME: report.html, lend.csv, lend.h5, and agreement.toml, a scenario with the\n"
                    "loans, to be laid beside FILE.");
    }

    void add_stress() {
        CLI::App& verb = add_verb("stress", "Say how much more each office can take before each rule breaks, and what breaks it");
        StressOptions& options = stress_options;
        verb.add_option("FILE", options.run.scenario_file, "The scenario (TOML)")->required()->type_name("");
        add_load(verb, options);
        add_decimal(verb, "--most", options.most, 0, 1000, "The greatest height tried, in times of the usual (default: 5)", "X");
        add_decimal(verb, "--step", options.step, 0.01, 1, "How close heights are to each other (default: 15%; in the map at least 25%)", "SHARE");
        add_decimal(verb, "--probability", options.probability, 0.05, 0.95,
                    "A rule holds if it does in at least this share of the runs (default: 50%)", "SHARE");
        add_search_options(verb, options.run, "How often a height is played at most; fewer where all is plain (default: 12)");
        verb.footer("Examples:\n  skranke stress scenarios/trondelag-normal.toml\n"
                    "  skranke stress my.toml --weeks 6 --absence 10% --lengths 2,6,12 --absences 0,10%,20%\n"
                    "  skranke stress scenarios/trondelag-2020.toml --of layoffs\n"
                    "All offices are under the stress at the same time. The result goes to results/stress-NAME: report.html,\n"
                    "stress.csv and stress.h5. A command that was ended early goes on where it was.");
    }

    /// What the stress is.
    static void add_load(CLI::App& verb, StressOptions& options) {
        add_number<int>(verb, "--weeks", options.weeks, 1, 520, "How long the demand is higher (default: 4)");
        verb.add_option("--from", options.from, "Its first day, a Monday (default: a third into the run)")->type_name("DATE")->take_last();
        add_words(verb, "--services", options.services, "KEY", "Whose demand: local (default), all, or keys with commas");
        add_decimal(verb, "--absence", options.absence, 0, 1,
                    "Staff absent besides, at every desk of every office, while it lasts (default: 0)", "SHARE");
        verb.add_option("--of", options.of, "Instead: scale a surge that the scenario has, e.g. layoffs")->type_name("SURGE")->take_last();
        add_words(verb, "--lengths", options.lengths, "N", "Lengths of the map besides, in weeks (default: the double)");
        add_words(verb, "--absences", options.absences, "SHARE", "Absences of the map besides (default: 20%)");
    }

    /// Words with commas between them.
    static void add_words(CLI::App& verb, const std::string& name, std::vector<std::string>& words, const char* type, const std::string& help) {
        verb.add_option(name, words, help)->type_name(type)->delimiter(',')->allow_extra_args(false);
    }

    void add_measures() {
        CLI::App& verb = add_verb("measures", "Say what each thing that an office could do buys, and what it costs");
        RunOptions& run = measures_options.run;
        verb.add_option("FILE", run.scenario_file, "The scenario (TOML)")->required()->type_name("");
        verb.add_option("--only", measures_options.only, "Price this measure only, by its key; may be repeated")
            ->type_name("KEY")
            ->allow_extra_args(false);
        add_number<std::size_t>(verb, "--steps", measures_options.steps, 1, 5,
                                "Measures that an office may take one after another in its sequence (default: 2)");
        add_number<std::uint32_t>(verb, "--replications", run.replications, 2, kMostReplications,
                                  "How often each plan is played, always with the same people (default: 10; 40 of at most\n"
                                  "five municipalities); intervals of fewer than 30 are rough");
        add_trial_options(verb, run);
        verb.footer("Examples:\n  skranke measures scenarios/trondelag-2020.toml\n"
                    "  skranke measures my.toml --only door_hours --only more_casework --replications 40\n"
                    "  skranke measures my.toml --set price_list.position_day=3200 --steps 3\n"
                    "Measures of your own are tables [measure.KEY] of the scenario; prices stand in [price_list].\n"
                    "The result goes to results/measures-NAME: report.html, measures.csv and measures.h5.");
    }

    void add_size() {
        CLI::App& verb = add_verb("size", "Find the least staffing, by office, desk and period, that keeps the rules");
        verb.add_option("FILE", size_options.scenario_files, "The scenario; several: the staffing has to do for each of them")
            ->required()
            ->type_name("");
        add_number<std::uint32_t>(verb, "--replications", size_options.run.replications, kSizingBatch, kMostReplications,
                                  fmt::format("Runs that a staffing is tried with, in eights (default: as few as can tell, {} for size.probability 0.9)",
                                              least_sample(0.9)));
        verb.add_flag_callback("--thorough", [this] { size_options.effort = Effort::thorough; },
                               "Try to take a unit from every desk, period and hour, not only where it is best served");
        add_trial_options(verb, size_options.run);
        verb.footer("Examples:\n  skranke size scenarios/trondelag-normal.toml\n"
                    "  skranke size my.toml --set size.probability=0.8 --set size.period_weeks=1\n"
                    "  skranke size ordinary.toml crisis.toml         staffing that does for both\n"
                    "The result goes to results/size-NAME: report.html, size.h5, size.csv, and plan.toml, a scenario with that staffing.");
    }

    void add_ros() {
        CLI::App& verb = add_verb("ros", "Write a draft of the risk analysis (ROS) and preparedness plan of each office, for Word");
        verb.add_option("RESULT", ros_options.result, "Result folder or its result.h5")->required()->type_name("");
        verb.add_option("--municipality", ros_options.municipalities, "Number or name of one whose offices are told of; may be repeated (default: all)")
            ->type_name("NAME");
        add_choice<std::string>(verb, "--lang", ros_options.language, {{"nb", "nb"}, {"nn", "nn"}, {"en", "en"}}, "nb, nn or en (default: nb)");
        verb.footer("Example:\n  skranke ros results/trondelag-2020 --municipality Skaun\n"
                    "Writes ros.docx beside the result. Where skranke measures and skranke stress have been asked about the same\n"
                    "scenario and their results lie beside it, measures with their cost and levels that trigger them are in it.");
    }

    void add_replay() {
        CLI::App& verb = add_verb("replay", "Play one replication of a result again, alone, and compare fingerprints");
        verb.add_option("RESULT", replay_options.result, "Result folder or its result.h5")->required()->type_name("");
        add_number<std::uint32_t>(verb, "--replication", replay_options.replication, 0, kMostReplications,
                                  "Its number, counted from 0 (default: 0)");
        verb.add_flag("--event-log", replay_options.event_log, "Write what happened to each person to events.csv beside the result");
        verb.footer("Example:\n  skranke replay results/trondelag-2020 --replication 7 --event-log\n"
                    "Status 0 if it comes out as stored, 1 if not, 2 if there is no such result or replication.");
    }

    void add_reproduce() {
        CLI::App& verb = add_verb("reproduce", "Play a whole result or report again, from it alone, and compare every number");
        verb.add_option("RESULT", reproduce_options.result, "Result folder, its result.h5, or a report.html")->required()->type_name("");
        add_number<unsigned>(verb, "--threads", reproduce_options.threads, 1, kMostThreads, "Processors to use (default: all)");
        verb.add_flag("--quiet", reproduce_options.quiet, "No progress");
        verb.footer("Examples:\n  skranke reproduce results/trondelag-2020\n  skranke reproduce report-that-was-sent-to-me.html\n"
                    "Status 0 if all is as it was, 1 with the first difference if not, 2 if it cannot be played by this program.");
    }

    void add_new() {
        CLI::App& verb = add_verb("new", "Write a commented scenario with the real figures of a municipality");
        verb.add_option("--municipality", new_options.municipality, "Its number or its name, as in 2020")
            ->type_name("NAME")
            ->take_last();
        verb.add_flag_callback("--xlsx", [this] { new_options.kind = NewKind::form; },
                               "Write a form instead: a workbook in which the municipality fills in its own staff,\n"
                               "opening hours and open cases; it begins with what the scenario would assume");
        verb.add_option("--from", new_options.form, "Write the scenario with what stands in a form that was filled in")
            ->type_name("FORM.xlsx")
            ->take_last();
        add_choice<std::string>(verb, "--lang", new_options.language, {{"nb", "nb"}, {"nn", "nn"}, {"en", "en"}},
                                "Of the form: nb, nn or en (default: nb)");
        verb.add_option("-o,--out", new_options.out,
                        "Folder for the scenario and what it is read with, or the scenario's file in it\n"
                        "(default: a folder named after the municipality)")
            ->type_name("PLACE")
            ->take_last();
        add_choice<Neighbours>(verb, "--neighbours", new_options.neighbours,
                               {{"county", Neighbours::county}, {"office", Neighbours::office}},
                               "Who takes part: county (default), whose people wait in the same shared lines, or only\n"
                               "those that share an office with it, quicker and with shorter shared lines");
        verb.add_flag("--force", new_options.force, "Replace files of these names");
        verb.footer(
            "Examples:\n"
            "  skranke new --municipality 5014            -> froya-5014/froya-5014.toml\n"
            "  skranke new --municipality Drammen -o plans/drammen.toml\n"
            "  skranke new --municipality 5014 --xlsx     -> froya-5014/froya-5014.xlsx, to be sent and filled in\n"
            "  skranke new --from froya-5014/froya-5014.xlsx\n"
            "Mistakes in a form are told all at once, by sheet and cell, and nothing is written.");
    }

    CLI::App& add_verb(const std::string& name, const std::string& about) { return *app.add_subcommand(name, about); }
};

/// "--replication" -> " (did you mean --replications?)"; "" if nothing is near.
std::string suggestion(const std::string& word, const std::vector<std::string>& known) {
    const std::string nearest = nearest_name(word, known);
    return nearest.empty() ? "" : " (did you mean " + nearest + "?)";
}

CommandError unknown_argument(const CLI::App& app) {
    const CLI::App* verb = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
    std::vector<std::string> names;
    for (const CLI::Option* option : verb->get_options())
        for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
    const std::string word = app.remaining(true).front();
    return bad_usage("unknown argument " + word + suggestion(word, names));
}

void check_verb_name(const CLI::App& app, const std::string& word) {
    std::vector<std::string> names;
    for (const CLI::App* verb : app.get_subcommands({})) names.push_back(verb->get_name());
    if (word.front() == '-' || std::find(names.begin(), names.end(), word) != names.end()) return;
    throw bad_usage("unknown command " + word + suggestion(word, names) + "; skranke --help lists them all");
}

/// A path without the folders of this machine, anything else as it is.
std::string without_folders(const std::string& text) {
    const std::filesystem::path path(text);
    return path.is_absolute() || text.find("..") != std::string::npos ? path.filename().string() : text;
}

/// The command as typed, for a result that may be shared.
std::string command_text(const std::vector<std::string>& arguments) {
    std::string text = "skranke";
    for (const std::string& argument : arguments) {
        const std::size_t equals = argument.starts_with("--out=") ? argument.find('=') + 1 : 0;
        text += " " + argument.substr(0, equals) + without_folders(argument.substr(equals));
    }
    return text;
}

int do_verb(CommandLine& line, const std::vector<std::string>& arguments) {
    const auto chosen = line.app.get_subcommands();
    if (chosen.empty()) {
        std::cerr << line.app.help();
        return 2;
    }
    const std::string name = chosen.front()->get_name();
    const std::string command = command_text(arguments);
    for (std::string* of : {&line.run_options.command, &line.compare_options.run.command, &line.sweep_options.run.command,
                            &line.catch_up_options.run.command, &line.size_options.run.command, &line.lend_options.run.command, &line.stress_options.run.command, &line.measures_options.run.command,
                            &line.demo_options.command, &line.new_options.command})
        *of = command;
    if (name == "run") return run(line.run_options);
    if (name == "demo") return demo(line.demo_options);
    if (name == "check") return check(line.check_options);
    if (name == "new") return write_new(line.new_options);
    if (name == "ros") return ros(line.ros_options);
    if (name == "compare") return compare(line.compare_options);
    if (name == "best") return best(line.best_options);
    if (name == "sweep") return sweep(line.sweep_options);
    if (name == "catch-up") return catch_up(line.catch_up_options);
    if (name == "lend") return lend(line.lend_options);
    if (name == "stress") return stress(line.stress_options);
    if (name == "measures") return measures(line.measures_options);
    if (name == "size") return size(line.size_options);
    if (name == "replay") return replay(line.replay_options);
    if (name == "reproduce") return reproduce(line.reproduce_options);
    if (name == "info") return info(line.info_options);
    return schema(line.schema_form);
}

}  // namespace

int obey(const std::vector<std::string>& arguments) {
    CommandLine line;
    if (!arguments.empty() && !arguments.front().empty()) check_verb_name(line.app, arguments.front());
    try {
        line.app.parse(std::vector<std::string>(arguments.rbegin(), arguments.rend()));
    } catch (const CLI::Success& wanted) {  // --help or --version
        return line.app.exit(wanted);
    } catch (const CLI::ExtrasError&) {
        throw unknown_argument(line.app);
    } catch (const CLI::ParseError& failed) {
        throw bad_usage(failed.what());
    }
    return do_verb(line, arguments);
}

}  // namespace skranke
