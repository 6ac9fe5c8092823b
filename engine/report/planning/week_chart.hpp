#pragma once
/// \file
/// Pictures over the weeks of a run, drawn as SVG: how likely something has come about by each week's end, and for several
/// places from when to when it does.
///
/// Form    as figure.hpp: role="img", named by the caption beside it; nothing is told by colour alone. A table with the same
///         numbers stands below.
/// Units   weeks counted from 0, each at its end; named by their number in the calendar.

#include <optional>
#include <string>
#include <vector>

#include "engine/report/wording.hpp"

namespace skranke {

struct ShareCurve {
    Text name;
    std::vector<double> shares;  ///< by week
};

struct ShareChart {
    std::string labelled_by;  ///< id of the caption
    Date start;
    std::vector<ShareCurve> curves;  ///< one, or a second one, dashed
    struct Goal {
        std::size_t week;
        double share;
    };
    std::optional<Goal> goal{};  ///< a ring
};
std::string share_chart(const ShareChart& chart);

/// From when to when; nothing = later than the run.
struct WeekRange {
    Text name;
    std::optional<std::size_t> low, middle, high;
    Text label;
};

struct RangeChart {
    std::string labelled_by;
    Date start;
    std::size_t weeks = 0;
    std::vector<WeekRange> rows;
};
/// A dot at the middle and a line from low to high; an arrow where a range goes on after the run.
std::string range_chart(const RangeChart& chart);

}  // namespace skranke
