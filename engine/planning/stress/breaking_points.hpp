#pragma once
/// \file
/// Breaking points are the heights of a stress at which rules stop to hold: a search that asks for replications at one
/// height after another, each of which tells of every rule everywhere, until each rule's point is known to a step.
///
/// Shape   items (a rule of a place) x heights (a ladder, lowest first). At a height, a sequential test an item.
/// Order   the lowest height first, then always the one that leaves least open; replications 0, 1, 2 ... of each, the same
///         luck at every height.
/// Range   a rule that holds at a height is taken to hold below it. Then the interval from the highest height where it
///         holds to the lowest where it is broken misses the point with at most the error on either side: with common
///         luck a wrong finding further off comes only with a wrong one next to the point. What contradicts
///         this is told, and widens the interval.
/// Source  estimate between the ends: isotonic regression by pooling, M. Ayer et al., Annals of Mathematical Statistics 26
///         (1955), pp. 641-647; the order of heights and the interval are our own.

#include <cstddef>
#include <optional>
#include <vector>

#include "engine/planning/stress/sequential_test.hpp"

namespace skranke {

struct BreakingPlan {
    std::vector<double> heights;    ///< ascending, at least two; the first is the least stress
    std::size_t items = 1;
    double limit = 0.5;             ///< probability that a rule must at least hold with
    double error = 0.025;           ///< of each sequential test, on either side
    std::uint32_t first = 8;        ///< replications of a height before the first look
    std::uint32_t batch = 4;        ///< between looks
    std::uint32_t most = 24;        ///< of a height
    std::vector<std::size_t> race;  ///< by item: of those with one number only the first to break matters; empty = all do
};

/// Where one item breaks.
struct BreakingPoint {
    std::optional<std::size_t> holds;   ///< highest height where it is known to hold, below all where it is broken
    std::optional<std::size_t> broken;  ///< lowest height where it is known to be broken, above all where it holds
    std::optional<double> height;       ///< best estimate; nothing if it is not reached
    bool contradicted = false;          ///< somewhere it holds at a height above one where it is broken

    bool is_broken_at_first() const { return broken == std::size_t{0}; }
};

class BreakingPoints {
  public:
    struct Wanted {
        std::size_t height = 0;  ///< index
        std::uint32_t first = 0, replications = 0;
    };
    using Held = std::vector<bool>;  ///< by item, in one replication

    explicit BreakingPoints(BreakingPlan plan);

    const BreakingPlan& plan() const { return plan_; }
    /// Which replications are to be played next; nothing once all is known.
    std::optional<Wanted> next() const;
    /// \param held  of each replication that was wanted
    void tell(const Wanted& wanted, const std::vector<Held>& held);

    BreakingPoint point(std::size_t item) const;
    /// Replications told of a height so far.
    std::uint32_t played(std::size_t height) const { return played_[height]; }
    const SequentialTest& test(std::size_t item, std::size_t height) const { return tests_[item * plan_.heights.size() + height]; }
    /// Heights that may still be asked for.
    std::size_t open_heights() const;

  private:
    /// Heights between `above` and `below`, both left out, are where an item's point lies.
    struct Bracket {
        std::ptrdiff_t above, below;
    };
    Bracket own_bracket(std::size_t item) const;
    std::vector<Bracket> brackets() const;
    bool wants_more(std::size_t height, const std::vector<Bracket>& brackets) const;
    std::size_t settled_by(std::size_t height, const Bracket& bracket) const;
    std::optional<double> estimate(std::size_t item) const;

    BreakingPlan plan_;
    std::vector<SequentialTest> tests_;
    std::vector<std::uint32_t> played_;  // by height
    std::optional<std::size_t> current_; // height that is being played
};

/// A ladder from `first` to `most`: each step is `step` of the height, or of 1 below it; two decimals.
std::vector<double> ladder(double first, double step, double most);

}  // namespace skranke
