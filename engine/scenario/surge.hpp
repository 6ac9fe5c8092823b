#pragma once
/// \file
/// A surge: a named, dated disturbance of demand, staff or both.
///
/// Source  every field's meaning, unit, range and default: engine/language/fields/surges.cpp.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/scenario/label.hpp"
#include "engine/scenario/place.hpp"
#include "engine/scenario/timeline.hpp"

namespace skranke {

enum class SurgeKind : std::uint8_t { layoffs, quarantine, school_closure, scale };

/// A named, dated disturbance. Surges add up. Fields not used by a kind are ignored by it.
struct Surge {
    std::string key;
    Label label;
    SurgeKind kind = SurgeKind::scale;
    bool enabled = true;
    double height = 1;               ///< multiplies the whole surge

    std::size_t service = 0;         ///< layoffs: what they apply for; index into services
    std::vector<WeeklySeries> series;///< layoffs: observed applications by municipality
    double suppressed_count = 1.5;   ///< layoffs: used where a count is suppressed
    Timeline weekly_decay{0.85};     ///< layoffs: each week after the series ends, times this
    std::vector<std::pair<Date, double>> day_weights;  ///< layoffs: relative weights of days; empty = as usual

    Timeline share;                  ///< quarantine: share of residents who cannot leave home
    Timeline staff_absence;          ///< quarantine, school_closure: added probability of absence
    Timeline factor{1.0};            ///< scale: multiplies the rate of `services`
    std::vector<std::size_t> services;  ///< scale: which; school_closure: none
    Date from{}, to{};               ///< school_closure: first day shut, first day open again

    /// Extra needs that follow: per need of `service` (layoffs) or per 1,000 residents a week
    /// while it lasts (quarantine: times `share`; school_closure: constant).
    struct FollowOn {
        std::size_t service = 0;
        double amount = 0;
        double delay_days = 0;
    };
    std::vector<FollowOn> follow_on;
};

}  // namespace skranke
