#include "tools/skranke/experiment/summary_tables.hpp"

#include <algorithm>

#include "tools/skranke/values.hpp"

namespace skranke {

namespace {

void put(Values& values, double value) { values.push_back(value); }
void put(Values& values, const ShareEstimate& e) {
    for (const double value : {e.value(), e.low(), e.high()}) values.push_back(e.trials > 0 ? value : kNothing);
}
void put(Values& values, const Band& band) {
    for (const double value : {band.low, band.middle, band.high}) values.push_back(value);
}
void put(Values& values, const std::array<double, kReasons>& by_reason) {
    values.insert(values.end(), by_reason.begin(), by_reason.end());
}

/// `get(item)` of every item of every list.
template <class Outer, class Inner, class Get>
Values gather(const Outer& lists, Inner inner, Get get) {
    Values values;
    for (const auto& list : lists)
        for (const auto& item : inner(list)) put(values, get(item));
    return values;
}

class Tables {
  public:
    Tables(ResultWriter& writer, const Summary& summary) : writer_(writer), summary_(summary) {}

    void add_axes() {
        writer_.add_axis("bound", {"estimate", "low", "high"}, "estimate and its 95 % interval over replications");
        writer_.add_axis("band", {"p10", "p50", "p90"}, "10, 50 and 90 % points over replications");
        writer_.add_axis("part", {"local", "state", "all"}, "services of the municipality, of the state, and both");
        std::vector<std::string> heads;
        for (std::size_t head = 0; head < kHeads; ++head) heads.emplace_back(key_of(static_cast<Head>(head)));
        writer_.add_axis("head", heads, "head of the verdict");
    }

    /// Everything an OutcomeSummary holds, over (place, `axis`). \param of  the outcomes of a place
    template <class Of>
    void add_outcomes(const std::string& axis, Of of, bool with_quantiles) {
        const auto add = [&](const std::string& name, const std::vector<std::string>& more, auto get,
                             const std::string& unit, const std::string& long_name) {
            std::vector<std::string> axes{"place", axis};
            axes.insert(axes.end(), more.begin(), more.end());
            writer_.add_table({name + "_by_" + axis, axes, gather(summary_.places, of, get), unit, long_name});
        };
        using O = OutcomeSummary;
        add(
            "needs", {}, [](const O& o) { return o.needs; }, "1", "needs born, mean per replication");
        add(
            "censored", {}, [](const O& o) { return o.censored; }, "1",
            "needs that ran past the horizon, mean per replication");
        add(
            "unmet", {"reason"}, [](const O& o) { return o.unmet; }, "1",
            "unmet needs by reason, mean per replication");
        add(
            "unmet_rate", {"bound"}, [](const O& o) { return o.unmet_rate; }, "1", "unmet needs / settled needs");
        add(
            "on_time_share", {"bound"}, [](const O& o) { return o.on_time_share; }, "1",
            "decided inside the time limit / decided");
        add(
            "access_mean", {"bound"}, [](const O& o) { return o.access_mean_min; }, "min",
            "first attempt to first contact, mean");
        add(
            "handling_mean", {"bound"}, [](const O& o) { return o.handling_mean_min; }, "min",
            "application to decision, mean");
        if (!with_quantiles) return;
        add(
            "access_p50", {"bound"}, [](const O& o) { return o.access_p50_min; }, "min",
            "first attempt to first contact, median");
        add(
            "access_p90", {"bound"}, [](const O& o) { return o.access_p90_min; }, "min",
            "first attempt to first contact, 90 % point");
        add(
            "handling_p50", {"bound"}, [](const O& o) { return o.handling_p50_min; }, "min",
            "application to decision, median");
        add(
            "handling_p90", {"bound"}, [](const O& o) { return o.handling_p90_min; }, "min",
            "application to decision, 90 % point");
    }

    void add_weeks(const std::string& name, std::vector<Band> PlaceSummary::*bands, const std::string& long_name) {
        const auto of = [=](const PlaceSummary& place) -> const std::vector<Band>& { return place.*bands; };
        writer_.add_table({name,
                           {"place", "week", "band"},
                           gather(summary_.places, of, [](const Band& b) { return b; }),
                           "1",
                           long_name});
    }

    /// \param estimate  of a gap
    void add_gap(const std::string& name, Estimate GapSummary::*estimate, const std::string& unit,
                 const std::string& long_name) {
        const auto of = [](const PlaceSummary& place) -> const auto& { return place.gaps; };
        writer_.add_table({name,
                           {"place", "group", "bound"},
                           gather(summary_.places, of, [=](const GapSummary& gap) { return gap.*estimate; }),
                           unit,
                           long_name + " of the group less that of everybody else, local services"});
    }

    void add_shares(const std::string& name, const std::string& axis, std::vector<Estimate> PlaceSummary::*shares,
                    const std::string& long_name) {
        const auto of = [=](const PlaceSummary& place) -> const std::vector<Estimate>& { return place.*shares; };
        writer_.add_table({name,
                           {"place", axis, "bound"},
                           gather(summary_.places, of, [](const Estimate& e) { return e; }),
                           "1",
                           long_name});
    }

    void add_policy(const std::string& name, Estimate PolicySummary::*estimate, const std::string& unit,
                    const std::string& long_name) {
        if (summary_.policies.empty()) return;
        Values values;
        for (const PolicySummary& policy : summary_.policies) put(values, policy.*estimate);
        writer_.add_table({name, {"policy", "bound"}, values, unit, long_name});
    }

    void add_verdict() {
        const auto of = [](const PlaceSummary& place) -> const auto& { return place.verdict; };
        writer_.add_table({"verdict",
                           {"place", "head", "bound"},
                           gather(summary_.places, of, [](const HeadVerdict& v) { return v.holds; }),
                           "1",
                           "probability over replications that all rules of the head hold"});
    }

    void add_desk(const std::string& name, Estimate DeskSummary::*estimate, const std::string& unit,
                  const std::string& long_name) {
        Values values;
        for (const DeskSummary& desk : summary_.desks) put(values, desk.*estimate);
        writer_.add_table({name, {"desk", "bound"}, values, unit, long_name});
    }

    /// What queueing theory says of the desks; NaN where no formula is valid.
    void add_twins() {
        if (summary_.twins.empty()) return;
        std::vector<std::string> causes;
        for (std::size_t c = 0; c < kCauses; ++c) causes.emplace_back(key_of(static_cast<Cause>(c)));
        writer_.add_axis("cause", causes, "what makes a desk differ from the plainest formula");
        const auto add = [&](const std::string& name, auto get, const std::string& unit, const std::string& long_name) {
            Values values;
            for (const TwinCheck& check : summary_.twins) values.push_back(get(check));
            writer_.add_table({name, {"desk"}, values, unit, long_name});
        };
        const auto if_valid = [](double TwinStep::*value) {
            return [=](const TwinCheck& check) { return check.verdict == TwinVerdict::none ? kNothing : check.shown.*value; };
        };
        using C = TwinCheck;
        add("twin_wait", if_valid(&TwinStep::wait_min), "min", "time in line of those served, mean, by the formula");
        add("twin_left_share", if_valid(&TwinStep::left_share), "1", "arrivals that leave the line, by the formula");
        add("twin_occupancy", if_valid(&TwinStep::occupancy), "1", "busy time / staffed time, by the formula");
        add("offered_load", [](const C& c) { return c.twin.offered_load; }, "1", "erlang, mean while people come");
        add("peak_load", [](const C& c) { return c.twin.peak_load; }, "1", "erlang, the highest of a half hour (piles: a week)");
        add("erlang_b", [](const C& c) { return c.twin.erlang_b; }, "1", "share lost at the mean load if nobody could wait");
        add("twin_formula", [](const C& c) { return static_cast<double>(c.twin.formula); }, "1",
            "0 none, 1 erlang_a, 2 erlang_c, 3 limited_line, 4 fluid");
        add("twin_verdict", [](const C& c) { return static_cast<double>(c.verdict); }, "1",
            "0 agrees, 1 explained, 2 may_be, 3 flagged, 4 none");
        Values because;
        for (const TwinCheck& check : summary_.twins) because.insert(because.end(), check.because.begin(), check.because.end());
        writer_.add_table({"twin_because", {"desk", "cause"}, because, "1", "1 = among the reasons of the verdict"});
    }

    /// Who goes unmet with what came of many or few needs taken out; where that can be told.
    void add_controlled() {
        if (summary_.controlled.empty()) return;
        const auto add = [&](const std::string& name, ControlledEstimate ControlledOutcome::*of, const std::string& long_name) {
            Values estimates, ratios;
            for (const ControlledOutcome& outcome : summary_.controlled) {
                put(estimates, (outcome.*of).controlled);
                ratios.push_back((outcome.*of).variance_ratio);
            }
            writer_.add_table({name + "_controlled", {"place", "bound"}, estimates, "1", long_name + ", local services, controlled by the needs born"});
            writer_.add_table({name + "_variance_ratio", {"place"}, ratios, "1", "variance of that estimate / of the ordinary one"});
        };
        add("unmet_rate", &ControlledOutcome::unmet_rate, "unmet needs / settled needs");
        add("unmet_people", &ControlledOutcome::unmet, "unmet needs per replication");
    }

    /// How precise a sequential experiment came to be.
    void add_stopping(const Stopping& stopping) {
        std::vector<std::string> names;
        Values estimates, precisions, reached;
        for (const Stopping::Outcome& outcome : stopping.outcomes) {
            names.push_back(outcome.name);
            put(estimates, outcome.value);
            put(precisions, outcome.precision);
            put(reached, outcome.reached ? 1 : 0);
        }
        writer_.add_axis("watched", names, "outcomes that the number of replications was chosen for; the rule is the attribute stopping");
        const auto unit = [&](const Stopping::Outcome& outcome) { return outcome.what.is_share() ? "1" : "min"; };
        const bool alike = std::all_of(stopping.outcomes.begin(), stopping.outcomes.end(),
                                       [&](const Stopping::Outcome& o) { return unit(o) == std::string(unit(stopping.outcomes.front())); });
        writer_.add_table({"watched_value", {"watched", "bound"}, estimates, alike ? unit(stopping.outcomes.front()) : "1 or min",
                           "watched outcome when the experiment stopped"});
        writer_.add_table({"watched_precision", {"watched"}, precisions, stopping.goal.kind == PrecisionGoal::Kind::minutes ? "min" : "1",
                           "half-width of its interval, in the terms of the rule"});
        writer_.add_table({"watched_reached", {"watched"}, reached, "1", "1 if this was precise enough, else 0"});
    }

  private:
    ResultWriter& writer_;
    const Summary& summary_;
};

}  // namespace

void add_summary_tables(ResultWriter& writer, const Summary& summary) {
    Tables tables(writer, summary);
    tables.add_axes();
    tables.add_outcomes(
        "part",
        [](const PlaceSummary& p) {
            return std::array{p.local, p.state, p.all};
        },
        true);
    tables.add_outcomes(
        "service", [](const PlaceSummary& p) -> const auto& { return p.services; }, true);
    tables.add_outcomes(
        "group", [](const PlaceSummary& p) -> const auto& { return p.groups; }, false);
    tables.add_gap("unmet_gap", &GapSummary::unmet_rate, "1", "unmet rate");
    tables.add_gap("on_time_gap", &GapSummary::on_time_share, "1", "share decided in time");
    tables.add_gap("access_gap", &GapSummary::access_mean_min, "min", "mean time to first contact");
    tables.add_policy("policy_starts_mean", &PolicySummary::starts, "1", "times that a measure started in a run");
    tables.add_policy("policy_days_mean", &PolicySummary::days, "1", "working days in force, sites added up");
    tables.add_policy("policy_cost", &PolicySummary::cost, "NOK", "cost of a measure in a run");
    tables.add_shares("limit_share", "limit", &PlaceSummary::limits, "cases inside the limit / cases");
    tables.add_shares("reply_share", "service", &PlaceSummary::replies, "provisional replies sent in time / due");
    tables.add_verdict();
    tables.add_weeks("open_local_cases", &PlaceSummary::open_local_cases, "undecided local cases at the week's end");
    tables.add_weeks("open_state_cases", &PlaceSummary::open_state_cases, "undecided state cases at the week's end");
    tables.add_weeks("unmet_local", &PlaceSummary::unmet_local, "local needs that ended unmet in the week");
    tables.add_desk("occupancy", &DeskSummary::occupancy, "1", "busy time / staffed time");
    tables.add_desk("wait_mean", &DeskSummary::wait_mean_min, "min", "time in line of those served, mean");
    tables.add_desk("refused_share", &DeskSummary::refused_share, "1", "arrivals that found it full / arrivals");
    tables.add_desk("left_share", &DeskSummary::left_share, "1",
                    "arrivals that left the line or were sent home / arrivals");
    tables.add_twins();
    tables.add_controlled();
    if (summary.stopping) tables.add_stopping(*summary.stopping);
}

}  // namespace skranke
