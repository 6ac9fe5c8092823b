#pragma once
/// \file
/// An agreement between offices to lend each other caseworkers: who lends how much to whom so that the most people are helped
/// in time and nobody is worse off, and what came of it among people that the choice never met.
///
/// Shape    steps of a response: from -units to +units, without 0.
/// Rule     where an office drowns, a first unit may do little and the second much: their worth is shared between them, and what
///          is agreed on is played as a whole before it is believed.
///          Worse off: the 95 % interval of the place's further people unmet or late reaches above the tolerance, or a rule
///          of its verdict surely holds more seldom. Who borrows must gain surely, and more than the
///          tolerance. Nobody lends and borrows at once.
/// Units    people unmet or late in a run; positions in units of LendingRules::unit.
/// Source   paired differences with Student's interval (analysis/estimate.hpp).

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/planning/lending/loan_market.hpp"
#include "engine/planning/place_counts.hpp"
#include "engine/planning/staff_change.hpp"

namespace skranke {

/// What the offices may agree on: choices and assumptions.
struct LendingRules {
    double unit = 0.5;        ///< positions
    int most_units = 2;       ///< that a place lends or borrows
    double most_share = 0.3;  ///< of its positions that a place lends
    double longest_km = 0;    ///< as the crow flies; 0 = no limit
    LentWork work = LentWork::on_site;
    double pace = 1;          ///< work of a borrowed position over one's own
    double tolerance = 0.002; ///< share of its needs by which a place may have more unmet or late; never less than one person
};

/// Of one place under one variant, a replication each; paired by replication.
using PlaceRuns = std::vector<PlaceCounts>;

/// Needs of a place that end unmet or late.
std::int64_t unmet_or_late(const PlaceCounts& counts);

/// How much a place changes when its offices have more or fewer positions.
struct StaffResponse {
    std::vector<Estimate> fewer;  ///< people more unmet or late, by units fewer, from 1
    std::vector<Estimate> more;   ///< likewise, by units more; below 0 = helped
};

Estimate further_unmet_or_late(const PlaceRuns& before, const PlaceRuns& after);

/// People that a place may lose.
double tolerated(const PlaceRuns& before, const LendingRules& rules);

/// \param responses, positions, tolerance  by place \param excluded  places that no longer lend
LoanMarket market_of(const std::vector<StaffResponse>& responses, const std::vector<double>& positions, const std::vector<double>& tolerance,
                     const std::vector<std::vector<double>>& km, const std::vector<bool>& excluded, const LendingRules& rules);

/// Between the largest municipalities of the places; infinite where the rules allow no loan.
std::vector<std::vector<double>> distances(const Scenario& scenario, const std::vector<PlanningPlace>& places, const LendingRules& rules);

/// The loans as changes of staff: the lenders' less, the borrowers' more at the rules' pace.
StaffPlan plan_of(const Scenario& scenario, const std::vector<PlanningPlace>& places, const std::vector<StaffLoan>& loans, const LendingRules& rules);

struct PlaceChange {
    Estimate further;         ///< people more unmet or late
    double before = 0;        ///< people unmet or late without
    double tolerance = 0;     ///< people
    std::vector<std::string> broken_rules;  ///< keys of the verdict's rules that surely hold more seldom
    bool is_worse_off() const { return further.high > tolerance || !broken_rules.empty(); }
};

PlaceChange change_of(const VerdictRules& verdict, const PlaceRuns& before, const PlaceRuns& after, const LendingRules& rules);

/// Another way to share staff, among the same people.
struct SharingPlan {
    std::string key;  ///< "agreement", "own_pools", "one_pool"
    std::vector<PlaceChange> places;
    Estimate all;             ///< people more unmet or late, all places
    Estimate less_agreement;  ///< the same less that of the agreement; not valid for itself
};

/// A lender that was left out, with the loans that it had.
struct DroppedLender {
    std::size_t place = 0;
    std::vector<StaffLoan> loans;
    PlaceChange change;
};

struct Agreement {
    LendingRules rules;
    std::vector<PlanningPlace> places;
    std::vector<double> positions;         ///< by place, at casework on the first day
    std::vector<double> tolerances;        ///< by place, people that it may lose
    std::vector<std::vector<double>> km;
    std::vector<StaffResponse> responses;  ///< by place
    std::vector<StaffLoan> loans;
    std::vector<DroppedLender> dropped;
    std::vector<SharingPlan> plans;        ///< the agreement first, then other ways to share
    int weeks = 0;
    std::uint32_t replications = 0, rounds = 0;
    std::uint64_t fingerprint = 0;
};

/// People more unmet or late at all places together. \param before, after  by place
Estimate further_in_all(const std::vector<PlaceRuns>& before, const std::vector<PlaceRuns>& after);

/// All places of a plan. \param before, after  by place
SharingPlan sharing_plan(std::string key, const VerdictRules& verdict, const std::vector<PlaceRuns>& before, const std::vector<PlaceRuns>& after,
                         const LendingRules& rules);

}  // namespace skranke
