// What a surge brings: how strong it is by day, and the needs that follow from it.

#include <algorithm>

#include "engine/base/contract.hpp"
#include "engine/demand/delay.hpp"
#include "engine/demand/demand_model.hpp"
#include "engine/random/exact_math.hpp"

namespace skranke {

namespace {

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

/// What is left of a weekly factor's effect after `days`.
double after_days(double weekly, double days) {
    if (days <= 0) return 1.0;
    return weekly <= 0 ? 0.0 : exact_exp(exact_log(weekly) * days / 7);
}

bool counts_needs(SurgeKind kind) { return kind == SurgeKind::layoffs || kind == SurgeKind::curve; }

}  // namespace

std::vector<double> DemandModel::surge_needs(std::size_t number, std::size_t part, std::size_t municipality) const {
    const Surge& surge = scenario_.surges[number];
    const Surge::FollowOn* follow = part == 0 ? nullptr : &surge.follow_on[part - 1];
    const double amount = surge.height * (follow == nullptr ? 1.0 : follow->amount);
    const Delay delay = follow == nullptr ? Delay{0, {1.0}} : delay_of(follow->delay_days, follow->delay_law);

    // Causes from as early on as any that still has an effect.
    const std::int64_t first = -delay.longest(), days = static_cast<std::int64_t>(weekday_part_.size());
    std::vector<double> causes(static_cast<std::size_t>(days - first), 0.0);
    if (surge.kind == SurgeKind::layoffs && surge.onset != Date{}) add_wave(surge, municipality, amount, first, causes);
    if (surge.kind == SurgeKind::layoffs) add_series(number, municipality, amount, first, causes);
    if (surge.kind == SurgeKind::curve) add_curve(surge, municipality, amount, first, causes);
    if (!counts_needs(surge.kind)) add_strength(surge, first, causes);

    std::vector<double> needs(weekday_part_.size(), 0.0);
    for (std::size_t cause = 0; cause < causes.size(); ++cause) {
        if (causes[cause] == 0) continue;
        for (std::size_t k = 0; k < delay.share.size(); ++k) {
            const std::int64_t day = first + static_cast<std::int64_t>(cause + k) + delay.first;
            if (day >= 0 && day < days) needs[static_cast<std::size_t>(day)] += delay.share[k] * causes[cause];
        }
    }
    if (counts_needs(surge.kind)) return needs;
    const double thousands = scenario_.municipalities[municipality].population / 1000;
    for (std::size_t day = 0; day < needs.size(); ++day)
        needs[day] = amount * needs[day] * thousands * weekday_part_[day];
    return needs;
}

/// How strong a surge is that brings needs only through what follows it.
void DemandModel::add_strength(const Surge& surge, std::int64_t first, std::vector<double>& causes) const {
    for (std::size_t i = 0; i < causes.size(); ++i) {
        const Date date = calendar_.date(first + static_cast<std::int64_t>(i));
        if (surge.kind == SurgeKind::quarantine) causes[i] = surge.share.at(date);
        if (surge.kind == SurgeKind::school_closure) causes[i] = date >= surge.from && date < surge.to ? 1 : 0;
    }
}

/// Layoff applications by day: the observed weeks, then the last of them decaying week by week.
void DemandModel::add_series(std::size_t number, std::size_t municipality, double amount, std::int64_t first_day,
                             std::vector<double>& causes) const {
    const Surge& surge = scenario_.surges[number];
    const WeeklySeries* series = series_[number][municipality];
    if (series == nullptr || series->weeks.empty()) return;
    const bool ends = surge.to != Date{};
    const auto end = first_day + static_cast<std::int64_t>(causes.size());
    double count = 0;
    std::size_t next = 0;
    for (Date monday = series->weeks.front().monday; monday < calendar_.date(end); monday += std::chrono::days{7}) {
        const bool observed = next < series->weeks.size() && !(ends && series->weeks[next].monday >= surge.to);
        if (observed && series->weeks[next].monday == monday) {
            count = series->weeks[next++].count.value_or(surge.suppressed_count);
        } else {
            count = observed ? 0 : count * surge.weekly_decay.at(monday);
        }
        const std::int64_t first = (monday - calendar_.date(0)).count();
        const auto part = week_spread(scenario_, calendar_, surge, monday, first);
        for (std::size_t d = 0; d < 7; ++d) {
            const std::int64_t day = first + static_cast<std::int64_t>(d);
            if (day >= first_day && day < end)
                causes[static_cast<std::size_t>(day - first_day)] += amount * count * part[d];
        }
    }
}

/// Layoff applications that nobody has counted: a wave that rises to its peak and decays after it.
void DemandModel::add_wave(const Surge& surge, std::size_t municipality, double amount, std::int64_t first_day,
                           std::vector<double>& causes) const {
    const double at_peak = amount * surge.per_1000_week * scenario_.municipalities[municipality].population / 1000 *
                           exposure_factor(municipality, surge.exposure);
    const Date end = calendar_.date(first_day + static_cast<std::int64_t>(causes.size()));
    double left = 1;
    for (Date date = surge.onset; date < end; date += std::chrono::days{1}) {
        const auto days_to_peak = static_cast<double>((surge.peak - date).count());
        if (days_to_peak < 0) left *= after_days(surge.weekly_decay.at(date), 1);
        const std::int64_t day = (date - calendar_.date(0)).count();
        if (day < first_day) continue;
        causes[static_cast<std::size_t>(day - first_day)] +=
            at_peak * left * after_days(surge.rise, days_to_peak) * usual_part(day);
    }
}

/// Needs that another model foretells, day by day.
void DemandModel::add_curve(const Surge& surge, std::size_t municipality, double amount, std::int64_t first_day,
                            std::vector<double>& causes) const {
    const double population = scenario_.municipalities[municipality].population;
    for (const DailyCurve& curve : surge.curve) {
        if (curve.municipality && *curve.municipality != municipality) continue;
        const double area_share = curve.municipality ? 1.0 : population / population_;
        const double unit = surge.unit == CurveUnit::per_1000 ? population / 1000 : area_share;
        for (const auto& [date, value] : curve.days) {
            const std::int64_t at = (date - calendar_.date(0)).count() - first_day;
            if (at >= 0 && at < static_cast<std::int64_t>(causes.size()))
                causes[static_cast<std::size_t>(at)] += amount * surge.amount * value * unit;
        }
    }
}

}  // namespace skranke
