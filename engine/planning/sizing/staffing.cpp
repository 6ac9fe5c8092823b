#include "engine/planning/sizing/staffing.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/combine.hpp"

namespace skranke {

namespace {

constexpr int kMinutesPerHour = 60;

/// Only the days on which the value changes. \param values  by day, from `first`
std::vector<Timeline::Point> changes_in(const DailyValues& values, std::size_t days, Date first) {
    std::vector<Timeline::Point> points;
    for (std::size_t day = 0; day < days; ++day)
        if (points.empty() || points.back().value != values[day])
            points.push_back({first + std::chrono::days{static_cast<std::int64_t>(day)}, values[day]});
    return points;
}

std::vector<double> means(const DailyValues& values, std::size_t first, const StaffingFrame& frame) {
    std::vector<double> by_period;
    std::size_t day = first;
    for (std::size_t p = 0; p < frame.periods(); ++p) {
        const auto days = static_cast<std::size_t>(7 * frame.weeks_of(p));
        double sum = 0;
        for (std::size_t d = 0; d < days; ++d) sum += values[day++];
        by_period.push_back(sum / static_cast<double>(days));
    }
    return by_period;
}

}  // namespace

int DeskStaffing::most_units() const { return units.empty() ? 0 : *std::max_element(units.begin(), units.end()); }

std::uint64_t digest_of(const Staffing& staffing) {
    std::uint64_t digest = staffing.size();
    const auto take = [&](const std::vector<int>& numbers) {
        digest = combine(digest, numbers.size());
        for (const int number : numbers) digest = combine(digest, static_cast<std::uint64_t>(number));
    };
    for (const OfficeStaffing& office : staffing)
        for (const DeskStaffing& desk : office) {
            take(desk.units);
            take(desk.at_work);
        }
    return digest;
}

StaffingFrame::StaffingFrame(const World& world)
    : weeks(world.scenario.weeks), period_weeks(std::min(world.scenario.sizing.period_weeks, weeks)), unit(world.scenario.sizing.unit) {
    for (int week = 0; week < weeks; week += period_weeks) starts.push_back(world.scenario.start + std::chrono::days{7 * week});
    const auto first = static_cast<std::size_t>(world.first_counted_day);
    for (std::size_t o = 0; o < world.offices.size(); ++o) {
        auto& before_here = before.emplace_back();
        auto& written_here = as_written.emplace_back();
        auto& floor_here = floor.emplace_back();
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            const DailyValues& positions = world.offices[o].desks[d].positions;
            before_here[d] = changes_in(positions, first, world.calendar.date(0));
            written_here[d] = means(positions, first, *this);
            floor_here[d] = static_cast<int>(std::ceil(world.scenario.office_desks[o][d].minimum / unit[d] - 1e-9));
        }
    }
}

int StaffingFrame::weeks_of(std::size_t period) const {
    return std::min(period_weeks, weeks - static_cast<int>(period) * period_weeks);
}

void give(Scenario& scenario, const StaffingFrame& frame, const Staffing& staffing) {
    for (std::size_t o = 0; o < staffing.size(); ++o) {
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            DeskRules& rules = scenario.office_desks[o][d];
            rules.per_1000_adults = Timeline{0.0};
            rules.minimum = rules.more = 0;
            rules.positions.kind = Timeline::Kind::steps;
            rules.positions.points = frame.before[o][d];
            for (std::size_t p = 0; p < frame.periods(); ++p)
                rules.positions.points.push_back({frame.starts[p], frame.positions(d, staffing[o][d].units[p])});
            if (!staffing[o][d].at_work.empty()) rules.rota = rota_of(staffing[o][d].at_work, staffing[o][d].most_units());
        }
    }
}

Rota rota_of(const std::vector<int>& at_work, int most) {
    Rota rota;
    const int hours = static_cast<int>(at_work.size());
    for (int from = 0, to = 0; from < hours; from = to) {
        const int here = at_work[static_cast<std::size_t>(from)];
        while (to < hours && at_work[static_cast<std::size_t>(to)] == here) ++to;
        if (here > 0) rota.shifts.push_back({{}, kMinutesPerHour * from, kMinutesPerHour * to, static_cast<double>(here) / most});
    }
    return rota;
}

}  // namespace skranke
