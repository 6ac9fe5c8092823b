#pragma once
/// \file
/// Pictures of margins, drawn as SVG: bars from the usual to the height where each place breaks, and shades for a map of margins.
///
/// Form    as figure.hpp: role="img", named by the caption beside it; each bar says its value in words. A table with the same
///         numbers stands below.

#include <string>
#include <vector>

#include "engine/planning/stress/stress.hpp"
#include "engine/report/figure.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

struct MarginRow {
    std::string name;
    RuleMargin margin;
    Text label;  ///< height and rule
};

struct MarginChart {
    std::string labelled_by;  ///< id of the caption
    double least = 1, most = 5;
    std::vector<MarginRow> rows;  ///< from the top
};
std::string margin_chart(const MarginChart& chart);

/// Classes of margins, the least first: how far between the least and the greatest height a place breaks.
inline constexpr std::size_t kMarginClasses = 5;
/// Where class k ends; the last one has no end.
double end_of_class(std::size_t k, double least, double most);
std::size_t class_of(const RuleMargin& margin, double least, double most);
/// The less margin, the darker.
inline Shade shade_of_margin(std::size_t k) { return shade_of(kShades - 1 - k); }

}  // namespace skranke
