#include "engine/planning/stress/stress.hpp"

#include <algorithm>
#include <numeric>

namespace skranke {

namespace {

std::optional<double> height_at(const std::optional<std::size_t>& index, const std::vector<double>& heights) {
    return index ? std::optional(heights[*index]) : std::nullopt;
}

double lost_share(const PlaceCounts& counts, Reason reason) {
    const auto lost = static_cast<double>(counts.lost[static_cast<std::size_t>(reason)]);
    return counts.judged.settled == 0 ? 0 : lost / static_cast<double>(counts.judged.settled);
}

/// Which losses a rule looks at; nothing for rules about time.
bool looks_at(std::size_t rule, Reason reason) {
    const bool is_gap = head_of(rule) == Head::sufficient && rule % kRulesPerHead == 1;
    if (is_gap) return true;
    if (rule % kRulesPerHead == 1 || head_of(rule) == Head::handled) return false;
    return is_before_contact(reason) == (head_of(rule) == Head::available);
}

std::optional<Reason> most_grown(const PlaceCounts& before, const PlaceCounts& under, std::size_t rule) {
    std::optional<Reason> most;
    double growth = 0;
    for (std::size_t r = 0; r < kReasons; ++r) {
        const auto reason = static_cast<Reason>(r);
        const double grown = lost_share(under, reason) - lost_share(before, reason);
        if (!looks_at(rule, reason) || grown <= growth) continue;
        most = reason;
        growth = grown;
    }
    return most;
}

DeskTime time_at(const StressCounts& counts, std::size_t place, DeskKind desk) {
    return desk == DeskKind::contact_centre ? counts.contact_centre : counts.desks[place][static_cast<std::size_t>(desk)];
}

DeskKind busiest_at_contact(const StressCounts& counts, std::size_t place) {
    DeskKind busiest = DeskKind::contact_centre;
    for (const DeskKind desk : {DeskKind::reception, DeskKind::duty_phone})
        if (time_at(counts, place, desk).occupancy() > time_at(counts, place, busiest).occupancy()) busiest = desk;
    return busiest;
}

}  // namespace

RuleMargin margin_of(const BreakingPoint& point, const std::vector<double>& heights) {
    RuleMargin margin{.low = height_at(point.holds, heights), .high = height_at(point.broken, heights), .contradicted = point.contradicted};
    if (point.is_broken_at_first()) {
        margin.margin = Margin::broken_before;
    } else if (!point.holds) {
        margin.margin = Margin::uncertain_before;
    } else if (point.height || point.broken) {
        margin.margin = Margin::breaks;
        const double highest = margin.high.value_or(heights.back());
        margin.height = std::clamp(point.height.value_or(highest), *margin.low, highest);
    }
    return margin;
}

std::vector<std::size_t> rules_that_hold(const RuleMargins& margins) {
    std::vector<std::size_t> rules;
    for (std::size_t rule = 0; rule < kVerdictRules; ++rule)
        if (margins[rule].margin == Margin::breaks || margins[rule].margin == Margin::holds) rules.push_back(rule);
    return rules;
}

FirstToBreak first_to_break(const std::vector<std::size_t>& rules, const std::vector<BreakingPoint>& points,
                            const std::vector<double>& heights) {
    FirstToBreak first;
    if (rules.empty()) first.margin.margin = Margin::broken_before;
    if (rules.empty()) return first;
    std::size_t holds = heights.size(), broken = heights.size();  // one more than the index, none is 0; none is the size
    for (std::size_t i = 0; i < rules.size(); ++i) {
        const BreakingPoint& point = points[i];
        holds = std::min(holds, point.holds ? *point.holds + 1 : 0);
        broken = std::min(broken, point.broken.value_or(heights.size()));
        first.margin.contradicted |= point.contradicted;
        const std::optional<double> at = point.height ? point.height : height_at(point.broken, heights);
        if (!at || (first.rule && first.margin.height <= *at)) continue;
        first.margin.margin = Margin::breaks;
        first.margin.height = *at;
        first.rule = rules[i];
    }
    if (holds > 0) first.margin.low = heights[holds - 1];
    if (broken < heights.size()) first.margin.high = heights[broken];
    const double lowest = first.margin.low.value_or(heights.front());
    first.margin.height = std::clamp(first.margin.height, lowest, std::max(lowest, first.margin.high.value_or(heights.back())));
    return first;
}

StressCause cause_of(const StressCounts& before, const StressCounts& under, std::size_t place, std::size_t rule, double height) {
    StressCause cause{.height = height, .reason = most_grown(before.places[place], under.places[place], rule)};
    const bool at_contact = head_of(rule) == Head::available || (cause.reason && is_before_contact(*cause.reason));
    cause.desk = at_contact ? busiest_at_contact(under, place) : DeskKind::casework;
    if (cause.reason) {
        cause.lost_before = lost_share(before.places[place], *cause.reason);
        cause.lost_under = lost_share(under.places[place], *cause.reason);
    }
    cause.busy_before = time_at(before, place, cause.desk).occupancy();
    cause.busy_under = time_at(under, place, cause.desk).occupancy();
    return cause;
}

std::vector<std::size_t> first_to_fall(const Stress& stress) {
    std::vector<std::size_t> order(stress.places.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto height = [&](std::size_t place) {
        const RuleMargin& first = stress.first[place].margin;
        return first.margin == Margin::breaks ? first.height : stress.plan.heights.back() + (first.margin == Margin::holds ? 1 : 2);
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return height(a) < height(b); });
    return order;
}

BreakingPoints::Held held_rules(const VerdictRules& rules, const StressCounts& counts) {
    BreakingPoints::Held held;
    for (const PlaceCounts& place : counts.places)
        for (const auto& head : judge(rules, place.judged))
            for (const bool holds : head) held.push_back(holds);
    return held;
}

}  // namespace skranke
