// Measures at the ways in that need neither door nor desk: an own number, a digital form, fewer papers.

#include <algorithm>

#include "engine/planning/price_list/kinds/kinds.hpp"

namespace skranke::price_list {

namespace {

constexpr std::size_t kPhone = static_cast<std::size_t>(Channel::phone);
constexpr std::size_t kOfficePhone = static_cast<std::size_t>(Channel::office_phone);

bool is_ever_open(const OpeningHours& hours) {
    return std::any_of(hours.periods.begin(), hours.periods.end(), [](const OpeningHours::Period& period) {
        return std::any_of(period.week.begin(), period.week.end(), [](const auto& day) { return day.has_value(); });
    });
}

bool has_own_number(const Scenario& scenario, std::size_t office) {
    return is_ever_open(scenario.phone_hours.empty() ? scenario.channels[kOfficePhone].hours : scenario.phone_hours[office]);
}

/// What own numbers are like where there have been none: as the number on the letterhead, with talks as in a callback.
void set_up_own_numbers(Scenario& scenario) {
    const OpeningHours shut = scenario.channels[kOfficePhone].hours;
    ChannelRules& rules = scenario.channels[kOfficePhone];
    rules = scenario.channels[kPhone];
    rules.hours = shut;
    rules.talk_min = Timeline{scenario.phone_loop.callback_talk_min};
    rules.room = Timeline{scenario.prices.own_number_lines};
    for (Group& group : scenario.groups) group.able[kOfficePhone] = group.able[kPhone];
    scenario.phone_loop.own_number = scenario.prices.own_number_share;
}

bool nobody_has_one(const Scenario& scenario) {
    for (std::size_t office = 0; office < scenario.offices.size(); ++office)
        if (has_own_number(scenario, office)) return false;
    return true;
}

void take_own_number(Scenario& scenario, std::size_t office) {
    Policy policy = taken_at(scenario, "own_number", {&office, 1});
    LeverMove& move = policy.levers.emplace_back();
    move.lever = {LeverKind::channel_hours, kOfficePhone};
    move.hours = scenario.office_desks[office][static_cast<std::size_t>(DeskKind::duty_phone)].hours;
    policy.cost_per_day = scenario.prices.own_number_day;
    scenario.policies.push_back(std::move(policy));
}

bool may_lack_documents(const Service& service) { return service.system == System::local && service.documents_missing.largest() > 0; }

bool has_form_at_start(const Scenario& scenario, const Catchment& catchment) {
    const auto& from = scenario.municipalities[catchment.municipality].digital_form_from;
    return from && *from <= scenario.start;
}

}  // namespace

OfficeMeasure own_number() {
    OfficeMeasure measure;
    measure.key = "own_number";
    measure.label = {"Egen vakttelefon", "Eigen vakttelefon", "A duty phone of its own"};
    measure.doses = {{"med dem som er der", "med dei som er der", "with those who are there"},
                     {"og en halv stilling", "og ei halv stilling", "and half a position"},
                     {"og en hel", "og ei heil", "and a whole one"}};
    measure.applies = [](const Scenario& scenario, std::size_t, std::size_t) {
        return scenario.phone_answered_by == AnsweredBy::contact_centre && nobody_has_one(scenario);
    };
    measure.apply = [](Scenario& scenario, std::span<const std::size_t> offices, std::size_t dose) {
        set_up_own_numbers(scenario);
        for (const std::size_t office : offices) take_own_number(scenario, office);
        if (dose > 0) add_positions(scenario, "own_number_staff", offices, DeskKind::duty_phone, dose);
    };
    return measure;
}

OfficeMeasure simpler_documents() {
    OfficeMeasure measure;
    measure.key = "documents";
    measure.label = {"Færre krav om papirer", "Færre krav om papir", "Asking for fewer papers"};
    measure.doses = {{"ett steg", "eitt steg", "one step"}, {"to steg", "to steg", "two steps"}};
    measure.applies = [](const Scenario& scenario, std::size_t, std::size_t) {
        return std::any_of(scenario.services.begin(), scenario.services.end(), may_lack_documents);
    };
    measure.apply = [](Scenario& scenario, std::span<const std::size_t> offices, std::size_t dose) {
        for (std::size_t step = 0; step <= dose; ++step) {
            Policy policy = taken_at(scenario, "documents", offices);
            for (std::size_t s = 0; s < scenario.services.size(); ++s) {
                if (!may_lack_documents(scenario.services[s])) continue;
                policy.levers.push_back({{LeverKind::service_documents_missing, s}, {}, {}, scenario.prices.documents_factor, {}});
                policy.levers.push_back({{LeverKind::service_effort_min, s}, {}, {}, scenario.prices.effort_factor, {}});
            }
            policy.cost_start = scenario.prices.simplify_start;
            scenario.policies.push_back(std::move(policy));
        }
    };
    return measure;
}

OfficeMeasure digital_form() {
    OfficeMeasure measure;
    measure.key = "digital_form";
    measure.label = {"Digital søknad fra første dag", "Digital søknad frå første dag", "Digital form from the first day"};
    measure.doses = {{}};
    measure.applies = [](const Scenario& scenario, std::size_t office, std::size_t) {
        const auto& catchments = scenario.offices[office].catchments;
        return !std::all_of(catchments.begin(), catchments.end(), [&](const Catchment& c) { return has_form_at_start(scenario, c); });
    };
    measure.apply = [](Scenario& scenario, std::span<const std::size_t> offices, std::size_t) {
        for (const std::size_t office : offices)
            for (const Catchment& catchment : scenario.offices[office].catchments)
                if (!has_form_at_start(scenario, catchment))
                    scenario.municipalities[catchment.municipality].digital_form_from = scenario.start;
        Policy policy = taken_at(scenario, "digital_form", offices);  // moves nothing, only costs
        policy.cost_start = scenario.prices.form_start;
        scenario.policies.push_back(std::move(policy));
    };
    return measure;
}

}  // namespace skranke::price_list
