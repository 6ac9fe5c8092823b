#include "engine/report/figure.hpp"

#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

using namespace skranke;

namespace {

// Relative luminance and contrast: W3C, WCAG 2.1, "relative luminance" and "contrast ratio".
double luminance(const std::string& colour) {
    const auto channel = [&](std::size_t at) {
        const double c = std::stoi(colour.substr(at, 2), nullptr, 16) / 255.0;
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}

double contrast(const std::string& a, const std::string& b) {
    const double la = luminance(a), lb = luminance(b);
    return (std::max(la, lb) + 0.05) / (std::min(la, lb) + 0.05);
}

// The second numbers of "x,y x,y ..." of the polyline with a class.
std::vector<double> heights_of(const std::string& svg, const std::string& css) {
    const std::string mark = "class=\"" + css + "\" points=\"";
    const std::size_t from = svg.find(mark) + mark.size();
    std::istringstream in(svg.substr(from, svg.find('"', from) - from));
    std::vector<double> heights;
    for (std::string xy; in >> xy;) heights.push_back(std::stod(xy.substr(xy.find(',') + 1)));
    return heights;
}

}  // namespace

TEST_CASE("Text on every shade has the contrast that WCAG asks, and shades darken in order") {
    for (std::size_t k = 0; k < kShades; ++k) {
        const Shade shade = shade_of(k);
        REQUIRE(contrast(shade.fill, shade.ink) >= 4.5);
        if (k > 0) REQUIRE(luminance(shade.fill) < luminance(shade_of(k - 1).fill));
    }
    REQUIRE(contrast("#4f5b66", "#fdf4ef") >= 4.5);
    REQUIRE(contrast("#999999", "#ffffff") < 4.5);  // and the measure would notice
}

TEST_CASE("Classes are equal round steps that hold every value") {
    const Classes classes = classes_for({0.021, 0.034, 0.19});
    REQUIRE(classes.count() <= kShades);
    REQUIRE(classes.breaks.front() <= 0.021);
    REQUIRE(classes.breaks.back() >= 0.19);
    REQUIRE(classes.breaks[1] - classes.breaks[0] == Approx(0.05));
    REQUIRE(classes.of(0.021) == 0);
    REQUIRE(classes.of(0.19) == classes.count() - 1);
}

TEST_CASE("Values that are all equal, zero or missing make one class or none") {
    REQUIRE(classes_for({}).count() == 0);
    REQUIRE(classes_for({0.0, 0.0}).count() == 1);
    REQUIRE(classes_for({0.3}).count() == 1);
    REQUIRE(classes_for({0.3}).of(0.3) == 0);
}

TEST_CASE("Round numbers are 1, 2 and 5 times powers of ten") {
    REQUIRE(round_up(0.3) == Approx(0.5));
    REQUIRE(round_up(1) == Approx(1));
    REQUIRE(round_up(21) == Approx(50));
    REQUIRE(round_up(0) == 1);
}

TEST_CASE("The lines of a band chart stand at the heights of their numbers") {
    const std::string svg =
        band_chart({"id", Date{std::chrono::year(2020) / 3 / 2}, {{0, 10, 20}, {10, 30, 40}}, Tooltips::shown});
    const auto middle = heights_of(svg, "middle");
    const auto high = heights_of(svg, "edge");
    REQUIRE(middle.size() == 2);
    REQUIRE(high[0] < middle[0]);  // higher numbers stand further up
    REQUIRE((middle[0] - high[0]) == Approx(middle[1] - high[1]).margin(0.11));
    REQUIRE(2 * (middle[0] - high[0]) == Approx(middle[0] - middle[1]).margin(0.21));
    REQUIRE(svg.find("<title>10: 10 (0–20)</title>") != std::string::npos);
    REQUIRE(svg.find("role=\"img\" aria-labelledby=\"id\"") != std::string::npos);
}

TEST_CASE("A chart without weeks or with zeros only is still a chart") {
    REQUIRE(band_chart({"id", Date{}, {}, Tooltips::shown}).find("nan") == std::string::npos);
    REQUIRE(band_chart({"id", Date{}, {{0, 0, 0}}, Tooltips::shown}).find("nan") == std::string::npos);
}

TEST_CASE("A strip leaves out empty certainties and counts the others") {
    const std::string markup = strip({3, 0, 0, 0, 5});
    REQUIRE(markup.find("flex-grow:3") != std::string::npos);
    REQUIRE(markup.find("flex-grow:5") != std::string::npos);
    REQUIRE(markup.find("flex-grow:0") == std::string::npos);
}
