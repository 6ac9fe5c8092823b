#include "engine/planning/sizing/erlang_staffing.hpp"

#include <algorithm>
#include <cmath>

#include "engine/twin/formulas/erlang.hpp"

namespace skranke {

namespace {

constexpr int kMostHeads = 100'000;
constexpr double kMsPerMinute = 60'000;

/// What one desk has to do in one period.
struct DeskWork {
    double arrivals_per_min = 0;  ///< while it is open
    double service_min = 0;
    double present = 1;           ///< share of the positions
};

double open_minutes(const WorkingTime& hours, std::size_t first_day, std::size_t days) {
    double sum = 0;
    for (std::size_t day = first_day; day < first_day + days; ++day) {
        const WorkingTime::Interval open = hours.on(static_cast<std::int64_t>(day));
        sum += in_minutes(open.closes - open.opens);
    }
    return sum;
}

template <class IsEnough>
int least_heads(double load, const IsEnough& is_enough) {
    int heads = std::max(1, static_cast<int>(std::floor(load)));
    while (heads < kMostHeads && !is_enough(heads)) ++heads;
    return heads;
}

int line_heads(const DeskWork& work, const ChannelRules& rules, Date date, double most_lost) {
    const double room = rules.room.at(date);
    LineModel line{.arrivals_per_min = work.arrivals_per_min,
                   .service_min = work.service_min,
                   .patience_min = rules.patience_min,
                   .room = room > 0 ? room : kEndlessRoom};
    return least_heads(0, [&](int heads) {
        line.heads = heads;
        if (!line.is_stable()) return false;
        const LineAnswer answer = stationary_line(line);
        return answer.left + answer.refused <= most_lost;
    });
}

/// Working minutes in the time limit of the local service with most needs.
double case_limit_min(const Scenario& scenario, double open_min_per_day) {
    constexpr double kHoursPerDay = 24, kDaysPerWeek = 7, kWorkingDaysPerWeek = 5;
    const Service* most = nullptr;
    for (const Service& service : scenario.services)
        if (service.system == System::local && (most == nullptr || service.per_1000_week.at(scenario.start) > most->per_1000_week.at(scenario.start)))
            most = &service;
    if (most == nullptr) return 0;
    const double limit = most->clock.limit;
    const double days = most->clock.unit == ClockUnit::working_days ? limit
                        : most->clock.unit == ClockUnit::days       ? limit * kWorkingDaysPerWeek / kDaysPerWeek
                                                                    : limit / kHoursPerDay;
    return days * open_min_per_day;
}

int case_heads(const DeskWork& work, double limit_min, double least_on_time) {
    const double load = work.arrivals_per_min * work.service_min;
    return least_heads(load, [&](int heads) {
        if (heads <= load) return false;
        return erlang_c(load, heads) * std::exp(-(heads - load) * limit_min / work.service_min) <= 1 - least_on_time;
    });
}

}  // namespace

Staffing erlang_staffing(const Scenario& scenario, const StaffingFrame& frame, const std::vector<DeskPeriod>& ample, std::uint32_t runs) {
    const Calendar calendar(scenario.start, 7 * scenario.weeks, scenario.holidays);
    const auto desks = searched_desks(scenario, frame, ample);
    const Staffing ample_heads = ample_staffing(frame);
    Staffing staffing(desks.size());
    for (std::size_t o = 0; o < desks.size(); ++o) {
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            const WorkingTime hours(calendar, scenario.office_desks[o][d].hours);
            const Channel channel = static_cast<DeskKind>(d) == DeskKind::reception ? Channel::drop_in : Channel::phone;
            for (std::size_t p = 0; p < frame.periods(); ++p) {
                const DeskPeriod& of = ample[(o * kOfficeDesks + d) * frame.periods() + p];
                const auto days = static_cast<std::size_t>(7 * frame.weeks_of(p));
                const double open_min = open_minutes(hours, p * static_cast<std::size_t>(7 * frame.period_weeks), days);
                int heads = 0;
                if (of.started > 0 && open_min > 0 && of.staffed_ms > 0) {
                    const auto started = static_cast<double>(of.started);
                    const double positions = frame.positions(d, ample_heads[o][d].units[p]);
                    DeskWork work{started / runs / open_min, static_cast<double>(of.busy_ms) / kMsPerMinute / started,
                                  static_cast<double>(of.staffed_ms) / kMsPerMinute / runs / (positions * open_min)};
                    if (decides_cases(static_cast<DeskKind>(d))) {
                        const double per_day = open_min / static_cast<double>(days) * 7 / 5;
                        heads = case_heads(work, case_limit_min(scenario, per_day), scenario.verdict.least_on_time);
                    } else {
                        work.arrivals_per_min *= peak_of(desks[o][d].hour_load);
                        heads = line_heads(work, scenario.channels[index_of(channel)], frame.starts[p], scenario.verdict.most_lost_before_contact);
                    }
                    heads = static_cast<int>(std::ceil(heads / work.present / frame.unit[d] - 1e-9));
                }
                staffing[o][d].units.push_back(std::max(heads, frame.floor[o][d]));
            }
        }
    }
    return staffing;
}

}  // namespace skranke
