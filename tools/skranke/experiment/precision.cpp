#include "tools/skranke/experiment/precision.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <map>

#include "engine/base/problem.hpp"
#include "engine/report/text/stopping_text.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

struct Unit {
    PrecisionGoal::Kind kind;
    double scale;
};

const std::map<std::string, Unit> kUnits{{"", {PrecisionGoal::Kind::relative, 1}},
                                         {"%", {PrecisionGoal::Kind::relative, 0.01}},
                                         {"pp", {PrecisionGoal::Kind::share, 0.01}},
                                         {"min", {PrecisionGoal::Kind::minutes, 1}},
                                         {"h", {PrecisionGoal::Kind::minutes, 60}},
                                         {"d", {PrecisionGoal::Kind::minutes, 24 * 60}}};

WatchedOutcome outcome_of(const std::string& name, const PrecisionGoal& goal, const RecordShape& shape) {
    const auto outcome = watched_outcome(name, shape);
    if (!outcome) {
        const std::string nearest = nearest_name(name.substr(0, name.find('@')), watched_names());
        throw bad_usage(fmt::format("--precision-of {}: no such outcome{}; it can be {}, each also of one municipality, as in unmet_local@{}",
                                    name, nearest.empty() || name.starts_with(nearest) ? "" : " (did you mean " + nearest + "?)",
                                    fmt::join(watched_names(), ", "), shape.municipalities.front()));
    }
    const bool fits = goal.kind == PrecisionGoal::Kind::relative || (goal.kind == PrecisionGoal::Kind::share) == outcome->is_share();
    if (!fits)
        throw bad_usage(fmt::format("--precision-of {}: {}", name,
                                    outcome->is_share() ? "is a share, so --precision is per cent of it (5%) or percentage points (0.2pp)"
                                                        : "is a time, so --precision is per cent of it (5%) or a time (30min, 2h, 1d)"));
    return *outcome;
}

}  // namespace

PrecisionGoal precision_from(const std::string& text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const auto unit = kUnits.find(std::string(end, text.data() + text.size()));
    const bool good = error == std::errc{} && unit != kUnits.end() && std::isfinite(value) && value > 0;
    if (good && (unit->second.kind != PrecisionGoal::Kind::relative || value * unit->second.scale < 1))
        return {unit->second.kind, value * unit->second.scale};
    throw bad_usage(fmt::format("--precision {}: not a half-width such as 5% or 0.05 (of the value, below 100%), 0.2pp (percentage "
                                "points) or 30min, 2h, 1d", text));
}

std::optional<StoppingPlan> stopping_plan(const RunOptions& options, const RecordShape& shape) {
    if (!options.precision) return std::nullopt;
    StoppingPlan plan{*options.precision, {}, most_replications(options, 0)};
    const std::vector<std::string> names = options.precision_of.empty() ? std::vector<std::string>{"unmet_local"} : options.precision_of;
    for (const std::string& name : names) plan.outcomes.push_back(outcome_of(name, plan.goal, shape));
    return plan;
}

std::uint32_t most_replications(const RunOptions& options, std::uint32_t usual) {
    if (!options.precision) {
        if (options.max_replications) throw bad_usage("--max-replications: only with --precision; otherwise --replications says how many");
        if (!options.precision_of.empty()) throw bad_usage("--precision-of: only with --precision, e.g. --precision 5%");
        return options.replications.value_or(usual);
    }
    if (options.replications)
        throw bad_usage("--replications and --precision: one or the other; --max-replications limits a run with --precision");
    return options.max_replications.value_or(kUsualCap);
}

std::string sureness(const Stopping& stopping) {
    const auto less_precise = [](const Stopping::Outcome& a, const Stopping::Outcome& b) { return a.precision < b.precision; };
    const Stopping::Outcome& worst = *std::max_element(stopping.outcomes.begin(), stopping.outcomes.end(), less_precise);
    if (!std::isfinite(worst.precision)) return "";
    return worst.name + " +- " + precision_text(worst.precision, stopping.goal.kind, Lang::en);
}

}  // namespace skranke
