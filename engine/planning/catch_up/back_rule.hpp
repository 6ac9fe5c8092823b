#pragma once
/// \file
/// When an office is inside its clocks again: the first week from whose end on, for some weeks in a row, no more than a
/// small share of its open cases is past the limit of their clock.
///
/// Units   weeks counted from 0; week w is known at its end, which is midnight after its Sunday.
/// Range   a share is judged in whole persons, as in analysis/verdict.hpp: a single overdue case never breaks it.
/// Rule    a run must show all the weeks: who comes inside too late for that is not back. Asking for a fixed number of weeks,
///         not for all until the run ends, makes the answer the same for longer runs: a small office is outside now and
///         then by chance, whatever its staff.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

namespace skranke {

struct BackRule {
    double most_overdue = 0.05;  ///< share of the open cases
    std::size_t weeks = 4;       ///< week's ends in a row, 1 or more
};

/// Local cases of a place at a week's end.
struct WeekEnd {
    std::int64_t open = 0;
    std::int64_t overdue = 0;  ///< of these, past the limit of their clock
};

bool is_inside(const BackRule& rule, const WeekEnd& week);

/// \return the week, or nothing if the run does not show it
std::optional<std::size_t> back_week(const BackRule& rule, std::span<const WeekEnd> weeks);

}  // namespace skranke
