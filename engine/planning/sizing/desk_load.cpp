#include "engine/planning/sizing/desk_load.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "engine/twin/arrival_pattern.hpp"

namespace skranke {

namespace {

constexpr std::int64_t kUsPerMs = 1000;
constexpr double kAmpleTimes = 3, kAmpleMore = 6;  // positions, over those written
constexpr std::size_t kHours = 24;

/// Expected first contacts by hour of the day; only while the channel is open.
std::vector<double> by_hour(const ArrivalPattern& pattern, Channel channel, const WorkingTime& hours) {
    std::vector<double> load(kHours, 0.0);
    const std::vector<double> halves = pattern.at_channel(channel, hours);
    for (std::size_t half = 0; half < halves.size(); ++half) load[half % kHalfHours / 2] += halves[half];
    return load;
}

bool is_open_at(const WorkingTime& hours, std::size_t days, std::size_t hour) {
    for (std::size_t day = 0; day < days; ++day) {
        const WorkingTime::Interval open = hours.on(static_cast<std::int64_t>(day));
        const Instant from = midnight(static_cast<std::int64_t>(day)) + minutes(60 * static_cast<double>(hour));
        if (open.opens < from + minutes(60) && from < open.closes) return true;
    }
    return false;
}

}  // namespace

double peak_of(const std::vector<double>& hour_load) {
    const double sum = std::accumulate(hour_load.begin(), hour_load.end(), 0.0);
    const auto used = std::count_if(hour_load.begin(), hour_load.end(), [](double load) { return load > 0; });
    return sum > 0 ? *std::max_element(hour_load.begin(), hour_load.end()) * static_cast<double>(used) / sum : 1.0;
}

DeskPeriod& DeskPeriod::operator+=(const DeskPeriod& other) {
    busy_ms += other.busy_ms;
    staffed_ms += other.staffed_ms;
    started += other.started;
    return *this;
}

std::vector<DeskPeriod> desk_periods(const StaffingFrame& frame, const RecordShape& shape, const RunRecord& record) {
    std::vector<DeskPeriod> all;
    for (std::size_t desk = 0; desk < frame.before.size() * kOfficeDesks; ++desk) {
        for (std::size_t p = 0; p < frame.periods(); ++p) {
            DeskPeriod& sum = all.emplace_back();
            for (int w = 0; w < frame.weeks_of(p); ++w) {
                const DeskWeek& week = record.desks[desk * shape.weeks + p * static_cast<std::size_t>(frame.period_weeks) + static_cast<std::size_t>(w)];
                sum += {week.busy_us / kUsPerMs, week.staffed_us / kUsPerMs, static_cast<std::int64_t>(week.started)};
            }
        }
    }
    return all;
}

std::vector<std::int64_t> to_numbers(const std::vector<DeskPeriod>& periods) {
    std::vector<std::int64_t> numbers;
    for (const DeskPeriod& p : periods) numbers.insert(numbers.end(), {p.busy_ms, p.staffed_ms, p.started});
    return numbers;
}

std::vector<DeskPeriod> desk_periods_from(std::span<const std::int64_t> numbers) {
    SKRANKE_EXPECT(numbers.size() % kDeskPeriodNumbers == 0);
    std::vector<DeskPeriod> periods;
    for (std::size_t i = 0; i < numbers.size(); i += kDeskPeriodNumbers) periods.push_back({numbers[i], numbers[i + 1], numbers[i + 2]});
    return periods;
}

Staffing ample_staffing(const StaffingFrame& frame) {
    Staffing staffing(frame.before.size());
    for (std::size_t o = 0; o < staffing.size(); ++o) {
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            const std::vector<double>& written = frame.as_written[o][d];
            const double most = *std::max_element(written.begin(), written.end());
            const double positions = std::max(kAmpleTimes * most + kAmpleMore, static_cast<double>(frame.floor[o][d]) * frame.unit[d]);
            staffing[o][d].units.assign(frame.periods(), static_cast<int>(std::ceil(positions / frame.unit[d])));
        }
    }
    return staffing;
}

std::vector<std::array<SearchedDesk, kOfficeDesks>> searched_desks(const Scenario& scenario, const StaffingFrame& frame,
                                                                   const std::vector<DeskPeriod>& ample) {
    const Calendar calendar(scenario.start, 7 * scenario.weeks, scenario.holidays);
    const ArrivalPattern pattern(scenario, calendar);
    const Staffing staffing = ample_staffing(frame);
    const auto hours_of = [&](Channel channel) { return WorkingTime(calendar, scenario.channels[index_of(channel)].hours); };
    const WorkingTime meetings = hours_of(Channel::appointment), phone = hours_of(Channel::phone);
    std::vector<std::array<SearchedDesk, kOfficeDesks>> all(staffing.size());
    for (std::size_t o = 0; o < staffing.size(); ++o) {
        for (std::size_t d = 0; d < kOfficeDesks; ++d) {
            SearchedDesk& desk = all[o][d];
            desk.kind = d;
            desk.need.unit = frame.unit[d];
            desk.need.floor = frame.floor[o][d];
            for (std::size_t p = 0; p < frame.periods(); ++p)
                desk.need.load.push_back(ample[(o * kOfficeDesks + d) * frame.periods() + p].occupancy() *
                                         frame.positions(d, staffing[o][d].units[p]));
            const DeskRules& rules = scenario.office_desks[o][d];
            if (decides_cases(static_cast<DeskKind>(d)) || !rules.rota.empty() || frame.unit[d] != 1) continue;
            const WorkingTime open(calendar, rules.hours), door(calendar, scenario.door_hours[o]);
            const bool is_door = static_cast<DeskKind>(d) == DeskKind::reception;
            desk.hour_load = is_door ? by_hour(pattern, Channel::drop_in, door) : by_hour(pattern, Channel::phone, phone);
            const std::vector<double> more = by_hour(pattern, is_door ? Channel::appointment : Channel::office_phone,
                                                     is_door ? meetings : hours_of(Channel::office_phone));
            const double least = 1e-6 * (1 + *std::max_element(more.begin(), more.end()));
            for (std::size_t h = 0; h < kHours; ++h) {
                desk.hour_load[h] += more[h];
                const bool is_open = is_open_at(open, static_cast<std::size_t>(7 * scenario.weeks), h);
                desk.hour_load[h] = is_open ? std::max(desk.hour_load[h], least) : 0.0;
            }
            for (double& load : desk.need.load) load *= peak_of(desk.hour_load);
        }
    }
    return all;
}

}  // namespace skranke
