#pragma once
/// \file
/// A Dorling cartogram shows every place as a circle whose area is its population, near where the
/// place lies, no two overlapping: a map of people that needs no borders.
///
/// Shape   circles in the order of the places given; x to the right, y downwards, from 0.
/// Units   degrees in, drawing units out.
/// Errors  overlaps are under 1 % of the smaller radius; neighbours may stand a little apart.
/// Cost    O(n^2) a step, some hundred steps: 356 places in well under a second.
/// Order   no randomness, and only operations that IEEE 754 rounds alike everywhere (+ - * / sqrt):
///         the same places give the same picture on every machine.
/// Source  D. Dorling, Area Cartograms: Their Use and Creation, CATMOG 59 (1996).

#include <vector>

namespace skranke {

struct CartogramPlace {
    double lon = 0, lat = 0;
    double population = 0;  ///< anything below 1 is drawn as 1
};

struct Circle {
    double x = 0, y = 0, r = 0;
};

struct Cartogram {
    double width = 0, height = 0;
    std::vector<Circle> circles;
};

/// \param width  of the drawing, which a few circles do not fill; the height follows. \return an empty drawing for no places
Cartogram dorling_cartogram(const std::vector<CartogramPlace>& places, double width);

}  // namespace skranke
