#pragma once
/// \file
/// A what-if is a stored scenario with settings on top, ready to be played one replication at a time, and what a page
/// shows of each: counts by municipality, estimates of two plans beside each other, and what formulas say before.
///
/// Form     JSON in and out, read and written without exceptions. A stored scenario is what a report's attachment holds
///          (tools/skranke/reproduce/attachment.hpp): "scenario", "inputs", "seed", "fingerprint_strength".
/// Shape    places: the whole area, then the municipalities in the record's order. Counts are of local services.
/// Order    the same scenario, settings, seed and number give the same fingerprint as `skranke run --set ...`.
/// Memory   that of one world and one replication.
/// Errors   a damaged stored scenario, and what is wrong with the settings, as texts in the answer's "problems".

#include <memory>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <vector>

#include "engine/kernel/fingerprint.hpp"
#include "engine/office/world.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke::what_if {

class Plan {
  public:
    Plan(Scenario scenario, FingerprintStrength strength);

    /// What a page needs to know before it plays: name, weeks, places.
    nlohmann::json facts() const;
    /// Replication `number`: fingerprint and, by place, what came of the needs.
    nlohmann::json play(std::uint32_t number) const;
    const World& world() const { return world_; }

  private:
    Scenario scenario_;
    World world_;
    FingerprintStrength strength_;
};

struct Opened {
    std::unique_ptr<Plan> plan;         ///< nothing if a problem is an error
    std::vector<std::string> problems;  ///< as `skranke` prints them
};

/// Sixteen hexadecimal digits.
std::string hexadecimal(std::uint64_t value);

/// \param stored    JSON \param settings  JSON: a list of texts `key=value`
Opened open(const std::string& stored, const std::string& settings);

/// Two plans of the same people. \param pairs  JSON: a list of {"before": place, "after": place}, as play() gave them,
/// and its "fingerprint", in the order of replications from 0
/// \return shares and verdicts of both and their difference, each with its 95 % interval; open cases by week of both, as low,
/// middle and high (BandSketch); the fingerprint of all after
nlohmann::json compare(const std::string& pairs);

/// Numbers that a replication tells of one desk and week: arrived, started, refused, left, sent_home, backlog, wait_us,
/// busy_us, staffed_us (DeskWeek).
inline constexpr std::size_t kDeskWeekNumbers = 9;

/// What queueing formulas say of plans that nobody has played, from another plan of the same places that was.
class Reckoner {
  public:
    /// \param played     outlives this
    /// \param simulated  JSON: {"desks": as play() gave them, summed over replications, "runs": how many}
    Reckoner(const World& played, const std::string& simulated);
    ~Reckoner();

    /// \return "before" (the plan that was played) and "after", by kind of desk: "load" (work over head-time), "wait_min" (mean,
    /// where a formula is valid; else null), how many "desks" anybody came to, and of how many there are "formulas"
    nlohmann::json reckon(const World& asked) const;

  private:
    struct Known;
    std::unique_ptr<Known> known_;  // nothing if `simulated` is of no use
};

}  // namespace skranke::what_if
