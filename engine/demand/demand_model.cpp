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

bool names(const Surge& surge, std::size_t service) {
    return std::find(surge.services.begin(), surge.services.end(), service) != surge.services.end();
}

/// Product of the factors of all `scale` surges on a service.
double scale_factor(const Scenario& scenario, std::size_t service, Date date) {
    double factor = 1;
    for (const Surge& surge : scenario.surges) {
        if (!surge.enabled || surge.kind != SurgeKind::scale) continue;
        if (!names(surge, service)) continue;
        factor *= std::max(0.0, 1 + surge.height * (surge.factor.at(date) - 1));
    }
    return factor;
}

/// Sum of what all `scale` surges add to a service, per 1,000 a week.
double scale_added(const Scenario& scenario, std::size_t service, Date date) {
    double added = 0;
    for (const Surge& surge : scenario.surges)
        if (surge.enabled && surge.kind == SurgeKind::scale && names(surge, service))
            added += surge.height * surge.add.at(date);
    return added;
}

/// (own / mean) ^ exponent; 1 where that is not known.
double relative(std::optional<double> own, double mean, double exponent) {
    if (exponent == 0 || !own) return 1.0;
    const double ratio = *own / mean;
    return ratio <= 0 ? 0.0 : exact_exp(exponent * exact_log(ratio));
}

}  // namespace

std::uint32_t source_number(std::size_t surge) { return kFirstSurge + static_cast<std::uint32_t>(surge) * kParts; }

std::vector<DemandSource> demand_sources(const Scenario& scenario) {
    std::vector<DemandSource> sources;
    SKRANKE_EXPECT(scenario.services.size() <= kFirstSurge);
    for (std::size_t s = 0; s < scenario.services.size(); ++s) sources.push_back({s, static_cast<std::uint32_t>(s)});
    for (std::size_t j = 0; j < scenario.surges.size(); ++j) {
        const Surge& surge = scenario.surges[j];
        if (!surge.enabled) continue;
        const std::uint32_t first = source_number(j);
        SKRANKE_EXPECT(first + kParts <= kNumbers && surge.follow_on.size() < kParts);
        if (surge.kind == SurgeKind::layoffs || surge.kind == SurgeKind::curve)
            sources.push_back({surge.service, first});
        for (std::size_t f = 0; f < surge.follow_on.size(); ++f)
            sources.push_back({surge.follow_on[f].service, first + 1 + static_cast<std::uint32_t>(f)});
    }
    return sources;
}

DemandModel::DemandModel(const Scenario& scenario, const Calendar& calendar, std::int64_t days)
    : scenario_(scenario),
      calendar_(calendar),
      rate_(scenario.services.size()),
      factor_(scenario.services.size()),
      added_(scenario.services.size()) {
    find_means();
    for (std::int64_t day = 0; day < days; ++day) {
        const Date date = calendar.date(day);
        weekday_part_.push_back(usual_part(day));
        for (std::size_t s = 0; s < scenario.services.size(); ++s) {
            rate_[s].push_back(scenario.services[s].per_1000_week.at(date));
            factor_[s].push_back(season_factor(season_of(scenario, scenario.services[s]), date) *
                                 scale_factor(scenario, s, date));
            added_[s].push_back(scale_added(scenario, s, date));
        }
    }
    for (const Surge& surge : scenario.surges) {
        auto& by_municipality = series_.emplace_back(scenario.municipalities.size(), nullptr);
        for (const WeeklySeries& series : surge.series) by_municipality[series.municipality] = &series;
    }
}

void DemandModel::find_means() {
    double layoffs = 0, with_layoffs = 0;
    for (const Municipality& m : scenario_.municipalities) {
        population_ += m.population;
        if (m.layoff_share) {
            layoffs += *m.layoff_share * m.population;
            with_layoffs += m.population;
        }
    }
    usual_recipients_ = scenario_.usual_recipients > 0 ? scenario_.usual_recipients
                                                       : recipients_per_resident(scenario_.municipalities);
    mean_layoff_share_ = layoffs / with_layoffs;
}

double DemandModel::usual_part(std::int64_t day) const {
    const auto& weights = scenario_.demand.weekday_weight;
    double total = 0;
    for (const double w : weights) total += w;
    const bool known = day >= 0 && day < calendar_.days();
    const std::size_t weekday =
        known ? calendar_.demand_weekday(day) : std::chrono::weekday{calendar_.date(day)}.iso_encoding() - 1;
    return weights[weekday] / total;
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
    for (std::size_t day = 0; day < needs.size(); ++day) {
        needs[day] = rate_[service][day] * thousands * local * weekday_part_[day] * factor_[service][day];
        needs[day] += added_[service][day] * thousands * local * weekday_part_[day];
    }
    for (const Surge& surge : scenario_.surges)
        if (surge.enabled && surge.kind == SurgeKind::suppressed && names(surge, service)) suppress(surge, needs);
    return needs;
}

/// Takes away the needs that do not arise, and brings those that come back.
void DemandModel::suppress(const Surge& surge, std::vector<double>& needs) const {
    double taken = 0;
    for (std::size_t day = 0; day < needs.size(); ++day) {
        const Date date = calendar_.date(static_cast<std::int64_t>(day));
        if (date < surge.from || date >= surge.to) continue;
        const double kept = 1 - std::clamp(surge.height * surge.share.at(date), 0.0, 1.0);
        taken += needs[day] * (1 - kept);
        needs[day] *= kept;
    }
    const std::int64_t first = (surge.to - calendar_.date(0)).count();
    const auto length = std::max<std::int64_t>(1, static_cast<std::int64_t>(surge.over_weeks * 7 + 0.5));
    double total = 0;
    for (std::int64_t day = first; day < first + length; ++day) total += usual_part(day);
    for (std::int64_t day = first; day < first + length; ++day)
        if (day >= 0 && day < static_cast<std::int64_t>(needs.size()) && total > 0)
            needs[static_cast<std::size_t>(day)] += surge.returns * taken * usual_part(day) / total;
}

double DemandModel::recipients_factor(std::size_t municipality, double exponent) const {
    const Municipality& own = scenario_.municipalities[municipality];
    if (!own.recipients || own.population <= 0) return 1.0;
    return relative(*own.recipients / own.population, usual_recipients_, exponent);
}

double DemandModel::exposure_factor(std::size_t municipality, double exponent) const {
    return relative(scenario_.municipalities[municipality].layoff_share, mean_layoff_share_, exponent);
}

double quarantine_share(const Scenario& scenario, Date date) {
    double share = 0;
    for (const Surge& surge : scenario.surges)
        if (surge.enabled && surge.kind == SurgeKind::quarantine) share += surge.height * surge.share.at(date);
    return std::clamp(share, 0.0, 1.0);
}

double crisis_absence(const Scenario& scenario, Date date, std::optional<SurgeKind> kind) {
    double added = 0;
    for (const Surge& surge : scenario.surges) {
        if (!surge.enabled || (kind && surge.kind != *kind)) continue;
        const bool closed = surge.kind == SurgeKind::school_closure && date >= surge.from && date < surge.to;
        if (surge.kind == SurgeKind::quarantine || closed) added += surge.height * surge.staff_absence.at(date);
    }
    return std::clamp(added, 0.0, 1.0);
}

}  // namespace skranke
