#include "engine/office/levers.hpp"

#include "engine/office/world.hpp"

namespace skranke {

namespace {

std::vector<DailyLever> levers_of(const std::vector<DailyValues>& plans) {
    std::vector<DailyLever> levers;
    levers.reserve(plans.size());
    for (const DailyValues& plan : plans) levers.emplace_back(plan);
    return levers;
}

}  // namespace

Levers::Levers(const World& world, const OfficePlan* office)
    : slots_per_day(world.slots_per_day),
      missed(world.missed),
      callback_delay_hours(world.callback_delay_hours),
      effort_min(levers_of(world.effort_min)),
      documents_missing(levers_of(world.documents_missing)) {
    for (std::size_t d = 0; d < kDeskKinds; ++d) {
        if (d >= kOfficeDesks) {
            desks[d] = DeskStaff(world.shared[d]);
        } else if (office != nullptr) {
            desks[d] = DeskStaff(office->desks[d]);
        }
    }
    for (std::size_t c = 0; c < kChannels; ++c) {
        const bool door = office != nullptr && static_cast<Channel>(c) == Channel::drop_in;
        hours[c] = HoursLever(door ? *office->door : world.channel_hours[c]);
        talk_min[c] = DailyLever(world.talk_min[c]);
        wrap_up_min[c] = DailyLever(world.wrap_up_min[c]);
        room[c] = DailyLever(world.room[c]);
    }
}

}  // namespace skranke
