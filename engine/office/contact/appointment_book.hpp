#pragma once
/// \file
/// The appointment book of an office: so many meetings each day that the appointment channel is open,
/// spread evenly over its hours.
///
/// Order    first asked, first booked: the earliest free slot.
/// Cost     a look at each day that is already full.
/// Memory   two bytes a day.
/// Invariant 1. A day has at most slots per clerk x clerks on the roster, as they stood when the last
///              of them was booked.

#include <cstdint>
#include <optional>
#include <vector>

#include "engine/office/policies/levers.hpp"
#include "engine/office/world.hpp"

namespace skranke {

class AppointmentBook {
  public:
    AppointmentBook(const World& world, const Levers& levers);

    /// Books the first free slot no earlier than `lead_days` after `now`; nothing if there is none
    /// within `longest_lead_days`.
    std::optional<Instant> book(Instant now);

    int booked(std::int64_t day) const { return taken_[static_cast<std::size_t>(day)]; }

  private:
    const World& world_;
    const Levers& levers_;
    std::vector<std::uint16_t> taken_;  // by day
};

}  // namespace skranke
