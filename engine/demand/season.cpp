#include "engine/demand/season.hpp"

#include <algorithm>

namespace skranke {

const Season& season_of(const Scenario& scenario, const Service& service) {
    const bool own = std::any_of(service.season.begin(), service.season.end(), [](double w) { return w > 0; });
    return own ? service.season : scenario.demand.season;
}

double season_factor(const Season& season, Date date) {
    const std::chrono::year_month_day today{date};
    double days = 0, needs = 0;
    for (unsigned month = 1; month <= 12; ++month) {
        const Date first{today.year() / month / 1};
        const auto length = static_cast<double>((Date{today.year() / month / std::chrono::last} - first).count() + 1);
        days += length;
        needs += length * season[month - 1];
    }
    return season[unsigned{today.month()} - 1] * days / needs;
}

}  // namespace skranke
