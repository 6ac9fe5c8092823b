#include "engine/analysis/stopping/stopping_rule.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <utility>

#include "engine/analysis/outcome_ratios.hpp"
#include "engine/base/contract.hpp"

namespace skranke {

namespace {

using Measure = WatchedOutcome::Measure;
using Part = WatchedOutcome::Part;

constexpr std::array<const char*, 4> kMeasures{"unmet", "on_time", "access", "handling"};
constexpr std::array<const char*, 3> kParts{"local", "state", "all"};
constexpr std::array<const char*, 3> kKinds{"of the value", "of 1", "minutes"};

std::string plain_name(Measure measure, Part part) {
    return std::string(kMeasures[static_cast<std::size_t>(measure)]) + "_" + kParts[static_cast<std::size_t>(part)];
}

bool counts(const WatchedOutcome& outcome, System system) {
    return outcome.part == Part::all || (outcome.part == Part::local) == (system == System::local);
}

Ratio ratio_of(Measure measure, const OutcomeCell& cell) {
    switch (measure) {
        case Measure::unmet:
            return unmet_of(cell);
        case Measure::on_time:
            return on_time_of(cell);
        case Measure::access:
            return minutes_of(cell.access);
        case Measure::handling:
            return minutes_of(cell.handling);
    }
    return {};
}

double precision_of(PrecisionGoal::Kind kind, const Estimate& value) {
    constexpr double kUnknown = std::numeric_limits<double>::infinity();
    if (!value.valid) return kUnknown;
    if (kind != PrecisionGoal::Kind::relative) return value.half_width();
    return value.value == 0 ? kUnknown : value.half_width() / std::fabs(value.value);
}

double allowed(const PrecisionGoal& goal) {
    return goal.kind == PrecisionGoal::Kind::relative ? goal.most / (1 + goal.most) : goal.most;
}

std::string shortest(double value) {
    std::array<char, 32> text{};
    const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(), value);
    SKRANKE_EXPECT(error == std::errc{});
    return {text.data(), end};
}

}  // namespace

std::vector<std::string> watched_names() {
    std::vector<std::string> names;
    for (std::size_t m = 0; m < kMeasures.size(); ++m)
        for (std::size_t p = 0; p < kParts.size(); ++p)
            names.push_back(plain_name(static_cast<Measure>(m), static_cast<Part>(p)));
    return names;
}

std::optional<WatchedOutcome> watched_outcome(const std::string& name, const RecordShape& shape) {
    const std::size_t at = name.find('@');
    const std::vector<std::string> names = watched_names();
    const auto found = std::find(names.begin(), names.end(), name.substr(0, at));
    if (found == names.end()) return std::nullopt;
    const auto index = static_cast<std::size_t>(found - names.begin());
    WatchedOutcome outcome{static_cast<Measure>(index / kParts.size()), static_cast<Part>(index % kParts.size()), {}};
    if (at == std::string::npos) return outcome;
    const auto& places = shape.municipalities;
    const auto place = std::find(places.begin(), places.end(), name.substr(at + 1));
    if (place == places.end()) return std::nullopt;
    outcome.municipality = static_cast<std::size_t>(place - places.begin());
    return outcome;
}

std::string name_of(const WatchedOutcome& outcome, const RecordShape& shape) {
    const std::string name = plain_name(outcome.measure, outcome.part);
    return outcome.municipality ? name + "@" + shape.municipalities[*outcome.municipality] : name;
}

std::string text_of(const StoppingPlan& plan, const RecordShape& shape) {
    std::string names;
    for (const WatchedOutcome& outcome : plan.outcomes) names += (names.empty() ? "" : ", ") + name_of(outcome, shape);
    return "95 % half-width at most " + shortest(plan.goal.most) + " " + kKinds[static_cast<std::size_t>(plan.goal.kind)] +
           " of " + names + "; " + std::to_string(StoppingPlan::kLeast) + " to " + std::to_string(plan.most) + " replications";
}

bool Stopping::reached() const {
    return std::all_of(outcomes.begin(), outcomes.end(), [](const Outcome& outcome) { return outcome.reached; });
}

StoppingRule::StoppingRule(StoppingPlan plan, const Scenario& scenario, RecordShape shape)
    : plan_(std::move(plan)), scenario_(scenario), shape_(std::move(shape)), estimators_(plan_.outcomes.size()) {
    SKRANKE_EXPECT(plan_.most >= StoppingPlan::kLeast && !plan_.outcomes.empty());
}

void StoppingRule::add(const RunRecord& record) {
    ++replications_;
    for (std::size_t i = 0; i < plan_.outcomes.size(); ++i) {
        const WatchedOutcome& outcome = plan_.outcomes[i];
        const std::size_t first = outcome.municipality.value_or(0);
        const std::size_t last = outcome.municipality ? first + 1 : shape_.municipalities.size();
        OutcomeCell sum;
        for (std::size_t m = first; m < last; ++m)
            for (const System system : {System::local, System::state})
                if (counts(outcome, system)) sum += outcomes_of(scenario_, shape_, record, m, system);
        const Ratio ratio = ratio_of(outcome.measure, sum);
        estimators_[i].add(ratio.numerator, ratio.denominator);
    }
}

Stopping::Outcome StoppingRule::state_of(std::size_t i) const {
    const Estimate value = estimators_[i].estimate();
    const double precision = precision_of(plan_.goal.kind, value);
    return {name_of(plan_.outcomes[i], shape_), plan_.outcomes[i], value, precision, precision <= allowed(plan_.goal)};
}

bool StoppingRule::is_over() const {
    if (replications_ >= plan_.most) return true;
    return replications_ >= StoppingPlan::kLeast && state().reached();
}

std::uint32_t StoppingRule::expected() const {
    double most = std::max(replications_, StoppingPlan::kLeast);
    for (const Stopping::Outcome& outcome : state().outcomes) {
        const double ratio = outcome.precision / allowed(plan_.goal);  // half-widths shrink as 1 / sqrt(n)
        most = std::max(most, std::ceil(replications_ * ratio * ratio));
    }
    return most < plan_.most ? static_cast<std::uint32_t>(most) : plan_.most;
}

Stopping StoppingRule::state() const {
    Stopping state{plan_.goal, StoppingPlan::kLeast, plan_.most, {}};
    for (std::size_t i = 0; i < plan_.outcomes.size(); ++i) state.outcomes.push_back(state_of(i));
    return state;
}

}  // namespace skranke
