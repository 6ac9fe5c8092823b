#pragma once
/// \file
/// The table file of a study (engine/store/table_file.hpp): what says which kind it is, and the head that all of them have.

#include <cstdint>
#include <string>
#include <vector>

#include "engine/record/provenance.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/store/table_file.hpp"
#include "tools/skranke/values.hpp"

namespace skranke {

using Texts = std::vector<std::string>;

/// What kind of study a file holds. The number grows when an older program would misread the file.
struct StudyFormat {
    const char* attribute;
    std::uint64_t number;
};

inline constexpr StudyFormat kSweepFormat{kSweepFormatAttribute, 1};
inline constexpr StudyFormat kStressFormat{kStressFormatAttribute, 1};
inline constexpr StudyFormat kMeasuresFormat{"skranke_measures_format", 1};
inline constexpr StudyFormat kSizeFormat{"skranke_size_format", 1};
inline constexpr StudyFormat kCatchUpFormat{"skranke_catch_up_format", 1};
inline constexpr StudyFormat kLendFormat{"skranke_lend_format", 1};

/// \return a file that says what made it from which scenario, and holds no tables yet
TableFile headed_file(const StudyFormat& format, const Scenario& scenario, const Provenance& provenance);

/// The axis of an estimate (values.hpp).
TableAxis bound_axis();

}  // namespace skranke
