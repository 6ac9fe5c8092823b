#include "engine/language/checks/policy_checks.hpp"

#include <algorithm>
#include <limits>

#include "engine/language/checks/document_checker.hpp"
#include "engine/language/expression_reader.hpp"

namespace skranke {

namespace {

class PolicyChecker : private DocumentChecker {
  public:
    PolicyChecker(const Scenario& scenario, const Document& document, Problems& problems)
        : DocumentChecker{document, problems}, s_{scenario} {}

    void check_all() {
        for (const Policy& policy : s_.policies) check(policy, path_of(policy));
        for (const OfferedMeasure& measure : s_.measures) check(measure.policy, "measure." + measure.policy.key);
        for (std::size_t p = 0; p < s_.policies.size(); ++p)
            for (std::size_t q = p + 1; q < s_.policies.size(); ++q) check_contradiction(s_.policies[p], s_.policies[q]);
    }

  private:
    static std::string path_of(const Policy& policy) { return "policy." + policy.key; }

    void check(const Policy& policy, const std::string& path) {
        if (policy.from != Date{} && policy.to != Date{} && policy.to <= policy.from)
            report(path + ".to", date_text(policy.to), "is not after from, " + date_text(policy.from));
        for (const LeverMove& move : policy.levers) check_move(policy, move, path + ".levers");
        if (policy.is_triggered()) check_condition(policy, path + ".when");
    }

    void check_move(const Policy& policy, const LeverMove& move, const std::string& path) {
        const std::string name = name_of(s_, move.lever);
        const int ways = move.set.has_value() + move.add.has_value() + move.multiply.has_value() + !move.hours.periods.empty();
        if (ways != 1 || move.lever.is_hours() == move.hours.periods.empty()) {
            report(path, name, move.lever.is_hours() ? "needs hours = [{mon-fri = \"09:00-15:00\"}], and nothing else"
                                                     : "needs one of set, add and multiply");
            return;
        }
        const auto [low, high] = range_of(move.lever);
        if (move.set && (*move.set < low || *move.set > high))
            report(path, name, "cannot be set to " + number_text(*move.set) + " (from " + number_text(low) + " to " +
                                   number_text(high) + ")");
        if (!policy.is_triggered()) return;
        for (const SiteKind site : sites_that_see(policy))
            if (is_used_at(s_, move.lever, site)) return;
        report(path, name, "belongs to another site than what the condition looks at: " + policy.when_text);
    }

    // Kinds of sites where everything can be observed that a condition asks for.
    static std::vector<SiteKind> sites_that_see(const Policy& policy) {
        std::vector<SiteKind> sites;
        for (std::size_t kind = 0; kind < kSiteKinds; ++kind) {
            const auto site = static_cast<SiteKind>(kind);
            if (std::all_of(policy.when.steps.begin(), policy.when.steps.end(), [&](const Expression::Step& step) {
                    return step.what != Expression::Do::variable || is_seen_at(step.variable, site);
                }))
                sites.push_back(site);
        }
        return sites;
    }

    void check_condition(const Policy& policy, const std::string& path) {
        if (sites_that_see(policy).empty())
            return report(path, policy.when_text, "asks for things that no single office or shared site can see");
        const Bounds outcome = bounds_of(policy.when, [this](const Observable& variable) { return bounds_of_observable(variable); });
        if (outcome.low == 0 && outcome.high == 0) warn(path, policy.when_text, "can never hold in this scenario");
        if (outcome.low > 0 || outcome.high < 0)
            warn(path, policy.when_text, "always holds: the policy comes into force on the first day that it may");
    }

    Bounds bounds_of_observable(const Observable& variable) const {
        double quarantine = 0, absence = 0;
        for (const Surge& surge : s_.surges) {
            if (!surge.enabled) continue;
            quarantine += surge.height * surge.share.largest();
            absence += surge.height * surge.staff_absence.largest();
        }
        switch (variable.what) {
            case Observed::absence: return {0, std::min(1.0, absence)};
            case Observed::quarantine: return {0, std::min(1.0, quarantine)};
            case Observed::day: return {-7.0 * s_.warm_up_weeks, 7.0 * s_.weeks - 1};
            case Observed::weekday: return {1, 7};
            default: return {0, std::numeric_limits<double>::infinity()};
        }
    }

    // Two dated policies that set one lever at one office to different things at the same time.
    void check_contradiction(const Policy& one, const Policy& other) {
        if (!one.enabled || !other.enabled || one.is_triggered() || other.is_triggered()) return;
        const auto begins = [&](const Policy& p) { return p.from == Date{} ? s_.start : p.from; };
        const auto ends = [&](const Policy& p) { return p.to == Date{} ? s_.start + std::chrono::days{7 * s_.weeks} : p.to; };
        if (begins(one) >= ends(other) || begins(other) >= ends(one)) return;
        const bool share_office = one.offices.empty() || other.offices.empty() ||
                                  std::any_of(one.offices.begin(), one.offices.end(), [&](std::size_t office) {
                                      return std::find(other.offices.begin(), other.offices.end(), office) != other.offices.end();
                                  });
        if (!share_office) return;
        const auto sets = [](const LeverMove& move) { return move.set.has_value() || !move.hours.periods.empty(); };
        for (const LeverMove& a : one.levers)
            for (const LeverMove& b : other.levers)
                if (a.lever == b.lever && sets(a) && sets(b) && !(a.set && b.set && *a.set == *b.set))
                    report(path_of(other) + ".levers", name_of(s_, b.lever),
                           "is set by " + path_of(one) + " too, on the same days (dates apart, or add instead of set)");
    }

    const Scenario& s_;
};

}  // namespace

void check_policies(const Scenario& scenario, const Document& document, Problems& problems) {
    PolicyChecker{scenario, document, problems}.check_all();
}

}  // namespace skranke
