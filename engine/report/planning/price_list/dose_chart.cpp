#include "engine/report/planning/price_list/dose_chart.hpp"

#include <algorithm>
#include <cmath>

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"

namespace skranke {
namespace {

constexpr double kWidth = 1000, kLeft = 10, kRight = 460, kLabels = 480;
constexpr double kTop = 34, kName = 24, kDose = 26, kBetween = 12;

/// Where numbers of people lie along the picture; it holds 0.
struct Scale {
    double low = 0, high = 0, step = 1;
    double x(double value) const { return kLeft + (kRight - kLeft) * (std::clamp(value, low, high) - low) / (high - low); }
};

Scale scale_of(const DoseChart& chart) {
    double low = 0, high = 0;
    for (const DoseRow& row : chart.rows)
        for (const DoseMark& mark : row.doses) {
            if (!mark.effect.valid) continue;
            const bool is_finite = std::isfinite(mark.effect.half_width());
            low = std::min(low, is_finite ? mark.effect.low : mark.effect.value);
            high = std::max(high, is_finite ? mark.effect.high : mark.effect.value);
        }
    const double step = round_up(std::max(high - low, 1e-9) / 6);
    low = step * std::floor(low / step + 1e-9);
    return {low, std::max(step * std::ceil(high / step - 1e-9), low + step), step};
}

std::string path(const char* css, const std::string& d) { return std::string("<path class=\"") + css + "\" d=\"" + d + "\"/>"; }
std::string point(double x, double y) { return coordinate(x) + " " + coordinate(y); }

std::string axis(const Scale& scale, double bottom) {
    std::string out;
    const auto ticks = std::lround((scale.high - scale.low) / scale.step);
    for (long i = 0; i <= ticks; ++i) {
        const double value = scale.low + static_cast<double>(i) * scale.step, x = scale.x(value);
        out += path(std::fabs(value) < scale.step / 2 ? "axis" : "grid", "M" + point(x, kTop - 10) + "L" + point(x, bottom)) +
               svg_texts(Text::of([&](Lang l) { return number(value, scale.step < 1 ? 1 : 0, l); }),
                         "class=\"tick\" x=\"" + coordinate(x) + "\" y=\"" + coordinate(kTop - 16) + "\"");
    }
    return out;
}

std::string whisker(const Scale& scale, const Estimate& e, double y) {
    if (!std::isfinite(e.half_width()) || !(e.low < e.high)) return "";
    const double a = scale.x(e.low), b = scale.x(e.high);
    return path("whisker", "M" + point(a, y - 4) + "v8M" + point(a, y) + "H" + coordinate(b) + "M" + point(b, y - 4) + "v8");
}

/// The line through the doses, then intervals and dots upon it.
std::string marks(const Scale& scale, const DoseRow& row, double top) {
    std::string line = "M" + point(scale.x(0), top), dots;
    double y = top;
    for (const DoseMark& mark : row.doses) {
        y += kDose;
        if (!mark.effect.valid) continue;
        const double x = scale.x(mark.effect.value);
        line += "L" + point(x, y);
        dots += whisker(scale, mark.effect, y) + "<circle class=\"" + (mark.is_certain ? "highend" : "hollow") + "\" cx=\"" + coordinate(x) +
                "\" cy=\"" + coordinate(y) + "\" r=\"6\"/>" +
                svg_texts(mark.label, "x=\"" + coordinate(kLabels) + "\" y=\"" + coordinate(y + 5) + "\"");
    }
    return path("bend", line) + dots;
}

double height_of(const DoseRow& row) { return kName + kDose * static_cast<double>(row.doses.size()) + kBetween; }

}  // namespace

std::string dose_chart(const DoseChart& chart) {
    const Scale scale = scale_of(chart);
    double bottom = kTop;
    for (const DoseRow& row : chart.rows) bottom += height_of(row);
    std::string out = "<svg class=\"tornado\" role=\"img\" aria-labelledby=\"" + chart.labelled_by + "\" viewBox=\"0 0 " + coordinate(kWidth) + " " +
                      coordinate(bottom) + "\">" + axis(scale, bottom - kBetween);
    double y = kTop;
    for (const DoseRow& row : chart.rows) {
        out += svg_texts(row.name, "class=\"name\" x=\"" + coordinate(kLabels) + "\" y=\"" + coordinate(y + 14) + "\"") +
               marks(scale, row, y + kName - kDose / 2);
        y += height_of(row);
    }
    return out + "</svg>\n";
}

}  // namespace skranke
