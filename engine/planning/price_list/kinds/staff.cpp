// Measures that add staff: parts of positions, and a caseworker who is borrowed for some weeks.

#include <algorithm>
#include <cmath>

#include "engine/planning/price_list/kinds/kinds.hpp"

namespace skranke::price_list {

namespace {

Label label_of(DeskKind desk) {
    switch (desk) {
        case DeskKind::reception: return {"Flere i mottaket", "Fleire i mottaket", "More staff at the reception"};
        case DeskKind::duty_phone: return {"Flere på vakttelefonen", "Fleire på vakttelefonen", "More staff at the duty phone"};
        default: return {"Flere saksbehandlere", "Fleire saksbehandlarar", "More caseworkers"};
    }
}

constexpr int kUsualWeeksToBorrow = 4;  // after the start

/// First day of a borrowed caseworker.
Date borrowed_from(const Scenario& scenario, int days_earlier) {
    const Date asked = scenario.prices.borrow_from;
    const Date from = asked == Date{} ? scenario.start + std::chrono::days{7 * kUsualWeeksToBorrow} : asked;
    return from - std::chrono::days{days_earlier};
}

}  // namespace

OfficeMeasure more_staff(DeskKind desk) {
    OfficeMeasure measure;
    measure.key = std::string{"more_"} + key_of(desk);
    measure.label = label_of(desk);
    measure.doses = {{"en halv stilling", "ei halv stilling", "half a position"},
                     {"en hel", "ei heil", "a whole one"},
                     {"en og en halv", "ei og ei halv", "one and a half"}};
    measure.applies = [](const Scenario&, std::size_t, std::size_t) { return true; };
    measure.apply = [desk, key = measure.key](Scenario& scenario, std::span<const std::size_t> offices, std::size_t dose) {
        add_positions(scenario, key, offices, desk, dose + 1);
    };
    return measure;
}

OfficeMeasure borrowed_caseworker(int days_earlier) {
    OfficeMeasure measure;
    measure.key = days_earlier == 0 ? "borrowed" : "borrowed_earlier";
    measure.label = days_earlier == 0 ? Label{"Lånt saksbehandler", "Lånt saksbehandlar", "Borrowed caseworker"}
                                      : Label{"Lånt saksbehandler en uke tidligere", "Lånt saksbehandlar ei veke tidlegare",
                                              "Borrowed caseworker a week earlier"};
    measure.family = "borrowed";
    measure.doses = {{}};
    measure.applies = [days_earlier](const Scenario& scenario, std::size_t, std::size_t) {
        const Date from = borrowed_from(scenario, days_earlier);
        return from >= scenario.start && from < end_of(scenario);
    };
    measure.apply = [=, key = measure.key](Scenario& scenario, std::span<const std::size_t> offices, std::size_t) {
        const std::size_t first = scenario.policies.size();
        add_positions(scenario, key, offices, DeskKind::casework, 2);
        const auto days = static_cast<int>(std::lround(7 * scenario.prices.borrow_weeks));
        for (std::size_t p = first; p < scenario.policies.size(); ++p) {
            Policy& policy = scenario.policies[p];
            policy.levers[0].add = scenario.prices.borrow_pace;
            policy.from = borrowed_from(scenario, days_earlier);
            policy.to = std::min(policy.from + std::chrono::days{days}, end_of(scenario));
        }
    };
    return measure;
}

}  // namespace skranke::price_list
