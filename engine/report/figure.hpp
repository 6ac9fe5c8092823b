#pragma once
/// \file
/// Figures are the pictures of a report, drawn as SVG inside the page: a band over weeks, a bar in
/// a table row, a strip of counts; and the classes and colours of a map.
///
/// Form    every picture has role="img" and takes its name from the visible caption beside it, so
///         that it is read in the language that the reader chose (an SVG <title> has one language
///         only); bars and strips are hidden from screen readers, as the same numbers stand beside
///         them. Nothing is told by colour alone: the band has dashed edges, classes have labels.
/// Units   drawing units; pictures scale with the page.
/// Source  colours: C. Brewer, colorbrewer2.org, "YlOrBr", five classes (safe for colour-blind
///         readers, ordered by lightness in print); inks chosen for a contrast of 4.5 or more.

#include <string>
#include <vector>

#include "engine/analysis/summary.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

/// Equal steps between round numbers, at most five, that hold all values.
struct Classes {
    std::vector<double> breaks;  ///< ascending; class k is [breaks[k], breaks[k + 1])
    std::size_t count() const { return breaks.empty() ? 0 : breaks.size() - 1; }
    /// \return the class that `value` lies in, the last one for its upper break
    std::size_t of(double value) const;
};

/// \param values  shares, each 0 or more; may be empty
Classes classes_for(const std::vector<double>& values);

struct Shade {
    const char* fill;
    const char* ink;  ///< for text on it
};
inline constexpr std::size_t kShades = 5;
/// \param k  class, 0 is the lightest
Shade shade_of(std::size_t k);

/// The least round number (1, 2 or 5 times a power of ten) that is not below `value`.
double round_up(double value);

enum class Tooltips { left_out, shown };
struct BandChart {
    std::string labelled_by;                 ///< id of the caption
    Date start;                              ///< first day of the first week
    std::vector<Band> weeks;                 ///< at each week's end
    Tooltips tooltips = Tooltips::left_out;  ///< each week's numbers, for a mouse
};
std::string band_chart(const BandChart& chart);

/// \param share  of the longest bar, 0..1
std::string bar(double share);

/// A dot at an estimate and a line along its interval, on a scale from 0. \param most  right end of the scale
std::string interval_mark(const Estimate& share, double most);

/// The same for a change, on a scale with 0 in its middle. \param most  both ends of the scale
std::string change_mark(const Estimate& change, double most);
/// How far a change's mark reaches from 0; its interval counts where it is finite.
double reach_of(const Estimate& change);

/// How many places stand at each certainty, as a strip of boxes with counts.
std::string strip(const std::array<std::size_t, kCertainties>& counts);

}  // namespace skranke
