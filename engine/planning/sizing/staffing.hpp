#pragma once
/// \file
/// A staffing says how many positions each desk of each office has in each period, and in which hours of the day how
/// many of them work.
///
/// Shape   offices x office desks; a desk's units by period, its hours from midnight.
/// Units   units of SizingRules::unit positions.

#include <array>
#include <cstdint>
#include <vector>

#include "engine/office/world.hpp"

namespace skranke {

struct DeskStaffing {
    std::vector<int> units;    ///< by period
    std::vector<int> at_work;  ///< by hour of the day: units at work in the fullest period; empty = everybody, always

    int most_units() const;
    friend bool operator==(const DeskStaffing&, const DeskStaffing&) = default;
};
using OfficeStaffing = std::array<DeskStaffing, kOfficeDesks>;
using Staffing = std::vector<OfficeStaffing>;  ///< by office

/// Equal for equal staffings, different for others (but for one chance in 2^64).
std::uint64_t digest_of(const Staffing& staffing);

/// What stays the same in all staffings of a scenario.
struct StaffingFrame {
    explicit StaffingFrame(const World& world);

    std::size_t periods() const { return starts.size(); }
    double positions(std::size_t desk, int units) const { return unit[desk] * units; }
    /// Length of a period within the horizon. [weeks]
    int weeks_of(std::size_t period) const;

    int weeks = 0, period_weeks = 0;
    std::vector<Date> starts;                  ///< by period
    std::array<double, kOfficeDesks> unit{};   ///< positions
    /// By office and desk: positions before the first period, day by day where they change; and what the scenario has.
    std::vector<std::array<std::vector<Timeline::Point>, kOfficeDesks>> before;
    std::vector<std::array<std::vector<double>, kOfficeDesks>> as_written;  ///< mean positions by period
    std::vector<std::array<int, kOfficeDesks>> floor;                       ///< units that DeskRules::minimum asks for
};

/// Gives a scenario's offices this staffing.
void give(Scenario& scenario, const StaffingFrame& frame, const Staffing& staffing);

/// The rota that has so many of `most` heads at work by hour of the day.
Rota rota_of(const std::vector<int>& at_work, int most);

}  // namespace skranke
