#include "engine/planning/lending/agreement.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

#include "engine/base/contract.hpp"
#include "engine/demand/distance.hpp"

namespace skranke {

namespace {

/// What the units up to `units` change; a part of a unit counts in proportion. \param steps  by units, from 1
double change_at(const std::vector<Estimate>& steps, double units) {
    const auto whole = std::min(static_cast<std::size_t>(units), steps.size());
    const double before = whole == 0 ? 0 : steps[whole - 1].value;
    if (whole == steps.size()) return before;
    return before + (units - static_cast<double>(whole)) * (steps[whole].value - before);
}

/// What each further unit costs a lender, as far as none makes it worse off.
std::vector<double> losses_of(const StaffResponse& response, double tolerance, int most_units) {
    std::vector<double> losses;
    double before = 0;
    for (int unit = 0; unit < most_units && response.fewer[static_cast<std::size_t>(unit)].high <= tolerance; ++unit) {
        const double now = std::max(before, response.fewer[static_cast<std::size_t>(unit)].value);
        losses.push_back(now - before);
        before = now;
    }
    return not_falling(std::move(losses));
}

std::vector<double> gains_of(const StaffResponse& response, const LendingRules& rules) {
    std::vector<double> losses;  // gains with the other sign
    double before = 0;
    for (int units = 1; units <= rules.most_units; ++units) {
        const double now = change_at(response.more, units * rules.pace);
        losses.push_back(now - before);
        before = now;
    }
    losses = not_falling(std::move(losses));
    for (double& value : losses) value = -value;
    return losses;
}

const Municipality& largest(const Scenario& scenario, const PlanningPlace& place) {
    return scenario.municipalities[*std::max_element(place.municipalities.begin(), place.municipalities.end(), [&](std::size_t a, std::size_t b) {
        return scenario.municipalities[a].population < scenario.municipalities[b].population;
    })];
}

}  // namespace

std::int64_t unmet_or_late(const PlaceCounts& counts) { return static_cast<std::int64_t>(counts.judged.settled) - counts.met_on_time; }

Estimate further_unmet_or_late(const PlaceRuns& before, const PlaceRuns& after) {
    SKRANKE_EXPECT(before.size() == after.size());
    MeanEstimator mean;
    for (std::size_t r = 0; r < before.size(); ++r) mean.add(static_cast<double>(unmet_or_late(after[r]) - unmet_or_late(before[r])));
    return mean.estimate();
}

double tolerated(const PlaceRuns& before, const LendingRules& rules) {
    double settled = 0;
    for (const PlaceCounts& counts : before) settled += static_cast<double>(counts.judged.settled);
    return std::max(1.0, rules.tolerance * settled / static_cast<double>(before.size()));
}

LoanMarket market_of(const std::vector<StaffResponse>& responses, const std::vector<double>& positions, const std::vector<double>& tolerance,
                     const std::vector<std::vector<double>>& km, const std::vector<bool>& excluded, const LendingRules& rules) {
    LoanMarket market;
    market.km = km;
    for (std::size_t p = 0; p < responses.size(); ++p) {
        const bool gains_surely = std::any_of(responses[p].more.begin(), responses[p].more.end(),
                                              [&](const Estimate& e) { return e.high < 0 && e.value < -tolerance[p]; });
        const int most = std::min(rules.most_units, static_cast<int>(rules.most_share * positions[p] / rules.unit + 1e-9));
        market.gains.push_back(gains_surely ? gains_of(responses[p], rules) : std::vector<double>{});
        market.losses.push_back(excluded[p] ? std::vector<double>{} : losses_of(responses[p], tolerance[p], most));
    }
    return market;
}

std::vector<std::vector<double>> distances(const Scenario& scenario, const std::vector<PlanningPlace>& places, const LendingRules& rules) {
    std::vector<std::vector<double>> km(places.size());
    for (std::size_t a = 0; a < places.size(); ++a)
        for (std::size_t b = 0; b < places.size(); ++b) {
            const double way = distance_km(largest(scenario, places[a]), largest(scenario, places[b]));
            km[a].push_back(rules.longest_km > 0 && way > rules.longest_km ? std::numeric_limits<double>::infinity() : way);
        }
    return km;
}

StaffPlan plan_of(const Scenario& scenario, const std::vector<PlanningPlace>& places, const std::vector<StaffLoan>& loans, const LendingRules& rules) {
    StaffPlan plan;
    plan.key = "lending";
    const auto add = [&](std::size_t place, int units, double worth) {
        for (StaffChange change : spread(scenario, places[place], units, rules.unit)) {
            change.positions *= worth;
            plan.changes.push_back(change);
        }
    };
    for (std::size_t p = 0; p < places.size(); ++p) {
        int lent = 0, borrowed = 0;
        for (const StaffLoan& loan : loans) {
            lent += loan.lender == p ? loan.units : 0;
            borrowed += loan.borrower == p ? loan.units : 0;
        }
        add(p, lent, -1);
        add(p, borrowed, rules.pace);
    }
    return plan;
}

PlaceChange change_of(const VerdictRules& verdict, const PlaceRuns& before, const PlaceRuns& after, const LendingRules& rules) {
    PlaceChange change{.further = further_unmet_or_late(before, after), .before = 0, .tolerance = tolerated(before, rules), .broken_rules = {}};
    std::array<MeanEstimator, kHeads * kRulesPerHead> more_often;
    for (std::size_t r = 0; r < before.size(); ++r) {
        change.before += static_cast<double>(unmet_or_late(before[r])) / static_cast<double>(before.size());
        const HeldRules was = judge(verdict, before[r].judged), is = judge(verdict, after[r].judged);
        for (std::size_t rule = 0; rule < more_often.size(); ++rule)
            more_often[rule].add(static_cast<double>(is[rule / kRulesPerHead][rule % kRulesPerHead]) -
                                 static_cast<double>(was[rule / kRulesPerHead][rule % kRulesPerHead]));
    }
    for (std::size_t rule = 0; rule < more_often.size(); ++rule)
        if (more_often[rule].estimate().high < 0)
            change.broken_rules.emplace_back(rule_key(static_cast<Head>(rule / kRulesPerHead), static_cast<int>(rule % kRulesPerHead)));
    return change;
}

Estimate further_in_all(const std::vector<PlaceRuns>& before, const std::vector<PlaceRuns>& after) {
    MeanEstimator all;
    for (std::size_t r = 0; r < before.front().size(); ++r) {
        std::int64_t further = 0;
        for (std::size_t p = 0; p < before.size(); ++p) further += unmet_or_late(after[p][r]) - unmet_or_late(before[p][r]);
        all.add(static_cast<double>(further));
    }
    return all.estimate();
}

SharingPlan sharing_plan(std::string key, const VerdictRules& verdict, const std::vector<PlaceRuns>& before, const std::vector<PlaceRuns>& after,
                         const LendingRules& rules) {
    SharingPlan plan{.key = std::move(key), .places = {}, .all = further_in_all(before, after), .less_agreement = {}};
    for (std::size_t p = 0; p < before.size(); ++p) plan.places.push_back(change_of(verdict, before[p], after[p], rules));
    return plan;
}

}  // namespace skranke
