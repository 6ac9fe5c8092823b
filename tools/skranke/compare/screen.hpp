#pragma once
/// \file
/// A comparison as text for a terminal.

#include <string>

#include "engine/report/comparison/comparison_page.hpp"

namespace skranke {

std::string comparison_on_screen(const ComparedPlans& compared, Lang lang);

}  // namespace skranke
