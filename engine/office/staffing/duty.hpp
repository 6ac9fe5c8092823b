#pragma once
/// \file
/// Duty: which of the heads who came to work today are at their desk at which time, by the desk's rota.
///
/// Shape   heads are numbered as on the roster; a part of the rota takes the next so many of them, after
///         the last one again the first.
/// Units   minutes after midnight.
/// Cost    heads x parts a change of shift.

#include <cstdint>
#include <vector>

#include "engine/scenario/rota.hpp"

namespace skranke {

enum class Whereabouts : std::uint8_t { away, at_work, at_home };

/// The heads on a roster, each where she is today; those at home work from there.
using Crew = std::vector<Whereabouts>;

/// When between two times of a day the heads at the desk may change, ascending.
std::vector<int> duty_changes(const Rota& rota, std::size_t weekday, int after_min, int before_min);

/// \return how many of the crew are at the desk from `minute` on
int heads_on_duty(const Rota& rota, std::size_t weekday, int minute, const Crew& crew);

}  // namespace skranke
