#pragma once
/// \file
/// Pictures of what an answer depends on, drawn as SVG: the tornado of bars to both ends of each assumption, and rows of
/// estimates with their intervals.
///
/// Form    as figure.hpp: role="img", named by the caption beside it; nothing is told by colour alone, both ends of a bar
///         say their value and answer. A table with the same numbers stands below.
/// Units   drawing units; pictures scale with the page, and scroll sideways where it is narrow.

#include <functional>
#include <string>
#include <vector>

#include "engine/report/wording.hpp"

namespace skranke {

/// One end of an assumption: the answer there, with what chance leaves open, and its words.
struct TornadoEnd {
    Estimate answer;
    Text label;  ///< "118 minutter: 8,8 %"
};

struct TornadoRow {
    Text name;
    TornadoEnd low, high;
};

struct Tornado {
    std::string labelled_by;  ///< id of the caption
    double as_written = 0;    ///< the answer that bars start from
    Text as_written_label;
    std::vector<TornadoRow> rows;  ///< from the top
    std::function<std::string(double value, Lang lang)> tick;
};
std::string tornado(const Tornado& chart);

/// A named row with an estimate, drawn as a dot on its interval, and perhaps a second one, drawn as a hollow square.
struct MarkRow {
    Text name;
    Estimate first, second;
    Text label;  ///< their values
};

struct MarkChart {
    std::string labelled_by;
    std::vector<MarkRow> rows;
    std::function<std::string(double value, Lang lang)> tick;
};
/// \return a chart on a scale that holds 0
std::string mark_chart(const MarkChart& chart);

}  // namespace skranke
