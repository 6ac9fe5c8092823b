#pragma once
/// \file
/// The verbs of the command line, each with what the user may ask of it. A verb returns the exit
/// status, or throws a CommandError.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/stopping/stopping_rule.hpp"
#include "engine/parallel/replication_runner.hpp"
#include "engine/planning/catch_up/back_rule.hpp"
#include "engine/planning/lending/agreement.hpp"
#include "engine/planning/sizing/place_search.hpp"
#include "engine/report/html_page.hpp"
#include "engine/sensitivity/sweep.hpp"
#include "tools/skranke/resume/kept_runs.hpp"
#include "tools/skranke/start/starter.hpp"

namespace skranke {

enum class Format : std::uint8_t { text, json };

/// Whether a run ends with its table on the screen.
enum class EndTable : std::uint8_t { shown, left_out };

/// What the runs of a scenario have in common.
struct RunOptions {
    std::string scenario_file;
    std::vector<std::string> settings;  ///< "key=value", over the file
    std::optional<std::uint32_t> replications;
    std::optional<std::uint64_t> seed;
    unsigned threads = 0;  ///< 0 = all processors
    Parallelism parallel = Parallelism::automatic;
    FingerprintStrength fingerprint = FingerprintStrength::time;
    std::string out = "results";
    std::string language = "nb";  ///< nb, nn or en
    std::optional<std::uint32_t> event_log;  ///< number of the replication whose events are written
    std::optional<PrecisionGoal> precision;  ///< instead of a number of replications
    std::vector<std::string> precision_of;   ///< names of outcomes; empty = unmet_local
    std::optional<std::uint32_t> max_replications;
    Reuse reuse = Reuse::wanted;
    bool quiet = false;
    EndTable table = EndTable::shown;
    std::string borders;  ///< GeoJSON file for a map in the report; "" = none
    OpenCases open_cases = OpenCases::left_out;  ///< of the pile, in the report
    bool pdf = false;     ///< the report also as PDF
    std::string command;  ///< as typed, without folders; for the result's provenance
};

struct CheckOptions {
    std::vector<std::string> scenario_files;
    std::vector<std::string> settings;
    Format format = Format::text;
};

struct InfoOptions {
    std::string result;  ///< folder or result.h5
    Format format = Format::text;
};

struct ReplayOptions {
    std::string result;  ///< folder or result.h5
    std::uint32_t replication = 0;
    bool event_log = false;
};

struct ReproduceOptions {
    std::string result;    ///< folder, result.h5 or report.html
    unsigned threads = 0;  ///< 0 = all processors
    bool quiet = false;
};

struct RosOptions {
    std::string result;                       ///< folder or result.h5
    std::vector<std::string> municipalities;  ///< numbers or names; none = all
    std::string language = "nb";
};

/// What `new` writes.
enum class NewKind : std::uint8_t { scenario, form };

struct NewOptions {
    std::string municipality;  ///< number or name; "" = the form says
    std::string form;          ///< workbook that was filled in; "" = none
    NewKind kind = NewKind::scenario;
    std::string language = "nb";  ///< of a form
    std::string out;           ///< folder, or scenario file; "" = a folder named after the municipality
    Neighbours neighbours = Neighbours::county;
    bool force = false;        ///< replaces files that are there
    std::string command;       ///< as typed, without folders
};

struct CompareOptions {
    std::vector<std::string> plans;  ///< folders, result.h5 or scenario files, two or more; the first is compared with
    RunOptions run;                  ///< of scenario files, which are played first; out, language, quiet and command of all
    std::optional<std::uint32_t> people;  ///< number of the replication whose people are followed one by one
    std::string person;                   ///< who is shown day by day; "" = nobody
};

struct BestOptions {
    std::vector<std::string> scenario_files;  ///< two or more
    std::vector<std::string> settings;        ///< "key=value", over each file
    double within = 0;                        ///< a difference in unmet local needs too small to matter
    std::uint32_t first = 10;                 ///< runs of every plan before the first decision
    std::uint32_t most = 1000;                ///< runs of a plan at most
    std::optional<std::uint64_t> seed;
    unsigned threads = 0;  ///< 0 = all processors
};

struct SweepOptions {
    RunOptions run;                           ///< scenario, settings, replications of each point, seed, threads, out, language
    std::vector<std::string> vary;            ///< KEY, KEY=LOW:HIGH or KEY=A,B,C; none = all that is marked
    std::optional<Method> design;             ///< one at a time; a grid if a list of values is given
    std::optional<std::size_t> points;        ///< of lhs and sobol; trajectories of morris; blocks of saltelli
    std::optional<std::size_t> levels;        ///< of grid and morris
    std::vector<std::string> municipalities;  ///< number or name, besides the whole area
    Measure outcome = Measure::unmet_rate;    ///< what the picture is of
};

struct CatchUpOptions {
    RunOptions run;  ///< scenario, settings, replications of each staffing, seed, threads, out, language, reuse
    BackRule rule;
    std::string by;                     ///< a date to be back by; "" = only say when
    std::optional<double> probability;  ///< of being back by then
    std::optional<double> unit;         ///< positions that a step of the search adds
};

struct LendOptions {
    RunOptions run;  ///< scenario, settings, replications of each staffing, seed, threads, out, language, reuse
    LendingRules rules;
    bool remote = false;         ///< lent staff work from their own office
    std::optional<double> longest_km;  ///< 0 = no limit
    std::optional<double> pace;  ///< of borrowed staff
};

struct StressOptions {
    RunOptions run;                    ///< scenario, settings, replications of a height at most, seed, threads, out, language
    std::string of;                    ///< surge that is scaled; "" = ordinary demand is
    std::vector<std::string> services; ///< keys, local or all; none = local
    std::string from;                  ///< a Monday; "" = a third into the run
    std::optional<int> weeks;
    std::optional<double> absence, most, step, probability;
    std::vector<std::string> lengths;  ///< of the map, as typed, besides `weeks`
    std::vector<std::string> absences; ///< of the map, as typed, besides `absence`
};

struct MeasuresOptions {
    RunOptions run;                 ///< scenario, settings, replications of each plan, seed, threads, out, language, reuse
    std::vector<std::string> only;  ///< keys of measures; empty = all
    std::size_t steps = 2;          ///< of each office's sequence
};

struct SizeOptions {
    RunOptions run;                           ///< settings, replications of the search, seed, threads, out, language
    std::vector<std::string> scenario_files;  ///< one or more: the staffing has to do for each
    Effort effort = Effort::usual;
};

enum class SchemaForm : std::uint8_t { json, markdown };

int run(const RunOptions& options);
int demo(RunOptions options);
int check(const CheckOptions& options);
int write_new(const NewOptions& options);
int compare(const CompareOptions& options);
int best(const BestOptions& options);
int sweep(const SweepOptions& options);
int catch_up(const CatchUpOptions& options);
int lend(const LendOptions& options);
int stress(const StressOptions& options);
int measures(const MeasuresOptions& options);
int size(const SizeOptions& options);
int replay(const ReplayOptions& options);
/// \return 0; what does not come out the same is a CommandError with status 1
int reproduce(const ReproduceOptions& options);
int info(const InfoOptions& options);
int ros(const RosOptions& options);
int schema(SchemaForm form);

}  // namespace skranke
