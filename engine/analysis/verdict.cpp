#include "engine/analysis/verdict.hpp"

#include <algorithm>

namespace skranke {
namespace {

// True if no more than `allowed` of the persons, or a single one, fall outside.
bool holds(std::uint64_t outside, double allowed) {
    constexpr double kRounding = 1e-9;  // 0.05 * 20 is meant as 1
    return outside <= 1 || static_cast<double>(outside) <= allowed * (1.0 + kRounding);
}

bool share_holds(std::uint64_t outside, std::uint64_t of, double most) {
    return holds(outside, most * static_cast<double>(of));
}

bool gap_holds(const JudgedCounts& c, double most_gap) {
    if (c.vulnerable_settled == 0 || c.other_settled == 0) return true;
    const double others = static_cast<double>(c.other_unmet) / static_cast<double>(c.other_settled);
    return holds(c.vulnerable_unmet, (others + most_gap) * static_cast<double>(c.vulnerable_settled));
}

}  // namespace

JudgedCounts& JudgedCounts::operator+=(const JudgedCounts& o) {
    settled += o.settled;
    lost_before += o.lost_before;
    lost_after += o.lost_after;
    reached += o.reached;
    slow += o.slow;
    decided += o.decided;
    late += o.late;
    urgent_decided += o.urgent_decided;
    urgent_late += o.urgent_late;
    vulnerable_settled += o.vulnerable_settled;
    vulnerable_unmet += o.vulnerable_unmet;
    other_settled += o.other_settled;
    other_unmet += o.other_unmet;
    return *this;
}

void VerdictCounts::add(const OutcomeCell& cell, bool urgent, bool vulnerable) {
    std::uint64_t before = 0, unmet = 0;
    for (std::size_t r = 0; r < kReasons; ++r) {
        unmet += cell.unmet[r];
        if (is_before_contact(static_cast<Reason>(r))) before += cell.unmet[r];
    }
    const std::uint64_t never = cell.unmet[static_cast<std::size_t>(Reason::never_decided)];
    const std::uint64_t met = cell.met_on_time + cell.met_late;
    counts_ += {.settled = met + unmet,
                .lost_before = before,
                .lost_after = unmet - before,
                .decided = met + never,
                .late = cell.met_late + never,
                .urgent_decided = urgent ? met + never : 0,
                .urgent_late = urgent ? cell.met_late + never : 0,
                .vulnerable_settled = vulnerable ? met + unmet : 0,
                .vulnerable_unmet = vulnerable ? unmet : 0,
                .other_settled = vulnerable ? 0 : met + unmet,
                .other_unmet = vulnerable ? 0 : unmet};
}

VerdictCounts& VerdictCounts::operator+=(const VerdictCounts& o) {
    counts_ += o.counts_;
    access_ += o.access_;
    return *this;
}

JudgedCounts VerdictCounts::judged(const VerdictRules& rules) const {
    constexpr double kMinutesPerDay = 24 * 60;
    JudgedCounts counts = counts_;
    counts.reached = access_.count();
    counts.slow = slower_than(rules.access_p90_days * kMinutesPerDay);
    return counts;
}

std::uint64_t VerdictCounts::slower_than(double limit_min) const {
    std::uint64_t slower = 0;
    const auto& bins = access_.bins();
    for (std::size_t b = 0; b < bins.size(); ++b) {
        const auto ends = QuantileSketch::lower_bound(b) + QuantileSketch::lower_bound(b + 1) - 1;
        if (static_cast<double>(ends) / 2.0 > limit_min) slower += bins[b];
    }
    return slower;
}

HeldRules judge(const VerdictRules& rules, const JudgedCounts& c) {
    constexpr double kSlowShare = 0.1;  // 90 % reach someone within the limit
    HeldRules held{};
    held[static_cast<std::size_t>(Head::available)] = {
        share_holds(c.lost_before, c.settled, rules.most_lost_before_contact),
        share_holds(c.slow, c.reached, kSlowShare)};
    held[static_cast<std::size_t>(Head::handled)] = {
        share_holds(c.late, c.decided, 1.0 - rules.least_on_time),
        share_holds(c.urgent_late, c.urgent_decided, 1.0 - rules.least_urgent_on_time)};
    held[static_cast<std::size_t>(Head::sufficient)] = {
        share_holds(c.lost_after, c.settled, rules.most_lost_after_contact), gap_holds(c, rules.most_vulnerable_gap)};
    return held;
}

}  // namespace skranke
