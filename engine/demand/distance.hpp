#pragma once
/// \file
/// How far apart two municipalities are: along the straight line between their administrative centres.
///
/// Units   km; of 1,000 km along the ground the straight line misses one.

#include "engine/scenario/place.hpp"

namespace skranke {

double distance_km(const Municipality& a, const Municipality& b);

}  // namespace skranke
