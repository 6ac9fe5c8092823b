#pragma once
/// \file
/// A measure is what a sweep asks of every replication: one number about one place.
///
/// Shape   place 0 is the whole area, place m + 1 the municipality m of the record.
/// Units   shares 0..1, persons, minutes.

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/analysis/outcome_ratios.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

/// Of local services, where nothing else is said.
enum class Measure : std::uint8_t {
    unmet_rate,
    unmet_rate_state,  ///< of services of the state
    unmet_people,
    on_time_share,
    access_mean,   ///< first attempt to first contact
    handling_mean  ///< application to decision
};
inline constexpr std::size_t kMeasures = 6;

/// "unmet_rate": as results and the command line name it.
const char* key_of(Measure measure);
/// "1" or "min".
const char* unit_of(Measure measure);
/// What it is, in a line of English for result files.
const char* meaning_of(Measure measure);

/// All measures of one place in one replication.
std::array<Ratio, kMeasures> measures_of(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                                         std::size_t place);

}  // namespace skranke
