// Measures that a scenario's author has written: policies of the scenario, and measures offered besides.

#include <algorithm>

#include "engine/planning/price_list/kinds/kinds.hpp"

namespace skranke::price_list {

namespace {

bool takes(const Policy& policy, std::size_t office) {
    return policy.offices.empty() || std::find(policy.offices.begin(), policy.offices.end(), office) != policy.offices.end();
}

/// The offices of a policy, all of them named.
std::vector<std::size_t> named_offices(const Scenario& scenario, const Policy& policy) {
    std::vector<std::size_t> named;
    for (std::size_t office = 0; office < scenario.offices.size(); ++office)
        if (takes(policy, office)) named.push_back(office);
    return named;
}

void enable_at(const Scenario& scenario, Policy& policy, std::span<const std::size_t> offices) {
    policy.enabled = true;
    // With all its offices it is left as written, for the shared sites that it may move too.
    if (offices.size() < named_offices(scenario, policy).size()) policy.offices.assign(offices.begin(), offices.end());
}

void disable_at(const Scenario& scenario, Policy& policy, std::span<const std::size_t> offices) {
    std::vector<std::size_t> left;
    for (const std::size_t office : named_offices(scenario, policy))
        if (std::find(offices.begin(), offices.end(), office) == offices.end()) left.push_back(office);
    if (left.empty())
        policy.enabled = false;
    else
        policy.offices = left;
}

Label times(std::size_t dose) {
    const std::string many = std::to_string(dose + 1);
    return {many + " ganger", many + " gonger", many + " times"};
}

Label named(const Policy& policy) { return policy.label.nb.empty() && policy.label.en.empty() ? Label{policy.key, "", ""} : policy.label; }

}  // namespace

OfficeMeasure switched(const Scenario& scenario, std::size_t policy) {
    const Policy& written = scenario.policies[policy];
    OfficeMeasure measure;
    measure.key = "policy." + written.key;
    measure.label = named(written);
    measure.doses = {{}};
    measure.standing = written.enabled ? Standing::in_force : Standing::offered;
    measure.applies = [policy](const Scenario& s, std::size_t office, std::size_t) { return takes(s.policies[policy], office); };
    measure.apply = [policy, standing = measure.standing](Scenario& s, std::span<const std::size_t> offices, std::size_t) {
        if (standing == Standing::offered)
            enable_at(s, s.policies[policy], offices);
        else
            disable_at(s, s.policies[policy], offices);
    };
    return measure;
}

OfficeMeasure offered(const OfferedMeasure& offer) {
    OfficeMeasure measure;
    measure.key = "measure." + offer.policy.key;
    measure.label = named(offer.policy);
    for (int dose = 0; dose < offer.doses; ++dose)
        measure.doses.push_back(offer.doses == 1 ? Label{} : times(static_cast<std::size_t>(dose)));
    measure.applies = [policy = offer.policy](const Scenario&, std::size_t office, std::size_t) { return takes(policy, office); };
    measure.apply = [written = offer.policy](Scenario& scenario, std::span<const std::size_t> offices, std::size_t dose) {
        Policy policy = written;
        enable_at(scenario, policy, offices);
        for (std::size_t taken = 0; taken <= dose; ++taken) scenario.policies.push_back(policy);
    };
    return measure;
}

}  // namespace skranke::price_list
