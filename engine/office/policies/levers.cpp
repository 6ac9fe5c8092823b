#include "engine/office/policies/levers.hpp"

#include "engine/office/world.hpp"

namespace skranke {

namespace {

std::vector<DailyLever> levers_of(const std::vector<DailyValues>& plans) {
    std::vector<DailyLever> levers;
    levers.reserve(plans.size());
    for (const DailyValues& plan : plans) levers.emplace_back(plan);
    return levers;
}

const WorkingTime& planned_hours(Channel channel, const World& world, const OfficePlan* office) {
    if (office != nullptr && channel == Channel::drop_in) return *office->door;
    if (office != nullptr && channel == Channel::office_phone) return *office->phone;
    return world.channel_hours[static_cast<std::size_t>(channel)];
}

}  // namespace

Levers::Levers(const World& world, const OfficePlan* office)
    : slots_per_day(world.slots_per_day),
      missed(world.missed),
      callback_delay_hours(world.callback_delay_hours),
      travel_min(world.travel_min),
      offer_callback_after_min(world.offer_callback_after_min),
      assisted_min(world.assisted_min),
      effort_min(levers_of(world.effort_min)),
      documents_missing(levers_of(world.documents_missing)) {
    for (std::size_t d = 0; d < kDeskKinds; ++d) {
        if (d >= kOfficeDesks) {
            desks[d] = DeskStaff(world.shared[d]);
        } else if (office != nullptr) {
            desks[d] = DeskStaff(office->desks[d]);
        }
    }
    for (const Policy& policy : world.scenario.policies)
        if (policy.is_triggered())
            for (const LeverMove& move : policy.levers) hours_may_move |= move.lever.is_hours();
    for (DeskStaff& staff : desks) staff.hours_may_move = hours_may_move;
    for (std::size_t c = 0; c < kChannels; ++c) {
        hours[c] = HoursLever(planned_hours(static_cast<Channel>(c), world, office));
        talk_min[c] = DailyLever(world.talk_min[c]);
        wrap_up_min[c] = DailyLever(world.wrap_up_min[c]);
        room[c] = DailyLever(world.room[c]);
    }
}

DailyLever& Levers::values_of(const Lever& lever) {
    switch (lever.kind) {
        case LeverKind::channel_room: return room[lever.index];
        case LeverKind::channel_talk_min: return talk_min[lever.index];
        case LeverKind::channel_wrap_up_min: return wrap_up_min[lever.index];
        case LeverKind::desk_positions: return desks[lever.index].positions;
        case LeverKind::desk_absence: return desks[lever.index].absence;
        case LeverKind::desk_speed: return desks[lever.index].pace;
        case LeverKind::service_effort_min: return effort_min[lever.index];
        case LeverKind::service_documents_missing: return documents_missing[lever.index];
        case LeverKind::slots_per_day: return slots_per_day;
        case LeverKind::missed: return missed;
        case LeverKind::callback_delay_hours: return callback_delay_hours;
        case LeverKind::channel_hours:
        case LeverKind::desk_hours: break;
    }
    SKRANKE_EXPECT(!lever.is_hours());
    return missed;
}

HoursLever& Levers::hours_of(const Lever& lever) {
    SKRANKE_EXPECT(lever.is_hours());
    return lever.kind == LeverKind::desk_hours ? desks[lever.index].hours : hours[lever.index];
}

}  // namespace skranke
