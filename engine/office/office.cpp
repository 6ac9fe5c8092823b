#include "engine/office/office.hpp"

#include <algorithm>

namespace skranke {

namespace {

constexpr auto kDoor = static_cast<std::size_t>(Channel::drop_in);
constexpr auto kPhone = static_cast<std::size_t>(Channel::phone);

Desk::Closing closing_of(CloseRule rule) {
    return rule == CloseRule::serve ? Desk::Closing::serve_line : Desk::Closing::send_home;
}

}  // namespace

CaseRegister::Entry CaseRegister::open() {
    if (free_.empty()) {
        uses_.push_back(0);
        replied_.push_back(false);
        return {static_cast<std::uint32_t>(uses_.size() - 1), 0};
    }
    const std::uint32_t slot = free_.back();
    free_.pop_back();
    return {slot, uses_[slot]};
}

void CaseRegister::close(Entry entry) {
    SKRANKE_ASSERT(is_open(entry));
    ++uses_[entry.slot];
    replied_[entry.slot] = false;
    free_.push_back(entry.slot);
}

OfficeSite::OfficeSite(const World& world, std::uint32_t number, RunIdentity run)
    : Site(number),
      ledger(world, world.offices[number]),
      world_(world),
      plan_(world.offices[number]),
      run_(run),
      levers_(world, &plan_),
      view_(world, levers_),
      policies_(sim, world, SiteKind::office, number, levers_),
      reception_(sim),
      duty_phone_(sim),
      hold_(duty_phone_),
      casework_(sim, levers_, DeskKind::casework),
      appointments_(world, levers_),
      busy_days_(plan_.catchments.size()) {
    const auto& channels = world.scenario.channels;
    Desk* const desks[kOfficeDesks] = {&reception_, &duty_phone_, &casework_.desk};
    const Desk::Closing closing[kOfficeDesks] = {closing_of(channels[kDoor].at_closing),
                                                 closing_of(channels[kPhone].at_closing), Desk::Closing::work_on};
    for (std::size_t d = 0; d < kOfficeDesks; ++d) {
        weeks[d].resize(world.shape.weeks);
        keep_hours(sim, *desks[d], levers_.desks[d], static_cast<DeskKind>(d), closing[d], run);
        keep_weeks(sim, *desks[d], world, weeks[d]);
        view_.watch(static_cast<DeskKind>(d), *desks[d]);
    }
    view_.watch_cases([this] { return ledger.open_cases(System::local); });
    policies_.keep(view_);
    plan_help();
    join_pools();
    keep_door();
    close_weeks();
    bring_all_people();
    take_over_pile();
}

void OfficeSite::keep_notes(SiteTrace& trace) { ledger.note = casework_.note = {&trace, &world_, sim.site()}; }

void OfficeSite::receive(const Message& message) {
    if (static_cast<PostKind>(message.kind) == PostKind::answer) return take_answer(message);
    if (static_cast<PostKind>(message.kind) == PostKind::load) return take_load(message.get<Load>());
    help_agent(message.get<Posted<Query>>());
}

/// At the door's closing time those who wait inside are sent home, unless the scenario serves them.
Flow OfficeSite::keep_door() {
    if (world_.scenario.channels[kDoor].at_closing == CloseRule::serve) co_return;
    const HoursLever& door = levers_.hours[kDoor];
    for (std::int64_t day = 0; day < door->days(); ++day) {
        if (levers_.hours_may_move) co_await sim.until(std::max(midnight(day), sim.now()), Rank::calendar);
        const WorkingTime::Interval hours = door->on(day);
        if (hours.opens == hours.closes) continue;
        co_await sim.until(hours.closes, Rank::calendar);
        reception_.send_home();
    }
}

Flow OfficeSite::close_weeks() {
    co_await sim.until(world_.counting_from, Rank::calendar);
    ledger.begin_counting();
    for (std::size_t week = 0; week < world_.shape.weeks; ++week) {
        co_await sim.delay(days(7) - Duration{1}, Rank::calendar);
        ledger.end_week(week);
        co_await sim.delay(Duration{1}, Rank::calendar);
    }
}

}  // namespace skranke
