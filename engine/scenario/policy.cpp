#include "engine/scenario/policy.hpp"

#include <algorithm>

#include "engine/scenario/scenario.hpp"

namespace skranke {

namespace {

constexpr const char* kObservedKeys[kObserved] = {"waiting",    "heads",   "days_of_work", "longest_wait", "arrivals", "lost",
                                                  "open_cases", "absence", "quarantine",   "day",          "weekday"};

struct KindOfLever {
    enum class Of : std::uint8_t { channel, desk, service, appointments, phone_loop };
    Of of;
    const char* field;
    double low, high;
};

// Order: LeverKind. Ranges are those of the fields.
constexpr KindOfLever kKinds[kLeverKinds] = {
    {KindOfLever::Of::channel, "hours", 0, 0},
    {KindOfLever::Of::channel, "room", 0, 1e6},
    {KindOfLever::Of::channel, "talk_min", 0, 1440},
    {KindOfLever::Of::channel, "wrap_up_min", 0, 1440},
    {KindOfLever::Of::desk, "hours", 0, 0},
    {KindOfLever::Of::desk, "positions", 0, 1e5},
    {KindOfLever::Of::desk, "absence", 0, 1},
    {KindOfLever::Of::desk, "speed", 0, 100},
    {KindOfLever::Of::service, "effort_min", 0, 1e5},
    {KindOfLever::Of::service, "documents_missing", 0, 1},
    {KindOfLever::Of::appointments, "slots_per_day", 0, 1000},
    {KindOfLever::Of::phone_loop, "missed", 0, 1},
    {KindOfLever::Of::phone_loop, "callback_delay_hours", 0, 1000},
};

const KindOfLever& about(const Lever& lever) { return kKinds[static_cast<std::size_t>(lever.kind)]; }

/// Where a desk stands.
SiteKind site_of(DeskKind desk) {
    if (static_cast<std::size_t>(desk) < kOfficeDesks) return SiteKind::office;
    return desk == DeskKind::contact_centre ? SiteKind::contact_centre : SiteKind::benefit_office;
}

std::size_t count_of(KindOfLever::Of of, const Scenario& scenario) {
    switch (of) {
        case KindOfLever::Of::channel: return kChannels;
        case KindOfLever::Of::desk: return kDeskKinds;
        case KindOfLever::Of::service: return scenario.services.size();
        default: return 1;
    }
}

}  // namespace

std::vector<Lever> all_levers(const Scenario& scenario) {
    std::vector<Lever> levers;
    for (std::size_t kind = 0; kind < kLeverKinds; ++kind)
        for (std::size_t i = 0; i < count_of(kKinds[kind].of, scenario); ++i)
            levers.push_back({static_cast<LeverKind>(kind), i});
    return levers;
}

std::string name_of(const Scenario& scenario, const Lever& lever) {
    const std::string field = std::string{"."} + about(lever).field;
    switch (about(lever).of) {
        case KindOfLever::Of::channel: return std::string{"channel."} + key_of(static_cast<Channel>(lever.index)) + field;
        case KindOfLever::Of::desk: return std::string{"desk."} + key_of(static_cast<DeskKind>(lever.index)) + field;
        case KindOfLever::Of::service: return "service." + scenario.services[lever.index].key + field;
        case KindOfLever::Of::appointments: return "appointments" + field;
        case KindOfLever::Of::phone_loop: return "phone_loop" + field;
    }
    return "";
}

bool is_used_at(const Scenario& scenario, const Lever& lever, SiteKind site) {
    const bool answered_there = scenario.phone_answered_by == AnsweredBy::contact_centre;
    const bool at_centre = answered_there && lever.index == static_cast<std::size_t>(Channel::phone);
    switch (lever.kind) {
        case LeverKind::channel_hours:  // residents know them, whoever answers keeps them
            return site == SiteKind::office || (site == SiteKind::contact_centre && at_centre);
        case LeverKind::channel_room:
        case LeverKind::channel_wrap_up_min:
            return site == (at_centre ? SiteKind::contact_centre : SiteKind::office);
        case LeverKind::desk_hours:
        case LeverKind::desk_positions:
        case LeverKind::desk_absence:
        case LeverKind::desk_speed: return site == site_of(static_cast<DeskKind>(lever.index));
        case LeverKind::service_effort_min:
        case LeverKind::service_documents_missing:
            return site == (scenario.services[lever.index].system == System::local ? SiteKind::office
                                                                                   : SiteKind::benefit_office);
        case LeverKind::missed: return site == SiteKind::office || (site == SiteKind::contact_centre && answered_there);
        default: return site == SiteKind::office;
    }
}

std::pair<double, double> range_of(const Lever& lever) { return {about(lever).low, about(lever).high}; }

bool is_seen_at(const Observable& variable, SiteKind site) {
    if (static_cast<std::size_t>(variable.what) < kObservedAtDesk) return site_of(variable.desk) == site;
    return variable.what != Observed::open_cases || site == SiteKind::office;
}

std::string name_of(const Observable& variable) {
    const auto what = static_cast<std::size_t>(variable.what);
    const std::string name = kObservedKeys[what];
    return what < kObservedAtDesk ? name + "." + key_of(variable.desk) : name;
}

std::vector<Observable> all_observables() {
    std::vector<Observable> variables;
    for (std::size_t what = 0; what < kObserved; ++what) {
        const std::size_t desks = what < kObservedAtDesk ? kDeskKinds : 1;
        for (std::size_t d = 0; d < desks; ++d)
            variables.push_back({static_cast<Observed>(what), static_cast<DeskKind>(d)});
    }
    return variables;
}

}  // namespace skranke
