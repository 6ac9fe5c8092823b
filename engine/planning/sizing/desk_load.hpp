#pragma once
/// \file
/// Desk loads are what a run says of the work at every office desk, period by period: how many positions it would take
/// if nobody had to wait, and the formulas' inputs.
///
/// Shape   office x office desk x period, period fastest.
/// Units   milliseconds of head-time; persons.

#include <cstdint>
#include <span>
#include <vector>

#include "engine/planning/sizing/place_search.hpp"

namespace skranke {

struct DeskPeriod {
    std::int64_t busy_ms = 0, staffed_ms = 0, started = 0;
    DeskPeriod& operator+=(const DeskPeriod& other);
    double occupancy() const { return staffed_ms > 0 ? static_cast<double>(busy_ms) / static_cast<double>(staffed_ms) : 0.0; }
};

std::vector<DeskPeriod> desk_periods(const StaffingFrame& frame, const RecordShape& shape, const RunRecord& record);

inline constexpr std::size_t kDeskPeriodNumbers = 3;
std::vector<std::int64_t> to_numbers(const std::vector<DeskPeriod>& periods);
std::vector<DeskPeriod> desk_periods_from(std::span<const std::int64_t> numbers);

/// So much that hardly anybody waits anywhere.
Staffing ample_staffing(const StaffingFrame& frame);

/// The busiest hour over the mean of the hours in which anybody comes; 1 without hours.
double peak_of(const std::vector<double>& hour_load);

/// What a search begins with: the load of each period, of doors and phones in its busiest hour. \param ample  of runs with ample_staffing(), summed
std::vector<std::array<SearchedDesk, kOfficeDesks>> searched_desks(const Scenario& scenario, const StaffingFrame& frame,
                                                                   const std::vector<DeskPeriod>& ample);

}  // namespace skranke
