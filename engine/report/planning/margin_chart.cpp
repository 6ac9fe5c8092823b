#include "engine/report/planning/margin_chart.hpp"

#include <algorithm>
#include <cmath>

#include "engine/report/markup.hpp"
#include "engine/report/planning/stress_words.hpp"

namespace skranke {
namespace {

constexpr double kWidth = 1000, kLeft = 300, kRight = 760;  // of the scale; names and labels stand outside
constexpr double kTop = 34, kRow = 34, kBar = 18, kGap = 10;
constexpr std::array<double, kMarginClasses - 1> kEnds{0.1, 0.25, 0.5, 1};  // of the way to the greatest height

std::string at(double x, double y) { return "x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\""; }

class Scale {
  public:
    Scale(double least, double most) : least_(least), most_(most) {}
    double x(double height) const { return kLeft + (kRight - kLeft) * (std::clamp(height, least_, most_) - least_) / (most_ - least_); }
    std::vector<double> ticks() const {
        std::vector<double> ticks;
        const double step = round_up((most_ - least_) / 6);
        for (double tick = least_; tick <= most_ + step / 1000; tick += step) ticks.push_back(tick);
        return ticks;
    }

  private:
    double least_, most_;
};

std::string axis(const Scale& scale, double bottom) {
    std::string out;
    for (const double tick : scale.ticks()) {
        const double x = scale.x(tick);
        out += "<path class=\"grid\" d=\"M" + coordinate(x) + " " + coordinate(kTop - 8) + "V" + coordinate(bottom) + "\"/>" +
               svg_texts(Text::of([&](Lang l) { return height_text(tick, l) + " ×"; }), at(x, kTop - 14) + " class=\"tick\"");
    }
    return out;
}

/// The line along an interval, with a halo so that it is seen on a bar; open where an end is not known.
std::string whisker(const Scale& scale, const MarginChart& chart, const RuleMargin& margin, double y) {
    if (margin.margin != Margin::breaks) return "";
    const double a = scale.x(margin.low.value_or(chart.least)), b = scale.x(margin.high.value_or(chart.most));
    const auto end = [&](double x, bool known) { return known ? "M" + coordinate(x) + " " + coordinate(y - 4) + "v8" : std::string{}; };
    const std::string path = "d=\"" + end(a, margin.low.has_value()) + "M" + coordinate(a) + " " + coordinate(y) + "H" + coordinate(b) +
                             end(b, margin.high.has_value()) + "\"/>";
    return "<path class=\"halo\" " + path + "<path class=\"whisker\" " + path;
}

std::string row(const Scale& scale, const MarginChart& chart, const MarginRow& of, double y) {
    const RuleMargin& margin = of.margin;
    const double height = margin.margin == Margin::breaks ? margin.height
                          : margin.margin == Margin::holds ? margin.low.value_or(chart.most)
                                                           : chart.least;
    const double from = scale.x(chart.least), to = scale.x(height);
    const Shade shade = shade_of_margin(class_of(margin, chart.least, chart.most));
    const double ends = margin.margin == Margin::breaks ? std::max(to, scale.x(margin.high.value_or(chart.most))) : to;
    return svg_texts(Text::same(of.name), at(kLeft - kGap, y + 5) + " class=\"left\"") + "<rect " + at(from, y - kBar / 2) + " width=\"" +
           coordinate(std::max(2.0, to - from)) + "\" height=\"" + coordinate(kBar) + "\" fill=\"" + shade.fill + "\" stroke=\"#5b3a1e\"/>" +
           whisker(scale, chart, margin, y) + svg_texts(of.label, at(ends + kGap, y + 5) + " class=\"right\"");
}

}  // namespace

double end_of_class(std::size_t k, double least, double most) { return least + kEnds[k] * (most - least); }

std::size_t class_of(const RuleMargin& margin, double least, double most) {
    if (margin.margin == Margin::holds) return kMarginClasses - 1;
    if (margin.margin != Margin::breaks) return 0;
    std::size_t k = 0;
    while (k + 2 < kMarginClasses && margin.height >= end_of_class(k, least, most)) ++k;
    return k;
}

std::string margin_chart(const MarginChart& chart) {
    const Scale scale(chart.least, chart.most);
    const double bottom = kTop + kRow * static_cast<double>(chart.rows.size());
    std::string out = "<svg class=\"tornado\" role=\"img\" aria-labelledby=\"" + chart.labelled_by + "\" viewBox=\"0 0 " + coordinate(kWidth) + " " +
                      coordinate(bottom + 8) + "\">" + axis(scale, bottom);
    for (std::size_t i = 0; i < chart.rows.size(); ++i) out += row(scale, chart, chart.rows[i], kTop + kRow * (static_cast<double>(i) + 0.5));
    return out + "</svg>\n";
}

}  // namespace skranke
