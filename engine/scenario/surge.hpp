#pragma once
/// \file
/// A surge: a named, dated disturbance of demand, staff or both.
///
/// Source  every field's meaning, unit, range and default: engine/language/fields/surges.cpp.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/channel.hpp"
#include "engine/scenario/label.hpp"
#include "engine/scenario/place.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

enum class SurgeKind : std::uint8_t { layoffs, quarantine, school_closure, scale, outage, curve, trace, suppressed };

/// How long what follows lets wait: always the same, or exponential around it.
enum class DelayLaw : std::uint8_t { fixed, exponential };
/// Whose service a channel is no way to while it is down.
enum class Affects : std::uint8_t { all, local, state };
enum class CurveUnit : std::uint8_t { per_1000, count };

/// A named, dated disturbance. Surges add up. Fields not used by a kind are ignored by it.
struct Surge {
    std::string key;
    Label label;
    SurgeKind kind = SurgeKind::scale;
    bool enabled = true;
    double height = 1;               ///< multiplies the whole surge
    std::int64_t weeks_later = 0;    ///< than written; the dates below are moved already

    std::size_t service = 0;         ///< layoffs, curve: what they apply for; index into services
    std::vector<WeeklySeries> series;///< layoffs: observed applications by municipality
    double suppressed_count = 1.5;   ///< layoffs: used where a count is suppressed
    Timeline weekly_decay{0.85};     ///< layoffs: each week after the series ends, or after the peak, times this
    std::vector<std::pair<Date, double>> day_weights;  ///< layoffs: relative weights of days; empty = as usual
    Date onset{}, peak{};            ///< layoffs without a series: first day with any, day with the most
    double rise = 0.5;               ///< likewise: each week before the peak, times this
    double per_1000_week = 0;        ///< likewise: at the peak
    double exposure = 1;             ///< likewise: times (layoff share / area mean) ^ this

    Timeline share;                  ///< quarantine: of residents who cannot leave home; suppressed: of needs
    Timeline staff_absence;          ///< quarantine, school_closure: added probability of absence
    Timeline factor{1.0};            ///< scale: multiplies the rate of `services`
    Timeline add{0.0};               ///< scale: then added to it, per 1,000 residents a week
    std::vector<std::size_t> services;  ///< scale, suppressed: which; school_closure: none
    Date from{}, to{};               ///< first day shut, down or suppressed; first day no longer
    double from_hour = 0, to_hour = 0;  ///< outage: hours of these days
    Channel channel = Channel::digital; ///< outage: which
    Affects affects = Affects::all;  ///< outage: whose services
    std::vector<DailyCurve> curve;   ///< curve: what another model says
    CurveUnit unit = CurveUnit::per_1000;
    double amount = 1;               ///< curve: needs per unit of the curve
    std::vector<TracedNeed> trace;   ///< trace: ascending by time
    double returns = 1;              ///< suppressed: share of the needs that come back
    double over_weeks = 4;           ///< suppressed: after its end

    /// Extra needs that follow: per need of `service` (layoffs, curve) or per 1,000 residents a week
    /// while it lasts (quarantine: times `share`; school_closure: constant).
    struct FollowOn {
        std::size_t service = 0;
        double amount = 0;
        double delay_days = 0;
        DelayLaw delay_law = DelayLaw::fixed;
    };
    std::vector<FollowOn> follow_on;
};

/// Moves every date of a surge, series and traces included, by whole weeks: weekdays stay what they are.
void move_by_weeks(std::int64_t weeks, Surge& surge);

}  // namespace skranke
