#include "engine/twin/arrival_pattern.hpp"

#include <algorithm>
#include <numeric>
#include <span>

#include "engine/demand/demand_model.hpp"

namespace skranke {

namespace {

/// Of the service's needs, those whose first choice is a channel; as if all groups were able.
double first_choice(const Scenario& scenario, const Service& service, std::size_t channel) {
    double share = 0;
    for (std::size_t g = 0; g < scenario.groups.size(); ++g) {
        double all = 0;
        for (std::size_t c = 0; c < kChannels; ++c) all += service.prefers[c] * scenario.groups[g].prefers[c];
        if (all > 0)
            share += service.group_share[g] * service.prefers[channel] * scenario.groups[g].prefers[channel] / all;
    }
    return share;
}

/// Minutes of a half hour of the day, counted from `from`, that lie in [opens, closes).
double overlap(double from, double opens, double closes) {
    return std::max(0.0, std::min(from + kHalfHourMin, closes) - std::max(from, opens));
}

/// Minutes after midnight.
struct DayHours {
    double opens = 0, closes = 0;
};

DayHours hours_of_day(const WorkingTime& hours, std::size_t day) {
    const WorkingTime::Interval open = hours.on(static_cast<std::int64_t>(day));
    const Instant start = midnight(static_cast<std::int64_t>(day));
    return {in_minutes(open.opens - start), in_minutes(open.closes - start)};
}

/// A day's needs that arise while it is shut.
struct Outside {
    double before = 0, after = 0;
};

/// Adds those who find it open.
Outside add_inside(const DayHours& open, double needs, const std::vector<double>& shares, std::span<double> today) {
    Outside outside;
    for (std::size_t half = 0; half < kHalfHours; ++half) {
        const double from = kHalfHourMin * static_cast<double>(half), arise = needs * shares[half];
        const double inside = overlap(from, open.opens, open.closes) / kHalfHourMin;
        today[half] += arise * inside;
        (open.opens >= open.closes || from < open.opens ? outside.before : outside.after) += arise * (1 - inside);
    }
    return outside;
}

/// Adds those who have waited for it to open.
void add_morning(const DayHours& open, double spread, double people, std::span<double> today) {
    const double ends = open.opens + std::clamp(spread, 1.0, open.closes - open.opens);
    for (std::size_t half = 0; half < kHalfHours; ++half)
        today[half] +=
            people * overlap(kHalfHourMin * static_cast<double>(half), open.opens, ends) / (ends - open.opens);
}

}  // namespace

ArrivalPattern::ArrivalPattern(const Scenario& scenario, const Calendar& calendar)
    : scenario_(scenario),
      calendar_(calendar),
      days_(static_cast<std::size_t>(7 * scenario.weeks)),
      needs_(scenario.services.size(), std::vector<double>(days_, 0.0)) {
    const DemandModel demand(scenario, calendar, static_cast<std::int64_t>(days_));
    for (const DemandSource& source : demand_sources(scenario))
        for (std::size_t m = 0; m < scenario.municipalities.size(); ++m) {
            const std::vector<double> needs = demand.expected_needs(source, m);
            for (std::size_t day = 0; day < days_; ++day) needs_[source.service][day] += needs[day];
        }
}

std::vector<double> ArrivalPattern::hour_shares() const {
    const auto& weight = scenario_.demand.hour_weight;
    const double total = std::accumulate(weight.begin(), weight.end(), 0.0);
    std::vector<double> shares(kHalfHours, 1.0 / kHalfHours);
    for (std::size_t half = 0; total > 0 && half < kHalfHours; ++half) shares[half] = weight[half / 2] / total / 2;
    return shares;
}

std::vector<double> ArrivalPattern::needs_by_day(std::size_t channel) const {
    std::vector<double> needs(days_, 0.0);
    for (std::size_t s = 0; s < needs_.size(); ++s) {
        const double share = channel == kChannels ? 1.0 : first_choice(scenario_, scenario_.services[s], channel);
        for (std::size_t day = 0; day < days_; ++day) needs[day] += share * needs_[s][day];
    }
    return needs;
}

std::vector<double> ArrivalPattern::as_needs_arise() const {
    const std::vector<double> needs = needs_by_day(kChannels), shares = hour_shares();
    std::vector<double> pattern;
    for (const double of_day : needs)
        for (const double share : shares) pattern.push_back(of_day * share);
    return pattern;
}

std::vector<double> ArrivalPattern::at_channel(Channel channel, const WorkingTime& hours) const {
    const std::vector<double> needs = needs_by_day(index_of(channel)), shares = hour_shares();
    const double spread = scenario_.channels[index_of(channel)].arrive_within_min;
    std::vector<double> pattern(days_ * kHalfHours, 0.0);
    double waiting = 0, working_days_shut = 0;
    for (std::size_t day = 0; day < days_; ++day) {
        const DayHours open = hours_of_day(hours, day);
        const std::span<double> today = std::span(pattern).subspan(day * kHalfHours, kHalfHours);
        const Outside outside = add_inside(open, needs[day], shares, today);
        if (open.opens < open.closes) {
            add_morning(open, spread, waiting + outside.before, today);
            waiting = working_days_shut = 0;
        } else {
            waiting += outside.before;
            working_days_shut += calendar_.is_working_day(static_cast<std::int64_t>(day)) ? 1 : 0;
        }
        waiting = working_days_shut > scenario_.demand.longest_wait_days ? 0 : waiting + outside.after;
    }
    return pattern;
}

}  // namespace skranke
