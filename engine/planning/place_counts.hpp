#pragma once
/// \file
/// Place counts are what one replication says about one place of planning: how its local needs ended, all that the
/// verdict's rules look at, and the time of its staff. Plain integers, so that many plans can be tried and kept.
///
/// Units   needs; milliseconds of head-time inside working hours and overtime.

#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/analysis/verdict.hpp"
#include "engine/planning/place.hpp"

namespace skranke {

struct PlaceCounts {
    JudgedCounts judged;           ///< of local needs
    std::int64_t born = 0;         ///< local needs
    std::int64_t met_on_time = 0;  ///< of these
    std::int64_t unmet = 0;        ///< likewise
    std::array<std::int64_t, kReasons> lost{};           ///< of the unmet, by Reason
    std::array<std::int64_t, kOfficeDesks> staffed_ms{};  ///< by office desk
    std::array<std::int64_t, kOfficeDesks> busy_ms{};     ///< likewise

    std::int64_t reached_in_time() const;   ///< first contact inside the verdict's access limit
    std::int64_t urgent_in_time() const;    ///< urgent needs decided inside their clock
    /// Unmet rate of vulnerable people less that of others; 0 where either is nobody.
    double vulnerable_gap() const;
    PlaceCounts& operator+=(const PlaceCounts& other);
};

/// What a replication says about each of `places`.
std::vector<PlaceCounts> count_places(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                                      const std::vector<PlanningPlace>& places);

/// Numbers that a trial keeps (trials of the command line), and back.
std::vector<std::int64_t> to_numbers(const std::vector<PlaceCounts>& counts);
/// \param numbers  as to_numbers() made them
std::vector<PlaceCounts> from_numbers(std::span<const std::int64_t> numbers);

}  // namespace skranke
