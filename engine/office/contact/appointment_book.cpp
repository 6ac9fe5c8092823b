#include "engine/office/contact/appointment_book.hpp"

#include <algorithm>

namespace skranke {

namespace {

constexpr auto kAppointment = static_cast<std::size_t>(Channel::appointment);

}  // namespace

AppointmentBook::AppointmentBook(const World& world, const Levers& levers)
    : world_(world), levers_(levers), taken_(static_cast<std::size_t>(world.calendar.days()), 0) {}

std::optional<Instant> AppointmentBook::book(Instant now) {
    const AppointmentRules& rules = world_.scenario.appointments;
    const WorkingTime& hours = *levers_.hours[kAppointment];
    const std::int64_t today = day_of(now);
    const std::int64_t last = std::min<std::int64_t>(today + static_cast<std::int64_t>(rules.longest_lead_days),
                                                     hours.days() - 1);
    const std::int64_t first = today + std::max<std::int64_t>(1, static_cast<std::int64_t>(rules.lead_days));
    for (std::int64_t day = first; day <= last; ++day) {
        const WorkingTime::Interval open = hours.on(day);
        if (open.opens == open.closes) continue;
        const auto at = static_cast<std::size_t>(day);
        const double slots = (*levers_.slots_per_day)[at] * levers_.staff(DeskKind::reception).heads(at);
        if (taken_[at] + 1 > slots) continue;
        const Duration length = open.closes - open.opens;
        const Duration offset{static_cast<std::int64_t>(static_cast<double>(length.us) * (taken_[at] / slots))};
        ++taken_[at];
        return open.opens + offset;
    }
    return std::nullopt;
}

}  // namespace skranke
