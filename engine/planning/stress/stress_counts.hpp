#pragma once
/// \file
/// Stress counts are what one replication under stress says: the counts of each place, and how busy its desks and the contact
/// centre were while the stress lasted. They come as numbers that can be kept, and back.
///
/// Units   milliseconds of head-time.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/planning/place_counts.hpp"

namespace skranke {

/// Weeks of the run, counted from its first.
struct WeekSpan {
    std::size_t first = 0, count = 0;
};

struct DeskTime {
    std::int64_t staffed_ms = 0, busy_ms = 0;
    double occupancy() const { return staffed_ms == 0 ? 0 : static_cast<double>(busy_ms) / static_cast<double>(staffed_ms); }
    DeskTime& operator+=(const DeskTime& other);
};

struct StressCounts {
    std::vector<PlaceCounts> places;
    std::vector<std::array<DeskTime, kOfficeDesks>> desks;  ///< by place, while the stress lasted
    DeskTime contact_centre;                                ///< likewise
    std::uint64_t fingerprint = 0;                          ///< of the replication

    StressCounts& operator+=(const StressCounts& other);
};

StressCounts count_stress(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                          const std::vector<PlanningPlace>& places, WeekSpan weeks);

std::vector<std::int64_t> to_numbers(const StressCounts& counts);
/// \param numbers  as to_numbers() made them
StressCounts stress_counts_from(std::span<const std::int64_t> numbers, std::size_t places);

}  // namespace skranke
