#pragma once
/// \file
/// The stopping rule says after each replication whether the answer is precise enough: a sequential
/// procedure on one or several outcomes.
///
/// Rule    after `least` replications, stop as soon as the half-width of the 95 % interval of every watched
///         outcome is small enough. Relative goal g: half-width / |value| <= g / (1 + g); the value is then
///         off by more than g of the truth, not of itself, in about 5 % of experiments. Absolute goal:
///         half-width <= goal. A relative goal on a value of 0 is never reached.
/// Order   replications are added in their own order, so that the number does not depend on threads.
/// Range   each outcome at 95 %, not all of them together. Looking after every replication costs some of the
///         nominal coverage, the less the smaller the goal.
/// Source  A. M. Law, Simulation Modeling and Analysis (5th ed.), sec. 9.4.1: fixed-sample-size and
///         sequential procedures, adjusted relative error; least = 10 as recommended there. Intervals
///         of ratios as in analysis/estimate.hpp.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

struct PrecisionGoal {
    enum class Kind : std::uint8_t { relative, share, minutes };
    Kind kind = Kind::relative;
    double most = 0.05;  ///< half-width: of the value; of 1; in minutes
};

/// What a replication is watched for: a ratio of sums over some services and places.
struct WatchedOutcome {
    enum class Measure : std::uint8_t { unmet, on_time, access, handling };
    enum class Part : std::uint8_t { local, state, all };
    Measure measure = Measure::unmet;
    Part part = Part::local;
    std::optional<std::size_t> municipality;  ///< index; nothing for the whole area
    bool is_share() const { return measure == Measure::unmet || measure == Measure::on_time; }
};

/// "unmet_local", "handling_all", or in one municipality "unmet_local@5001". \return nothing for other names
std::optional<WatchedOutcome> watched_outcome(const std::string& name, const RecordShape& shape);
std::string name_of(const WatchedOutcome& outcome, const RecordShape& shape);
/// All names without a place.
std::vector<std::string> watched_names();

struct StoppingPlan {
    static constexpr std::uint32_t kLeast = 10;
    PrecisionGoal goal;
    std::vector<WatchedOutcome> outcomes;
    std::uint32_t most = 0;  ///< replications, whatever the precision
};

/// How far an experiment came.
struct Stopping {
    struct Outcome {
        std::string name;
        WatchedOutcome what;
        Estimate value;
        double precision = 0;  ///< half-width in the goal's terms; infinite if not known
        bool reached = false;
    };
    PrecisionGoal goal;
    std::uint32_t least = 0, most = 0;
    std::vector<Outcome> outcomes;
    bool reached() const;  ///< by all
};

class StoppingRule {
  public:
    /// \param scenario  must outlive the rule
    StoppingRule(StoppingPlan plan, const Scenario& scenario, RecordShape shape);

    void add(const RunRecord& record);
    /// Whether it is time to stop: precise enough, or as many replications as may be.
    bool is_over() const;
    Stopping state() const;
    /// How many replications it will take, as far as can be told by now; never more than may be.
    std::uint32_t expected() const;

  private:
    Stopping::Outcome state_of(std::size_t outcome) const;

    StoppingPlan plan_;
    const Scenario& scenario_;
    RecordShape shape_;
    std::uint32_t replications_ = 0;
    std::vector<RatioEstimator> estimators_;  // by outcome
};

/// The plan on one line: equal plans have equal texts.
std::string text_of(const StoppingPlan& plan, const RecordShape& shape);

}  // namespace skranke
