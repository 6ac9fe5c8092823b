#pragma once
/// \file
/// A municipality as a person types it: a number with or without its leading zero, or a name with
/// or without capitals and Norwegian letters.

#include <string>
#include <vector>

#include "engine/scenario/place.hpp"

namespace skranke {

/// \return the index of the one that is meant
/// \throws CommandError  status 2: unknown, with the nearest names; or shared, with the numbers to choose from
std::size_t find_municipality(const std::vector<Municipality>& municipalities, const std::string& typed);

/// Lower case letters a to z, digits and '-' alone: "Midtre Gauldal" -> "midtre-gauldal", "Frøya" -> "froya".
std::string plain_name(const std::string& name);

}  // namespace skranke
