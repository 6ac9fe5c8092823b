#pragma once
/// \file
/// A place search finds the least staffing of one place that keeps its rules: no unit can be taken away from a desk
/// where it is best served, nor from an hour of a door or phone, without breaking them in too many runs.
///
/// Rules    a staffing holds if in each scenario no more runs of a sample break a wanted rule than `allowed`; it is
///          decided as soon as more do. More staff is taken never to hurt (monotonicity): what was tight stays tight.
/// Order    1. everything ample: rules broken even so are not asked for;
///          2. each kind of desk down its ladder (ladder.hpp) while the others stay ample: the quality that it needs by
///             itself, by steps and few runs;
///          3. all desks together, each with what it needs and a reserve, the same addition to all qualities;
///          4. each desk down its ladder, unit by unit; with Effort::thorough then unit by unit out of every period;
///          5. doors and phones by the hour, all hours served with one quality, where that takes fewer; then unit by unit.
///          (Desks taken down one after the other would leave the last with all the burden of the first.)
///          All but the last are a search for the first link that holds, in steps that double and then halve.
///          The runs of a trial may come in any order. Common random numbers: all trials meet the same runs.
/// Range    what luck of the sample allowed, fresh runs will not: add_reserve() where they break a rule.
/// Cost     some 30 trials, half of them of a batch; with Effort::thorough one more a desk, period and hour.
/// Threads  none inside.
/// Source   chance constraints by sampled frequency: J. Luedtke & S. Ahmed, SIAM J. Optim. 19 (2008), pp. 674-699; the
///          test is curtailed: B. Eisenberg & B. Ghosh, in Handbook of Sequential Analysis (1991), ch. 6.

#include <optional>
#include <vector>

#include "engine/planning/inquiry.hpp"
#include "engine/planning/rules.hpp"
#include "engine/planning/sizing/ladder.hpp"
#include "engine/planning/sizing/staffing.hpp"

namespace skranke {

struct SearchedDesk {
    DeskNeed need;
    std::vector<double> hour_load;  ///< by hour of the day, only ratios are used; empty = its hours are not searched
    std::size_t kind = 0;           ///< desks of one kind go down their ladders together
};

/// Where a search looks for units that could go: in the best served period and hour of each desk, or in all of them.
enum class Effort : std::uint8_t { usual, thorough };

struct SearchSample {
    std::uint32_t runs = 16;
    std::uint32_t allowed = 0;   ///< of these may break a rule
    std::size_t scenarios = 1;
    Effort effort = Effort::usual;
};

/// Runs come in batches of so many.
inline constexpr std::uint32_t kSizingBatch = 8;

/// The fewest runs, in batches, of which none fails with kUndeserved or less where 1 - `probability` of all runs do; no more than kMostSample.
std::uint32_t least_sample(double probability);
inline constexpr std::uint32_t kMostSample = 160;

/// The most of `runs` that may fail so that a staffing which fails with 1 - `probability` or more seldom passes: with
/// kUndeserved or less (exact binomial test). 0 if no number is so small.
std::uint32_t allowed_failures(std::uint32_t runs, double probability);
inline constexpr double kUndeserved = 0.2;

/// The rule that was in the way when a unit was to be taken.
struct TightUnit {
    std::size_t desk = 0;
    std::size_t rule = 0;
};

class PlaceSearch {
  public:
    /// \param wanted  the rules to be kept
    PlaceSearch(std::vector<SearchedDesk> desks, RuleSet wanted, SearchSample sample);
    PlaceSearch(const PlaceSearch&) = delete;
    PlaceSearch& operator=(const PlaceSearch&) = delete;

    bool is_done() const { return !inquiry_.is_asking(); }
    /// By desk: what is tried now, or the answer.
    const std::vector<DeskStaffing>& staffing() const { return is_done() ? now_ : inquiry_.question().desks; }
    /// A run of each scenario with staffing(): what it broke.
    void add(std::span<const RuleSet> broken);
    /// Goes on to the next trial if this one is decided.
    void look();

    RuleSet wanted() const { return wanted_; }          ///< without those that no staffing keeps
    RuleSet impossible() const { return impossible_; }  ///< broken even by ample staff
    const std::vector<TightUnit>& tight() const { return tight_; }
    std::uint64_t trials() const { return trials_; }
    /// A little more for the desks that were in the way of a rule, or for all. \param rule  broken too often by fresh runs
    void add_reserve(std::size_t rule);

  private:
    using Desks = std::vector<DeskStaffing>;
    enum class Ends : std::uint8_t { when_decided, with_its_runs };
    struct Precision {
        std::uint32_t runs, allowed;
    };
    struct Guess {
        std::ptrdiff_t first, step;
    };
    struct Trial {
        Desks desks;
        std::uint32_t runs = 0, allowed = 0;
        Ends ends = Ends::when_decided;
    };
    using Runs = std::vector<std::vector<RuleSet>>;  // by scenario

    Story search();
    Story find_ceiling();
    Story find_least(const std::vector<Desks>& chain, Guess guess, Precision precision, std::size_t& least);
    Story descend_alone(std::size_t kind);
    Story descend_together();
    Story trim(std::size_t desk);
    Story shape_hours(std::size_t desk);
    Story take_from(std::size_t desk, std::vector<int> DeskStaffing::*units, std::vector<std::size_t> order, int floor);

    bool is_decided() const;
    bool holds(const Runs& runs, std::uint32_t allowed) const;
    std::uint32_t most_failures(const Runs& runs, RuleSet rules) const;
    std::size_t most_broken(const Runs& runs, RuleSet rules) const;

    Precision rough() const;
    Precision whole() const { return {sample_.runs, sample_.allowed}; }
    Desks with(std::size_t desk, DeskStaffing staffing) const;
    Desks with_reserve(double reserve) const;
    DeskStaffing by_hour(std::size_t desk, double quality) const;
    std::vector<std::size_t> kinds() const;
    std::vector<std::size_t> by_positions() const;

    std::vector<SearchedDesk> desks_;
    std::vector<Ladder> ladders_;
    std::vector<double> needed_;  // by desk: the quality that it needs while the others are ample
    std::vector<std::size_t> too_little_;  // by desk: a rung that it cannot do with, or the lowest
    double reserve_ = 0;
    RuleSet wanted_, impossible_;
    SearchSample sample_;
    Desks now_;
    std::optional<std::size_t> in_the_way_;  // the rule that the best link broke which find_least() found too little
    std::vector<TightUnit> tight_;
    std::uint64_t trials_ = 0;
    Runs runs_;  // of the trial
    Inquiry<Trial, Runs> inquiry_;
    Story story_;
};

}  // namespace skranke
