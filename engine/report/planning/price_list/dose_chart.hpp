#pragma once
/// \file
/// A dose chart shows what each measure buys, drawn as SVG: a row a measure, in it a dot for each dose on its interval,
/// joined by a line from nothing, so that the line bends where another dose gives less than the one before.
///
/// Form    as figure.hpp: role="img", named by the caption beside it. A dot is filled if the effect is certain, else hollow;
///         each says its value in words. A table with the same numbers stands below.

#include <string>
#include <vector>

#include "engine/report/wording.hpp"

namespace skranke {

struct DoseMark {
    Estimate effect;  ///< more people
    bool is_certain = false;
    Text label;
};

struct DoseRow {
    Text name;
    std::vector<DoseMark> doses;
};

struct DoseChart {
    std::string labelled_by;  ///< id of the caption
    std::vector<DoseRow> rows;  ///< from the top
};
std::string dose_chart(const DoseChart& chart);

}  // namespace skranke
