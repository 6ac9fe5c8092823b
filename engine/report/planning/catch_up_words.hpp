#pragma once
/// \file
/// The sentences of a catch-up: when a place is inside its clocks again, how sure that is, and what it takes to be there by a
/// wanted week. Terminal and page say the same.

#include <optional>
#include <string>

#include "engine/planning/catch_up/catch_up.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// Inside from the first week on in nine of ten runs: never really behind.
bool is_never_behind(const CatchUpPlace& place);

/// "uke 17", or "etter uke 22" for what the run does not show.
std::string week_text(const CatchUp& study, std::optional<std::size_t> week, Lang lang);
/// The Sunday that the week ends with.
Date last_day(const CatchUp& study, std::size_t week);
/// "uke 9–12": the 95 % interval of the middle.
std::string middle_interval(const CatchUp& study, const BackDates& dates, Lang lang);
std::string share_with_interval(const ShareEstimate& share, Lang lang);
/// "1,5"; a dash if no staff is enough.
std::string positions_text(const CatchUp& study, const std::optional<int>& units, Lang lang);

/// All places together; of a single one the same as place_sentence().
std::string main_sentence(const CatchUp& study, Lang lang);
/// When the place is back with the staff it has.
std::string place_sentence(const CatchUp& study, const CatchUpPlace& place, Lang lang);
/// What brings it back in time; "" without a goal.
std::string plan_sentence(const CatchUp& study, const CatchUpPlace& place, Lang lang);
/// What counts as inside: our assumption.
std::string rule_sentence(const CatchUp& study, Lang lang);
/// How many runs stand behind it, and that the intervals of few are rough.
std::string runs_sentence(const CatchUp& study, Lang lang);

}  // namespace skranke
