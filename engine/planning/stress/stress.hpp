#pragma once
/// \file
/// A stress test: how much more each place could take before each of its rules breaks, which falls first, and what breaks it.
///
/// Shape   places x rules, the six of the verdict in its order (head by head); heights; cells of the map, a length and an
///         absence each.
/// Range   every place is under the same stress at the same time, since they share lines; margins of several places do
///         not say what one alone could take.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "engine/planning/stress/breaking_points.hpp"
#include "engine/planning/stress/stress_counts.hpp"
#include "engine/planning/stress/stress_load.hpp"

namespace skranke {

inline constexpr std::size_t kVerdictRules = kHeads * kRulesPerHead;
constexpr Head head_of(std::size_t rule) { return static_cast<Head>(rule / kRulesPerHead); }

/// What a rule does as the stress grows.
enum class Margin : std::uint8_t {
    broken_before,     ///< also without the stress
    uncertain_before,  ///< without the stress it neither surely holds nor is surely broken
    breaks,
    holds              ///< to the highest height
};

/// Where one rule of one place breaks, in heights.
struct RuleMargin {
    Margin margin = Margin::holds;
    double height = 0;            ///< best estimate; of `breaks` only
    std::optional<double> low;    ///< highest height where it is known to hold
    std::optional<double> high;   ///< lowest where it is known to be broken
    bool contradicted = false;    ///< as in BreakingPoint
};
RuleMargin margin_of(const BreakingPoint& point, const std::vector<double>& heights);

using RuleMargins = std::array<RuleMargin, kVerdictRules>;

/// Which rule of a place breaks first of those that are known to hold without the stress, and where.
struct FirstToBreak {
    RuleMargin margin;                ///< broken_before: no rule is known to hold without it
    std::optional<std::size_t> rule;  ///< of `breaks` only
};
/// \param rules  that count \param points  of these
FirstToBreak first_to_break(const std::vector<std::size_t>& rules, const std::vector<BreakingPoint>& points,
                            const std::vector<double>& heights);
/// Rules that are known to hold without the stress.
std::vector<std::size_t> rules_that_hold(const RuleMargins& margins);

/// Why a rule breaks: what grew most from the scenario without the stress to the height where it is broken.
struct StressCause {
    double height = 0;             ///< that the rest is of
    std::optional<Reason> reason;  ///< for which needs are lost; nothing where cases are late
    double lost_before = 0, lost_under = 0;  ///< for that reason, per need that ended, without the stress and under it
    DeskKind desk = DeskKind::casework;      ///< busiest of those that the rule depends on
    double busy_before = 0, busy_under = 0;  ///< its occupancy while the stress lasts
};
/// \param before, under  sums over the same replications
StressCause cause_of(const StressCounts& before, const StressCounts& under, std::size_t place, std::size_t rule, double height);

/// One length and absence of the map.
struct StressCell {
    int weeks = 0;
    double absence = 0;
    std::vector<FirstToBreak> places;
};

struct Stress {
    std::vector<PlanningPlace> places;
    StressLoad load;
    BreakingPlan plan;                     ///< heights, probability, error and replications
    std::vector<RuleMargins> margins;      ///< by place
    std::vector<FirstToBreak> first;       ///< by place
    std::vector<std::optional<StressCause>> causes;  ///< by place: of the first to break
    std::vector<SequentialTest> tests;     ///< place x rule x height
    std::vector<std::uint32_t> played;     ///< by height
    std::vector<double> map_heights;
    std::vector<StressCell> map;           ///< by absence, then length; the load's own among them
    std::uint64_t replications = 0;        ///< that all of it took
    std::uint64_t fingerprint = 0;

    const SequentialTest& test(std::size_t place, std::size_t rule, std::size_t height) const {
        return tests[(place * kVerdictRules + rule) * plan.heights.size() + height];
    }
};

/// Places by who falls first; then those that hold, and those where no rule was known to hold before.
std::vector<std::size_t> first_to_fall(const Stress& stress);

/// Whether each rule of each place holds, place by place.
BreakingPoints::Held held_rules(const VerdictRules& rules, const StressCounts& counts);

}  // namespace skranke
