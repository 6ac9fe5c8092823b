// How the staff of an office helps out: at its other desks, and in the offices of its pools.

#include <algorithm>

#include "engine/office/office.hpp"

namespace skranke {

void OfficeSite::plan_help() {
    Desk* const desks[kOfficeDesks] = {&reception_, &duty_phone_, &casework_.desk};
    for (std::size_t helper = 0; helper < kOfficeDesks; ++helper) {
        Help* help = nullptr;
        for (std::size_t helped = 0; helped < kOfficeDesks; ++helped) {
            const HelpedBy by = levers_.desks[helped].rules->helped_by;
            if (by == HelpedBy::nobody || static_cast<std::size_t>(by) != helper + 1) continue;
            if (help == nullptr)
                help = help_.emplace_back(std::make_unique<Help>(*desks[helper], levers_.desks[helper])).get();
            help->go_to(*desks[helped], levers_.desks[helped]);
        }
    }
}

void OfficeSite::join_pools() {
    for (std::size_t p = 0; p < world_.pools.size(); ++p) {
        const std::vector<std::size_t>& members = world_.pools[p].rules->offices;
        const auto self = std::find(members.begin(), members.end(), sim.site());
        if (self == members.end() || members.size() < 2) continue;
        memberships_.push_back({p, static_cast<std::size_t>(self - members.begin()), Lending(world_.pools[p])});
        DeskStaff& staff = levers_.staff(world_.pools[p].rules->desk);
        staff.loans.assign(static_cast<std::size_t>(world_.calendar.days()), 0.0);
        staff.loan_pace = world_.pools[p].rules->pace;
        tell_load(memberships_.size() - 1);
    }
}

/// Each working day at midnight, to the other members.
Flow OfficeSite::tell_load(std::size_t membership) {
    for (std::int64_t day = 0; day < world_.calendar.days(); ++day) {
        if (!world_.calendar.is_working_day(day)) continue;
        co_await sim.until(midnight(day), Rank::calendar);
        const Load load = load_of(membership, day);
        for (const std::size_t office : world_.pools[load.pool].rules->offices)
            if (office != sim.site())
                send(static_cast<std::uint32_t>(office), static_cast<std::uint32_t>(PostKind::load),
                     world_.delay_of(PostKind::load), load);
        take_load(load);
    }
}

/// Minutes of a full position's work that wait at a desk.
double OfficeSite::work_waiting(DeskKind kind) const {
    if (kind == DeskKind::casework) return in_minutes(levers_.staff(kind).work_in_line);
    return static_cast<double>(duty_phone_.waiting()) * world_.scenario.phone_loop.callback_talk_min;
}

Load OfficeSite::load_of(std::size_t membership, std::int64_t day) const {
    const Membership& self = memberships_[membership];
    const Pool& pool = self.lending.rules();
    const DeskStaff& staff = levers_.staff(pool.desk);
    const std::int64_t open_day =
        day_of(std::min(staff.hours->next_open(midnight(day)), midnight(staff.hours->days() - 1)));
    const WorkingTime::Interval hours = staff.hours->on(open_day);
    const double a_day = (*staff.pace)[static_cast<std::size_t>(day)] * in_minutes(hours.closes - hours.opens);
    const auto begins = static_cast<std::size_t>(std::min(day + pool.delay_days, world_.calendar.days() - 1));
    Load load{static_cast<std::uint32_t>(self.pool), static_cast<std::uint32_t>(self.number), day, 0,
              static_cast<std::int32_t>((*staff.positions)[begins] + 1e-9)};
    if (a_day > 0) load.work = work_waiting(pool.desk) / a_day;
    return load;
}

void OfficeSite::take_load(const Load& load) {
    const auto self = std::find_if(memberships_.begin(), memberships_.end(),
                                   [&](const Membership& m) { return m.pool == load.pool; });
    std::vector<double>& loans = levers_.staff(self->lending.rules().desk).loans;
    for (const Loan& loan : self->lending.note(load)) {
        const double heads = loan.to == self->number ? loan.heads : loan.from == self->number ? -loan.heads : 0;
        const auto end = std::min(loan.end_day, static_cast<std::int64_t>(loans.size()));
        for (std::int64_t day = loan.first_day; day < end; ++day) loans[static_cast<std::size_t>(day)] += heads;
    }
}

}  // namespace skranke
