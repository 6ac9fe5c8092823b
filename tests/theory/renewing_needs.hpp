#pragma once
/// \file
/// Needs that renew themselves: each one met brings another with probability r, a mean time m later. With
/// first needs at a constant rate from time 0 on, needs arise at time t at their rate times
/// 1 + r / (1 - r) (1 - exp(-(1 - r) t / m)), which tends to 1 / (1 - r).

#include "tests/support/tiny_county.hpp"

namespace skranke::test {

inline constexpr double kAfterDays = 3;

/// One place where needs are met the moment they arise.
inline Scenario met_at_once(int weeks, int warm_up_weeks, double renews) {
    Scenario s = tiny_county(1);
    s.services.resize(1);
    s.services[0].prefers = {1, 0, 0, 0};
    s.services[0].case_share = 0;
    s.services[0].system = System::state;  // the form has always been there
    s.services[0].decided_by = DeskKind::unemployment_office;
    s.services[0].renews = renews;
    s.services[0].renews_after_days = kAfterDays;
    s.groups[0].able.fill(1);
    s.holidays.clear();
    s.demand.weekday_weight.fill(1);
    s.demand.busyness_shape = 0;
    s.weeks = weeks;
    s.warm_up_weeks = warm_up_weeks;
    return s;
}

}  // namespace skranke::test
