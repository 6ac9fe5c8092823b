#pragma once
/// \file
/// A border map is the outlines of municipalities from a GeoJSON file, thinned to what a drawing of that size shows.
///
/// Shape   outlines in the order of the numbers asked for, those that the file has; x to the right, y downwards, from 0.
/// Units   drawing units, whole numbers.
/// Form    a FeatureCollection of Polygon or MultiPolygon in degrees (RFC 7946). A feature's municipality is in one of the
///         properties kommunenummer, kommunenr, municipality or id, in capitals or not, or in its own id; a number of three
///         digits gets its leading zero. Features of one municipality are put together.
/// Range   vertices are rounded to the grid, all of them alike, so neighbours keep one common border; islands smaller than
///         the grid vanish, unless a municipality has nothing else.
/// Errors  a sentence; nothing in the file makes the program crash or run out of memory.
/// Cost    linear in the file's vertices.

#include <string>
#include <vector>

namespace skranke {

struct Outline {
    std::string number;  ///< of the municipality
    std::string path;    ///< SVG path data
    int x = 0, y = 0;    ///< where its name may stand, in the middle of its widest part
    int room = 0;        ///< width there
};

struct BorderMap {
    int width = 0, height = 0;
    std::vector<Outline> outlines;
};

struct BordersRead {
    BorderMap map;
    std::string error;                 ///< what is wrong with the file, and what would be right; empty = nothing
    std::vector<std::string> missing;  ///< numbers that were asked for and have no outline
};

/// The largest file that is read. [bytes]
inline constexpr std::size_t kLargestBorders = 32 << 20;

/// \param numbers  of the municipalities wanted
BordersRead read_borders(const std::string& geojson, const std::vector<std::string>& numbers);

}  // namespace skranke
