#pragma once
/// \file
/// The time that everything we write says it was made at.
///
/// Source  reproducible-builds.org, "SOURCE_DATE_EPOCH specification" 1.1.

#include <string>

namespace skranke {

/// ISO 8601, UTC; the time that SOURCE_DATE_EPOCH gives, if it is set.
std::string time_now();

}  // namespace skranke
