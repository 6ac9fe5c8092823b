#include "engine/report/map/cartogram.hpp"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <fstream>
#include <sstream>
#include <string>

using namespace skranke;

namespace {

std::vector<std::string> fields_of(const std::string& line) {
    std::vector<std::string> fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, ',');) fields.push_back(field);
    return fields;
}

// The municipalities of one of the project's own tables.
std::vector<CartogramPlace> places_of(const std::string& file) {
    std::ifstream in(std::string(SKRANKE_SOURCE_DIR "/scenarios/data/") + file);
    std::string line;
    std::getline(in, line);
    const auto names = fields_of(line);
    const auto column = [&](const char* name) {
        return static_cast<std::size_t>(std::find(names.begin(), names.end(), name) - names.begin());
    };
    std::vector<CartogramPlace> places;
    while (std::getline(in, line)) {
        const auto fields = fields_of(line);
        places.push_back({std::stod(fields.at(column("lon"))), std::stod(fields.at(column("lat"))),
                          std::stod(fields.at(column("population")))});
    }
    return places;
}

// Deepest overlap of any two circles, as a share of the smaller radius.
double worst_overlap(const std::vector<Circle>& circles) {
    double worst = 0;
    for (std::size_t i = 0; i < circles.size(); ++i) {
        for (std::size_t j = i + 1; j < circles.size(); ++j) {
            const Circle &a = circles[i], &b = circles[j];
            const double distance = std::sqrt((a.x - b.x) * (a.x - b.x) + (a.y - b.y) * (a.y - b.y));
            worst = std::max(worst, (a.r + b.r - distance) / std::min(a.r, b.r));
        }
    }
    return worst;
}

// Share of pairs whose order from west to east, and from north to south, is that of the map.
double directions_kept(const std::vector<CartogramPlace>& places, const std::vector<Circle>& circles) {
    double kept = 0, all = 0;
    for (std::size_t i = 0; i < places.size(); ++i) {
        for (std::size_t j = i + 1; j < places.size(); ++j) {
            kept += (places[i].lon < places[j].lon) == (circles[i].x < circles[j].x) ? 1 : 0;
            kept += (places[i].lat > places[j].lat) == (circles[i].y < circles[j].y) ? 1 : 0;
            all += 2;
        }
    }
    return kept / all;
}

}  // namespace

TEST_CASE("Trøndelag and Norway are drawn without overlaps, inside the drawing, near where places lie") {
    for (const char* file : {"municipalities-trondelag.csv", "municipalities-norway.csv"}) {
        const auto places = places_of(file);
        CAPTURE(file);
        REQUIRE(places.size() > 30);
        const Cartogram drawing = dorling_cartogram(places, 700);
        REQUIRE(drawing.circles.size() == places.size());
        REQUIRE(worst_overlap(drawing.circles) < 0.01);
        REQUIRE(directions_kept(places, drawing.circles) > 0.9);
        for (const Circle& c : drawing.circles) {
            REQUIRE(c.x - c.r > -1e-6);
            REQUIRE(c.x + c.r < drawing.width + 1e-6);
            REQUIRE(c.y - c.r > -1e-6);
            REQUIRE(c.y + c.r < drawing.height + 1e-6);
        }
    }
}

TEST_CASE("The measures of this test see overlaps and lost directions") {
    const auto places = places_of("municipalities-trondelag.csv");
    Cartogram drawing = dorling_cartogram(places, 700);
    for (Circle& c : drawing.circles) c.r *= 1.06;
    REQUIRE(worst_overlap(drawing.circles) > 0.01);
    std::reverse(drawing.circles.begin(), drawing.circles.end());
    REQUIRE(directions_kept(places, drawing.circles) < 0.9);
}

TEST_CASE("Area is proportional to population") {
    const auto places = places_of("municipalities-trondelag.csv");
    const auto circles = dorling_cartogram(places, 700).circles;
    const double scale = circles[0].r * circles[0].r / places[0].population;
    for (std::size_t i = 0; i < places.size(); ++i)
        REQUIRE(circles[i].r * circles[i].r == Approx(scale * places[i].population));
}

TEST_CASE("The same places give the same picture to the last bit") {
    const auto places = places_of("municipalities-trondelag.csv");
    const auto once = dorling_cartogram(places, 700).circles;
    const auto again = dorling_cartogram(places, 700).circles;
    for (std::size_t i = 0; i < places.size(); ++i) {
        REQUIRE(once[i].x == again[i].x);
        REQUIRE(once[i].y == again[i].y);
        REQUIRE(once[i].r == again[i].r);
    }
}

TEST_CASE("No place gives an empty drawing, and a few stand in its middle without filling the page") {
    REQUIRE(dorling_cartogram({}, 700).circles.empty());
    const Cartogram one = dorling_cartogram({{10, 63, 5000}}, 700);
    REQUIRE(one.circles[0].r == Approx(700 / 8.0));
    REQUIRE(one.circles[0].x == Approx(350));
    REQUIRE(one.width == 700);
    REQUIRE(one.height == Approx(700 / 4.0));
    for (const Circle& c : dorling_cartogram({{10, 63, 5000}, {10.4, 63.2, 4000}}, 700).circles) {
        REQUIRE(c.r < 0.18 * 700);
        REQUIRE(c.x - c.r > -1e-6);
        REQUIRE(c.x + c.r < 700 + 1e-6);
    }
}

TEST_CASE("Places on one spot or in one row are still told apart") {
    const std::vector<CartogramPlace> same(7, {10, 63, 1000});
    REQUIRE(worst_overlap(dorling_cartogram(same, 700).circles) < 0.01);
    std::vector<CartogramPlace> row;
    for (int i = 0; i < 7; ++i) row.push_back({10.0 + 0.1 * i, 63, 1000});
    const auto circles = dorling_cartogram(row, 700).circles;
    REQUIRE(worst_overlap(circles) < 0.01);
    for (std::size_t i = 1; i < circles.size(); ++i) REQUIRE(circles[i].x > circles[i - 1].x);
}

TEST_CASE("Places without residents get a circle") {
    const auto circles = dorling_cartogram({{10, 63, 0}, {11, 63, 100}}, 700).circles;
    REQUIRE(circles[0].r > 0);
}
