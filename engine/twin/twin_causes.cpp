#include "engine/twin/twin_causes.hpp"

#include <algorithm>
#include <functional>

namespace skranke {

namespace {

bool& flag(Causes& causes, Cause cause) { return causes[static_cast<std::size_t>(cause)]; }
bool tries_again(const RetryRule& rule) { return rule.same > 0 || rule.tomorrow > 0; }

bool uses(const Scenario& s, Channel channel) {
    return std::any_of(s.services.begin(), s.services.end(),
                       [&](const Service& service) { return service.prefers[index_of(channel)] > 0; });
}

bool has_unlike_priorities(const Scenario& s, DeskKind kind) {
    std::vector<int> priorities;
    for (const Service& service : s.services) {
        if (service.decided_by != kind) continue;
        for (const int priority : {service.priority, service.priority_children, service.priority_acute})
            if (priority >= 0) priorities.push_back(priority);
    }
    return std::adjacent_find(priorities.begin(), priorities.end(), std::not_equal_to<>()) != priorities.end();
}

/// Booked meetings and visits at the reception, messages and queries at the duty phone, visits by caseworkers.
bool is_shared(const Scenario& s, DeskKind kind) {
    if (s.outreach.served_by == kind && uses(s, Channel::outreach)) return true;
    if (kind == DeskKind::reception) return uses(s, Channel::appointment);
    return kind == DeskKind::duty_phone && s.phone_answered_by == AnsweredBy::contact_centre &&
           s.phone_loop.query_share > 0;
}

}  // namespace

Causes causes_left_out(const Scenario& s, DeskKind kind, const DeskRules& rules) {
    Causes causes{};
    flag(causes, Cause::breaks) = !rules.rota.empty();
    flag(causes, Cause::helpers) =
        rules.helped_by != HelpedBy::nobody || rules.overtime.hours_per_day > 0 || !s.pools.empty();
    flag(causes, Cause::policies) =
        std::any_of(s.policies.begin(), s.policies.end(), [](const Policy& p) { return p.enabled; });
    flag(causes, Cause::shared_heads) = is_shared(s, kind);
    if (decides_cases(kind)) {
        flag(causes, Cause::priorities) = has_unlike_priorities(s, kind);
        return causes;
    }
    const ChannelRules& rules_of =
        s.channels[index_of(kind == DeskKind::reception ? Channel::drop_in : Channel::phone)];
    flag(causes, Cause::priorities) = is_shared(s, kind);
    flag(causes, Cause::service_law) = rules_of.talk_law != TimeLaw::exponential;
    flag(causes, Cause::calling_again) =
        tries_again(rules_of.after_left) || tries_again(rules_of.after_blocked) || tries_again(rules_of.after_closed);
    return causes;
}

const char* key_of(Formula formula) {
    static constexpr std::array<const char*, 5> kKeys{"none", "erlang_a", "erlang_c", "limited_line", "fluid"};
    return kKeys[static_cast<std::size_t>(formula)];
}

const char* key_of(NoFormula why) {
    static constexpr std::array<const char*, 5> kKeys{"nobody_comes", "too_few_heads", "unsettled", "short_pile",
                                                      "called_back"};
    return kKeys[static_cast<std::size_t>(why)];
}

const char* key_of(Cause cause) {
    static constexpr std::array<const char*, kCauses> kKeys{"within_day",    "between_days", "priorities",
                                                            "shared_heads",  "breaks",       "helpers",
                                                            "calling_again", "service_law",  "policies"};
    return kKeys[static_cast<std::size_t>(cause)];
}

}  // namespace skranke
