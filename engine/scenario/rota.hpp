#pragma once
/// \file
/// A rota: at which times of the week which share of a desk's staff works, has a break, or sits in a meeting.
///
/// Shape   parts in the order given; those of one list and weekday take the heads in turn, so that two
///         halves are different heads and nobody has two breaks before everybody has had one.
/// Units   minutes after midnight; shares of the heads on the roster.
/// Source  every field's meaning, unit, range and default: engine/language/fields/desk.cpp.

#include <cstddef>
#include <vector>

namespace skranke {

/// Weekdays from one to another, both included; 0 = Monday.
struct Weekdays {
    std::size_t first = 0, last = 6;
    bool has(std::size_t day) const { return first <= day && day <= last; }
};

struct RotaPart {
    Weekdays days;
    int from_min = 0, to_min = 0;  ///< 0 <= from < to <= 1440
    double share = 1;
};

struct Rota {
    std::vector<RotaPart> shifts;  ///< empty = everybody, all the desk's hours
    std::vector<RotaPart> breaks, meetings;

    bool empty() const { return shifts.empty() && breaks.empty() && meetings.empty(); }
};

}  // namespace skranke
