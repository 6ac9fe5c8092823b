#pragma once
/// \file
/// Posted opening hours: for each weekday one interval, changing on given dates ("from 13 March
/// the door is shut"). Public holidays are always shut.

#include <array>
#include <optional>
#include <vector>

#include "engine/scenario/timeline.hpp"

namespace skranke {

/// Minutes after midnight, 0 <= opens < closes <= 1440.
struct DailyHours {
    int opens_min = 0;
    int closes_min = 0;
};

/// Monday first.
using WeekHours = std::array<std::optional<DailyHours>, 7>;

struct OpeningHours {
    struct Period {
        Date from;
        WeekHours week;
    };
    std::vector<Period> periods;  ///< ascending by date; the first also holds before its date

    /// \return the week that holds on `date`; all shut if nothing was given
    const WeekHours& on(Date date) const {
        static constexpr WeekHours kShut{};
        const WeekHours* week = periods.empty() ? &kShut : &periods.front().week;
        for (const Period& p : periods)
            if (p.from <= date) week = &p.week;
        return *week;
    }
};

}  // namespace skranke
