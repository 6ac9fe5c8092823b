#include "engine/office/policies/policy_keeper.hpp"

#include <algorithm>

namespace skranke {

namespace {

double moved(const LeverMove& move, double value) {
    if (move.set) return *move.set;
    if (move.add) return std::max(0.0, value + *move.add);
    return value * move.multiply.value_or(1.0);
}

}  // namespace

PolicyKeeper::PolicyKeeper(Simulator& simulator, const World& world, SiteKind site, std::optional<std::size_t> office, Levers& levers)
    : sim(simulator),
      cells(world.scenario.policies.size()),
      world_(world),
      site_(site),
      office_(office),
      levers_(levers),
      in_force_to_(world.scenario.policies.size(), -1),
      starts_(world.scenario.policies.size(), 0) {
    for (std::size_t p = 0; p < world.scenario.policies.size(); ++p) {
        const Policy& policy = world.scenario.policies[p];
        if (!is_mine(policy)) continue;
        if (policy.is_triggered()) {
            triggered_.push_back(p);
        } else {
            start(p, day_of_date(policy.from, world.first_counted_day), day_of_date(policy.to, day_of(world.horizon)));
        }
    }
}

bool PolicyKeeper::is_mine(const Policy& policy) const {
    if (!policy.enabled) return false;
    if (!policy.offices.empty() &&
        (!office_ || std::find(policy.offices.begin(), policy.offices.end(), *office_) == policy.offices.end()))
        return false;
    for (const Expression::Step& step : policy.when.steps)
        if (step.what == Expression::Do::variable && !is_seen_at(step.variable, site_)) return false;
    if (policy.levers.empty()) return office_.has_value();
    return std::any_of(policy.levers.begin(), policy.levers.end(),
                       [&](const LeverMove& move) { return is_used_at(world_.scenario, move.lever, site_); });
}

Flow PolicyKeeper::keep(SiteView& view) {
    if (triggered_.empty()) co_return;
    for (std::int64_t tomorrow = 1; midnight(tomorrow) < world_.horizon; ++tomorrow) {
        co_await sim.until(midnight(tomorrow) - Duration{1}, Rank::calendar);
        view.end_day();
        for (const std::size_t p : triggered_) {
            const Policy& policy = world_.scenario.policies[p];
            if (!may_start(p, tomorrow) || policy.when.value(view) == 0) continue;
            const std::int64_t first = after_working_days(tomorrow, policy.delay_working_days);
            const std::int64_t last_day = day_of_date(policy.to, day_of(world_.horizon));
            start(p, first, policy.lasts_days > 0
                                ? std::min(last_day, first + static_cast<std::int64_t>(policy.lasts_days))
                                : last_day);
        }
    }
}

bool PolicyKeeper::may_start(std::size_t policy, std::int64_t tomorrow) const {
    const Policy& p = world_.scenario.policies[policy];
    return tomorrow >= day_of_date(p.from, world_.first_counted_day) &&
           tomorrow < day_of_date(p.to, day_of(world_.horizon)) && tomorrow >= in_force_to_[policy] &&
           starts_[policy] < p.most_times;
}

void PolicyKeeper::start(std::size_t policy, std::int64_t first, std::int64_t end) {
    const Policy& p = world_.scenario.policies[policy];
    for (const LeverMove& one : p.levers)
        if (is_used_at(world_.scenario, one.lever, site_)) move(one, first, end);
    ++starts_[policy];
    in_force_to_[policy] = end;
    const std::int64_t counted_end = std::min(end, day_of(world_.horizon));
    if (first >= counted_end) return;
    ++cells[policy].starts;
    for (std::int64_t day = std::max(first, world_.first_counted_day); day < counted_end; ++day)
        cells[policy].days += world_.calendar.is_working_day(day) ? 1 : 0;
}

void PolicyKeeper::move(const LeverMove& move, std::int64_t first, std::int64_t end) {
    const std::int64_t from = std::max<std::int64_t>(0, first), to = std::min(end, world_.calendar.days());
    if (move.lever.is_hours()) {
        if (from < to) levers_.hours_of(move.lever).own().replace(world_.calendar, move.hours, from, to);
        return;
    }
    if (from >= to) return;
    DailyValues& values = levers_.values_of(move.lever).own();
    for (std::int64_t day = from; day < to; ++day) {
        double& value = values[static_cast<std::size_t>(day)];
        value = std::min(moved(move, value), range_of(move.lever).second);
    }
}

std::int64_t PolicyKeeper::day_of_date(Date date, std::int64_t otherwise) const {
    return date == Date{} ? otherwise : (date - world_.calendar.date(0)).count();
}

std::int64_t PolicyKeeper::after_working_days(std::int64_t day, double count) const {
    for (auto left = static_cast<std::int64_t>(count); day < world_.calendar.days(); ++day) {
        if (!world_.calendar.is_working_day(day)) continue;
        if (left-- == 0) break;
    }
    return day;
}

}  // namespace skranke
