#pragma once
/// \file
/// What Erlang's formulas say of a line whose arrivals and heads change from week to week, through the day, and by
/// chance from day to day: the formulas of a constant load, put together over the half hours.
///
/// Units   minutes; arrivals of a week, one replication's mean.
/// Source  the modified offered load (offered_load.hpp), each day beginning empty; busier and quieter days as three
///         kinds of day by Gauss-Hermite quadrature of a gamma factor through the cube root that is nearly normal:
///         E. B. Wilson & M. M. Hilferty, Proceedings of the National Academy of Sciences 17 (1931), pp. 684-688.

#include <vector>

#include "engine/twin/desk_twin.hpp"
#include "engine/twin/formulas/erlang.hpp"

namespace skranke {

struct LineWeek {
    double arrivals = 0;     ///< those refused included
    double service_min = 0;  ///< mean head-time of those who started
    double staffed_min = 0;  ///< head-time present
    double heads = 0;        ///< at work while the desk is open, mean
    double room = kEndlessRoom;
    double patience_min = 0;  ///< 0 = endless
};

struct LineFacts {
    std::vector<LineWeek> weeks;
    std::vector<double> pattern;  ///< by half hour: shares of arrivals, see arrival_pattern.hpp
    double day_cv2 = 0;           ///< squared coefficient of variation of a day's load per head
};

enum class Resolution : std::uint8_t { week, half_hour };
enum class Days : std::uint8_t { alike, busy_and_quiet };

/// \return nothing if the formula's rule fails in any week with arrivals
std::vector<TwinStep> line_steps(const LineFacts& facts);

/// Mean and highest load; while people come.
struct LineLoad {
    double mean = 0, peak = 0, heads = 0, lost_without_room = 0;
};
LineLoad line_load(const LineFacts& facts);

}  // namespace skranke
