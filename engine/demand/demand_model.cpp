#include "engine/demand/demand_model.hpp"

#include <algorithm>

#include "engine/base/contract.hpp"
#include "engine/demand/season.hpp"
#include "engine/random/exact_math.hpp"

namespace skranke {

namespace {

// A source's number says where it comes from: ordinary demand of service s is s; part p of surge j
// is kFirstSurge + j * kParts + p, where part 0 is the surge itself and p - 1 its follow-on.
constexpr std::uint32_t kFirstSurge = kMostServices;
constexpr std::uint32_t kParts = kMostFollowOns + 1;
constexpr std::uint32_t kNumbers = 1024;

double weekday_part(const Scenario& scenario, const Calendar& calendar, std::int64_t day) {
    double total = 0;
    for (const double w : scenario.demand.weekday_weight) total += w;
    return scenario.demand.weekday_weight[calendar.demand_weekday(day)] / total;
}

/// Product of the factors of all `scale` surges on a service.
double scale_factor(const Scenario& scenario, std::size_t service, Date date) {
    double factor = 1;
    for (const Surge& surge : scenario.surges) {
        if (!surge.enabled || surge.kind != SurgeKind::scale) continue;
        if (std::find(surge.services.begin(), surge.services.end(), service) == surge.services.end()) continue;
        factor *= std::max(0.0, 1 + surge.height * (surge.factor.at(date) - 1));
    }
    return factor;
}

/// How a week's count is spread over its days: by the surge's own day weights if it has one for
/// every day of the week, else as usual.
std::array<double, 7> week_spread(const Scenario& scenario, const Calendar& calendar, const Surge& surge, Date monday,
                                  std::int64_t first_day) {
    std::array<double, 7> part{};
    std::size_t given = 0;
    for (const auto& [date, weight] : surge.day_weights) {
        const auto offset = (date - monday).count();
        if (offset < 0 || offset >= 7) continue;
        part[static_cast<std::size_t>(offset)] = weight;
        ++given;
    }
    if (given < 7) {
        for (std::size_t d = 0; d < 7; ++d) {
            const std::int64_t day = first_day + static_cast<std::int64_t>(d);
            const bool known = day >= 0 && day < calendar.days();
            part[d] = scenario.demand.weekday_weight[known ? calendar.demand_weekday(day) : d];
        }
    }
    double total = 0;
    for (const double p : part) total += p;
    for (double& p : part) p = total > 0 ? p / total : 1.0 / 7;
    return part;
}

}  // namespace

std::vector<DemandSource> demand_sources(const Scenario& scenario) {
    std::vector<DemandSource> sources;
    SKRANKE_EXPECT(scenario.services.size() <= kFirstSurge);
    for (std::size_t s = 0; s < scenario.services.size(); ++s) sources.push_back({s, static_cast<std::uint32_t>(s)});
    for (std::size_t j = 0; j < scenario.surges.size(); ++j) {
        const Surge& surge = scenario.surges[j];
        if (!surge.enabled) continue;
        const std::uint32_t first = kFirstSurge + static_cast<std::uint32_t>(j) * kParts;
        SKRANKE_EXPECT(first + kParts <= kNumbers && surge.follow_on.size() < kParts);
        if (surge.kind == SurgeKind::layoffs) sources.push_back({surge.service, first});
        for (std::size_t f = 0; f < surge.follow_on.size(); ++f)
            sources.push_back({surge.follow_on[f].service, first + 1 + static_cast<std::uint32_t>(f)});
    }
    return sources;
}

DemandModel::DemandModel(const Scenario& scenario, const Calendar& calendar, std::int64_t days)
    : scenario_(scenario), calendar_(calendar), rate_(scenario.services.size()), factor_(scenario.services.size()) {
    double recipients = 0, population = 0;
    for (const Municipality& m : scenario.municipalities) {
        if (!m.recipients) continue;
        recipients += *m.recipients;
        population += m.population;
    }
    recipients_per_resident_ = recipients / population;
    for (std::int64_t day = 0; day < days; ++day) {
        const Date date = calendar.date(day);
        weekday_part_.push_back(weekday_part(scenario, calendar, day));
        for (std::size_t s = 0; s < scenario.services.size(); ++s) {
            rate_[s].push_back(scenario.services[s].per_1000_week.at(date));
            factor_[s].push_back(season_factor(season_of(scenario, scenario.services[s]), date) *
                                 scale_factor(scenario, s, date));
        }
    }
    for (const Surge& surge : scenario.surges) {
        auto& by_municipality = series_.emplace_back(scenario.municipalities.size(), nullptr);
        for (const WeeklySeries& series : surge.series) by_municipality[series.municipality] = &series;
    }
}

std::vector<double> DemandModel::expected_needs(const DemandSource& source, std::size_t municipality) const {
    if (source.number < kFirstSurge) return ordinary_needs(source.service, municipality);
    const std::uint32_t from_surges = source.number - kFirstSurge;
    return surge_needs(from_surges / kParts, from_surges % kParts, municipality);
}

std::vector<double> DemandModel::ordinary_needs(std::size_t service, std::size_t municipality) const {
    const double thousands = scenario_.municipalities[municipality].population / 1000;
    const double local = scenario_.services[service].system == System::state
                             ? 1.0
                             : recipients_factor(municipality, scenario_.demand.follow_recipients);
    std::vector<double> needs(weekday_part_.size());
    for (std::size_t day = 0; day < needs.size(); ++day)
        needs[day] = rate_[service][day] * thousands * local * weekday_part_[day] * factor_[service][day];
    return needs;
}

std::vector<double> DemandModel::surge_needs(std::size_t number, std::size_t part, std::size_t municipality) const {
    std::vector<double> needs(weekday_part_.size(), 0.0);
    const Surge& surge = scenario_.surges[number];
    const Surge::FollowOn* follow = part == 0 ? nullptr : &surge.follow_on[part - 1];
    const double amount = surge.height * (follow == nullptr ? 1.0 : follow->amount);
    const double delay = follow == nullptr ? 0.0 : follow->delay_days;
    if (surge.kind == SurgeKind::layoffs) {
        add_layoffs(number, municipality, amount, delay, needs);
        return needs;
    }
    const double thousands = scenario_.municipalities[municipality].population / 1000;
    for (std::size_t day = 0; day < needs.size(); ++day) {
        const Date cause =
            calendar_.date(static_cast<std::int64_t>(day)) - std::chrono::days{static_cast<std::int64_t>(delay)};
        double strength = 0;
        if (surge.kind == SurgeKind::quarantine) strength = surge.share.at(cause);
        if (surge.kind == SurgeKind::school_closure) strength = cause >= surge.from && cause < surge.to ? 1 : 0;
        needs[day] = amount * strength * thousands * weekday_part_[day];
    }
    return needs;
}

/// Layoff applications by day: the observed weeks, then the last of them decaying week by week.
void DemandModel::add_layoffs(std::size_t number, std::size_t municipality, double amount, double delay_days,
                              std::vector<double>& needs) const {
    const Surge& surge = scenario_.surges[number];
    const WeeklySeries* series = series_[number][municipality];
    if (series == nullptr || series->weeks.empty()) return;
    const bool ends = surge.to != Date{};
    const auto days = static_cast<std::int64_t>(needs.size());
    double count = 0;
    std::size_t next = 0;
    for (Date monday = series->weeks.front().monday; monday < calendar_.date(days); monday += std::chrono::days{7}) {
        const bool observed = next < series->weeks.size() && !(ends && series->weeks[next].monday >= surge.to);
        if (observed && series->weeks[next].monday == monday) {
            count = series->weeks[next++].count.value_or(surge.suppressed_count);
        } else {
            count = observed ? 0 : count * surge.weekly_decay.at(monday);
        }
        const std::int64_t first = (monday - calendar_.date(0)).count();
        const auto part = week_spread(scenario_, calendar_, surge, monday, first);
        for (std::size_t d = 0; d < 7; ++d) {
            const std::int64_t day = first + static_cast<std::int64_t>(d) + static_cast<std::int64_t>(delay_days);
            if (day >= 0 && day < days) needs[static_cast<std::size_t>(day)] += amount * count * part[d];
        }
    }
}

double DemandModel::recipients_factor(std::size_t municipality, double exponent) const {
    const Municipality& own = scenario_.municipalities[municipality];
    if (exponent == 0 || !own.recipients || own.population <= 0) return 1.0;
    const double ratio = *own.recipients / own.population / recipients_per_resident_;
    return ratio <= 0 ? 0.0 : exact_exp(exponent * exact_log(ratio));
}

double quarantine_share(const Scenario& scenario, Date date) {
    double share = 0;
    for (const Surge& surge : scenario.surges)
        if (surge.enabled && surge.kind == SurgeKind::quarantine) share += surge.height * surge.share.at(date);
    return std::clamp(share, 0.0, 1.0);
}

double crisis_absence(const Scenario& scenario, Date date) {
    double added = 0;
    for (const Surge& surge : scenario.surges) {
        if (!surge.enabled) continue;
        const bool closed = surge.kind == SurgeKind::school_closure && date >= surge.from && date < surge.to;
        if (surge.kind == SurgeKind::quarantine || closed) added += surge.height * surge.staff_absence.at(date);
    }
    return std::clamp(added, 0.0, 1.0);
}

}  // namespace skranke
