#pragma once
/// \file
/// What happens to a person on her way, in words, and two ways side by side for the screen.

#include <string>

#include "engine/comparison/same_people.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// E.g. "tries by phone", "unmet: queue, room or calendar full".
std::string words_of(const Step& step, Lang lang);

/// Minute of the day as "09:05".
std::string clock_text(int minute);

/// Day by day, plan A left and plan B right; lines end with a newline.
std::string paths_on_screen(const TwoPaths& paths, Lang lang);

}  // namespace skranke
