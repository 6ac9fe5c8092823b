#pragma once
/// \file
/// A summary is the answer of an experiment: for the county and each municipality the rates, waits
/// and verdicts, each with its 95 % interval over replications. Screens, tables and reports print
/// it; none of them computes.
///
/// Shape   places: index 0 is the whole area, then the municipalities in RecordShape's order.
/// Units   shares 0..1; minutes; days where named.
/// Memory  does not depend on the number of replications.

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/controls/controlled_ratio.hpp"
#include "engine/analysis/estimate.hpp"
#include "engine/analysis/stopping/stopping_rule.hpp"
#include "engine/analysis/twin/twin_check.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// One place x service (or x group) over all replications: enough for a table row. Settled needs
/// are those that were met or unmet; decided ones were met, or ran out of limit and grace.
struct OutcomeSummary {
    double needs = 0;                                   ///< born, mean per replication
    double censored = 0;                                ///< mean per replication
    Estimate unmet_rate;                                ///< unmet / settled
    Estimate on_time_share;                             ///< met_on_time / (met_on_time + met_late + never_decided)
    std::array<double, kReasons> unmet{};               ///< mean per replication, by Reason
    Estimate access_mean_min;                           ///< first attempt -> first contact
    Estimate handling_mean_min;                         ///< application -> decision, clock stops taken out
    Estimate access_p50_min, access_p90_min;            ///< of all people together; not told of groups
    Estimate handling_p50_min, handling_p90_min;        ///< same

    double unmet_total() const;  ///< mean per replication
    /// The reason that most unmet needs share, the earlier one if equal; Reason::barrier if none.
    Reason worst_reason() const;
};

/// How one group fares less everybody else in the same place: local services, the same runs.
struct GapSummary {
    Estimate unmet_rate, on_time_share;
    Estimate access_mean_min;
};

/// One policy over all its sites.
struct PolicySummary {
    Estimate starts;  ///< in a run
    Estimate days;    ///< working days in force, sites added up
    Estimate cost;    ///< NOK in a run
};

/// One head of the county governor's letter.
struct HeadVerdict {
    ShareEstimate holds;            ///< probability over replications that all its rules hold (verdict.hpp)
    int worst_rule = 0;             ///< index of the rule that failed most often, see rule_key()
    std::uint64_t worst_fails = 0;  ///< replications in which it failed
};
enum class Head : std::uint8_t { available, handled, sufficient };
inline constexpr std::size_t kHeads = 3;
inline constexpr std::size_t kRulesPerHead = 2;
const char* key_of(Head head);
/// Name of a rule of a head, e.g. "most_lost_before_contact"; as in the scenario's [verdict].
const char* rule_key(Head head, int rule);

struct PlaceSummary {
    std::string number;  ///< "" for the whole area
    std::string name;    ///< of the whole area: the county that all share, else ""
    double population = 0;
    double lon = 0, lat = 0;               ///< degrees; of the whole area: 0
    OutcomeSummary local, state, all;      ///< by system, and both
    std::vector<OutcomeSummary> services;  ///< by service
    std::vector<OutcomeSummary> groups;    ///< by group, local services only
    std::vector<GapSummary> gaps;          ///< by group
    GapSummary vulnerable_gap;             ///< of all vulnerable groups together
    std::vector<Estimate> limits;          ///< by RecordShape::limits: share of cases inside the limit
    std::vector<Estimate> replies;         ///< by service: share of provisional replies sent in time
    std::array<HeadVerdict, kHeads> verdict;
    std::vector<Band> open_local_cases;  ///< by week
    std::vector<Band> open_state_cases;  ///< by week
    std::vector<Band> unmet_local;       ///< needs that ended unmet, by week
};

/// The same of local services with what came of many or few needs taken out; empty where the expected number of
/// needs is not known.
struct ControlledOutcome {
    ControlledEstimate unmet_rate;  ///< unmet / settled
    ControlledEstimate unmet;       ///< people per replication
};

struct DeskSummary {
    std::string key, site, kind;
    Estimate occupancy;         ///< busy / staffed
    Estimate wait_mean_min;     ///< of those served
    Estimate refused_share;     ///< of arrivals: found it full
    Estimate left_share;        ///< of arrivals: ran out of patience or were sent home at closing time
    double arrived = 0;         ///< mean per replication
    std::vector<Band> backlog;  ///< by week
};

struct Summary {
    std::uint64_t replications = 0;
    double persons = 0, events = 0;    ///< mean per replication
    std::uint64_t fingerprint = 0;     ///< combine() over the replications' fingerprints, in order, from 0
    std::vector<PlaceSummary> places;  ///< 0 = whole area
    std::vector<ControlledOutcome> controlled;  ///< by place; or empty
    std::vector<DeskSummary> desks;
    std::vector<TwinCheck> twins;      ///< by desk: held against queueing theory
    std::vector<PolicySummary> policies;  ///< in the scenario's order
    std::optional<Stopping> stopping;     ///< nothing if the number of replications was given
};

}  // namespace skranke
