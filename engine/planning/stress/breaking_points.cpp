#include "engine/planning/stress/breaking_points.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

/// Neighbouring heights that share one share.
struct Plateau {
    double held, trials;
    std::size_t heights;
    double share() const { return held / trials; }
};

/// Joins neighbours until shares fall with height.
std::vector<Plateau> falling(const std::vector<Plateau>& shares) {
    std::vector<Plateau> plateaus;
    for (Plateau next : shares) {
        while (!plateaus.empty() && plateaus.back().share() <= next.share()) {
            next = {plateaus.back().held + next.held, plateaus.back().trials + next.trials, plateaus.back().heights + next.heights};
            plateaus.pop_back();
        }
        plateaus.push_back(next);
    }
    return plateaus;
}

}  // namespace

BreakingPoints::BreakingPoints(BreakingPlan plan)
    : plan_(std::move(plan)),
      tests_(plan_.items * plan_.heights.size(), SequentialTest(plan_.limit, plan_.error)),
      played_(plan_.heights.size(), 0) {
    SKRANKE_EXPECT(plan_.heights.size() >= 2 && std::is_sorted(plan_.heights.begin(), plan_.heights.end()));
    SKRANKE_EXPECT(plan_.first > 0 && plan_.batch > 0 && plan_.first <= plan_.most);
    SKRANKE_EXPECT(plan_.race.empty() || plan_.race.size() == plan_.items);
}

BreakingPoint BreakingPoints::point(std::size_t item) const {
    std::optional<std::size_t> lowest_broken, highest_held;
    for (std::size_t h = 0; h < plan_.heights.size(); ++h) {
        if (test(item, h).finding() == Finding::holds) highest_held = h;
        if (test(item, h).finding() == Finding::broken && !lowest_broken) lowest_broken = h;
    }
    BreakingPoint point;
    point.contradicted = lowest_broken && highest_held && *lowest_broken < *highest_held;
    for (std::size_t h = 0; h < plan_.heights.size(); ++h) {
        if (test(item, h).finding() == Finding::holds && h < lowest_broken.value_or(h + 1)) point.holds = h;
        if (test(item, h).finding() == Finding::broken && h >= highest_held.value_or(0) && !point.broken) point.broken = h;
    }
    point.height = estimate(item);
    return point;
}

std::optional<double> BreakingPoints::estimate(std::size_t item) const {
    std::vector<Plateau> shares;
    std::vector<double> heights;
    for (std::size_t h = 0; h < plan_.heights.size(); ++h) {
        const SequentialTest& told = test(item, h);
        if (told.trials() == 0) continue;
        shares.push_back({static_cast<double>(told.held()), static_cast<double>(told.trials()), 1});
        heights.push_back(plan_.heights[h]);
    }
    double above = 0, before = 1;  // height and share of the last that is not below the limit
    std::size_t next = 0;
    for (const Plateau& plateau : falling(shares)) {
        if (plateau.share() < plan_.limit)
            return next == 0 ? heights.front() : above + (heights[next] - above) * (before - plan_.limit) / (before - plateau.share());
        next += plateau.heights;
        above = heights[next - 1];
        before = plateau.share();
    }
    return {};
}

BreakingPoints::Bracket BreakingPoints::own_bracket(std::size_t item) const {
    const BreakingPoint found = point(item);
    const std::size_t count = plan_.heights.size();
    return {found.holds ? static_cast<std::ptrdiff_t>(*found.holds) : -1, static_cast<std::ptrdiff_t>(found.broken.value_or(count))};
}

std::vector<BreakingPoints::Bracket> BreakingPoints::brackets() const {
    std::vector<Bracket> brackets;
    for (std::size_t i = 0; i < plan_.items; ++i) brackets.push_back(own_bracket(i));
    if (plan_.race.empty()) return brackets;
    std::vector<std::ptrdiff_t> first(*std::max_element(plan_.race.begin(), plan_.race.end()) + 1,
                                      static_cast<std::ptrdiff_t>(plan_.heights.size()));
    for (std::size_t i = 0; i < plan_.items; ++i) first[plan_.race[i]] = std::min(first[plan_.race[i]], brackets[i].below);
    for (std::size_t i = 0; i < plan_.items; ++i) brackets[i].below = first[plan_.race[i]];
    return brackets;
}

/// Whether a look at a height can still settle an item whose point may lie there.
bool BreakingPoints::wants_more(std::size_t height, const std::vector<Bracket>& brackets) const {
    const auto at = static_cast<std::ptrdiff_t>(height);
    if (played_[height] >= plan_.most) return false;
    for (std::size_t i = 0; i < plan_.items; ++i)
        if (brackets[i].above < at && at < brackets[i].below && test(i, height).finding() == Finding::unknown) return true;
    return false;
}

/// How many open heights of an item a height settles at least, itself among them.
std::size_t BreakingPoints::settled_by(std::size_t height, const Bracket& bracket) const {
    std::size_t below = 0, above = 0;
    for (std::ptrdiff_t h = bracket.above + 1; h < bracket.below; ++h) {
        if (played_[static_cast<std::size_t>(h)] > 0) continue;
        ++(h < static_cast<std::ptrdiff_t>(height) ? below : above);
    }
    const auto at = static_cast<std::ptrdiff_t>(height);
    return bracket.above < at && at < bracket.below ? std::min(below + 1, above) : 0;
}

std::optional<BreakingPoints::Wanted> BreakingPoints::next() const {
    const std::vector<Bracket> open = brackets();
    if (current_ && wants_more(*current_, open))
        return Wanted{*current_, played_[*current_], std::min(plan_.batch, plan_.most - played_[*current_])};
    if (played_.front() == 0) return Wanted{0, 0, plan_.first};
    std::size_t best = 0, most = 0;
    for (std::size_t h = 0; h < plan_.heights.size(); ++h) {
        if (played_[h] > 0) continue;
        std::size_t settled = 0;
        for (const Bracket& bracket : open) settled += settled_by(h, bracket);
        if (settled > most) {
            most = settled;
            best = h;
        }
    }
    if (most == 0) return {};
    return Wanted{best, 0, plan_.first};
}

void BreakingPoints::tell(const Wanted& wanted, const std::vector<Held>& held) {
    SKRANKE_EXPECT(wanted.first == played_[wanted.height] && held.size() == wanted.replications);
    current_ = wanted.height;
    played_[wanted.height] += wanted.replications;
    for (const Held& replication : held) {
        SKRANKE_EXPECT(replication.size() == plan_.items);
        for (std::size_t i = 0; i < plan_.items; ++i) tests_[i * plan_.heights.size() + wanted.height].add(replication[i]);
    }
}

std::size_t BreakingPoints::open_heights() const {
    const std::vector<Bracket> open = brackets();
    std::size_t count = 0;
    for (std::size_t h = 0; h < plan_.heights.size(); ++h) {
        const auto at = static_cast<std::ptrdiff_t>(h);
        const auto contains = [&](const Bracket& b) { return b.above < at && at < b.below; };
        if (played_[h] == 0 && std::any_of(open.begin(), open.end(), contains)) ++count;
    }
    return count;
}

std::vector<double> ladder(double first, double step, double most) {
    SKRANKE_EXPECT(step > 0 && first < most);
    std::vector<double> heights{first};
    while (heights.back() < most) {
        const double next = heights.back() + step * std::max(1.0, heights.back());
        const double rounded = std::max(std::round(next * 100) / 100, heights.back() + 0.01);
        heights.push_back(rounded < most - 0.005 ? rounded : most);
    }
    return heights;
}

}  // namespace skranke
