#include "engine/report/planning/week_chart.hpp"

#include "engine/report/markup.hpp"

namespace skranke {
namespace {

constexpr double kWidth = 560, kHeight = 250, kLeft = 72, kRight = 10, kTop = 12, kBottom = 46;
constexpr double kRangeWidth = 1000, kRangeLeft = 8, kRangeRight = 760, kRangeTop = 36, kRow = 56;
constexpr Phrase kWeek{"uke", "veke", "week"};

std::string at(double x, double y) { return "x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\""; }

std::string path(const char* css, const std::string& d) { return std::string("<path class=\"") + css + "\" d=\"" + d + "\"/>"; }

std::string open(const char* css, const std::string& labelled_by, double width, double height) {
    return std::string("<svg class=\"") + css + "\" role=\"img\" aria-labelledby=\"" + labelled_by + "\" viewBox=\"0 0 " + coordinate(width) + " " +
           coordinate(height) + "\">";
}

/// Where the ends of weeks lie along a picture.
struct WeekAxis {
    double left, right;
    std::size_t weeks;
    double end_of(std::size_t week) const { return left + (right - left) * static_cast<double>(week + 1) / static_cast<double>(weeks); }
    std::size_t step() const { return 1 + (weeks - 1) / 14; }
};

/// "uke 14" at the first tick, then numbers alone.
std::string week_names(const WeekAxis& axis, Date start, double y, const char* css) {
    std::string out;
    for (std::size_t week = 0; week < axis.weeks; week += axis.step()) {
        const std::string name = std::to_string(week_number(start + std::chrono::days(7 * static_cast<int>(week))));
        const Text text = week == 0 ? Text::of([&](Lang l) { return std::string(kWeek.in(l)) + " " + name; }) : Text::same(name);
        out += svg_texts(text, std::string("class=\"") + css + "\" text-anchor=\"middle\" " + at(axis.end_of(week), y));
    }
    return out;
}

double share_y(double share) { return kHeight - kBottom - (kHeight - kTop - kBottom) * share; }

std::string share_axis() {
    std::string out;
    for (int quarter = 0; quarter <= 4; ++quarter) {
        const double share = 0.25 * quarter, y = share_y(share);
        out += path("grid", "M" + coordinate(kLeft) + " " + coordinate(y) + "H" + coordinate(kWidth - kRight)) +
               svg_texts(Text::of([&](Lang l) { return percent(share, 0, l); }), "class=\"y\" " + at(kLeft - 8, y) + " dy=\".35em\"");
    }
    return out;
}

/// Steps at week's ends.
std::string curve(const WeekAxis& axis, const ShareCurve& shown, const char* css) {
    std::string d = "M" + coordinate(axis.left) + " " + coordinate(share_y(0));
    for (std::size_t week = 0; week < shown.shares.size(); ++week)
        d += "H" + coordinate(axis.end_of(week)) + "V" + coordinate(share_y(shown.shares[week]));
    return path(css, d);
}

/// A short piece of each curve and its name, below the weeks.
std::string key_of(const std::vector<ShareCurve>& curves) {
    std::string out;
    for (std::size_t c = 0; c < curves.size(); ++c) {
        const double x = kLeft + 240 * static_cast<double>(c), y = kHeight - 10;
        out += path(c == 0 ? "middle" : "edge", "M" + coordinate(x) + " " + coordinate(y - 4) + "h28") + svg_texts(curves[c].name, at(x + 34, y));
    }
    return out;
}

std::string range_row(const WeekAxis& axis, const WeekRange& row, double y) {
    const double middle = y + 34, end = axis.right + 14;
    std::string out = svg_texts(row.name, at(0, y + 16) + " class=\"name\"");
    if (row.low) {
        const double from = axis.end_of(*row.low), to = row.high ? axis.end_of(*row.high) : end;
        out += path("whisker", "M" + coordinate(from) + " " + coordinate(middle - 5) + "v10M" + coordinate(from) + " " + coordinate(middle) + "H" +
                                   coordinate(to) + (row.high ? "m0 -5v10" : "m-7 -5l7 5l-7 5"));
    }
    if (row.middle)
        out += "<circle class=\"highend\" cx=\"" + coordinate(axis.end_of(*row.middle)) + "\" cy=\"" + coordinate(middle) + "\" r=\"6\"/>";
    return out + svg_texts(row.label, at(axis.right + 28, middle + 5) + " class=\"right\"");
}

}  // namespace

std::string share_chart(const ShareChart& chart) {
    const WeekAxis axis{kLeft, kWidth - kRight, chart.curves.front().shares.size()};
    std::string out = open("chart", chart.labelled_by, kWidth, kHeight) + share_axis();
    for (std::size_t c = 0; c < chart.curves.size(); ++c) out += curve(axis, chart.curves[c], c == 0 ? "middle" : "edge");
    if (chart.goal)
        out += "<circle class=\"hollow\" cx=\"" + coordinate(axis.end_of(chart.goal->week)) + "\" cy=\"" + coordinate(share_y(chart.goal->share)) +
               "\" r=\"5\"/>";
    return out + week_names(axis, chart.start, kHeight - kBottom + 18, "x") + key_of(chart.curves) + "</svg>\n";
}

std::string range_chart(const RangeChart& chart) {
    const WeekAxis axis{kRangeLeft, kRangeRight, chart.weeks};
    const double bottom = kRangeTop + kRow * static_cast<double>(chart.rows.size());
    std::string out = open("tornado", chart.labelled_by, kRangeWidth, bottom + 8) + week_names(axis, chart.start, 14, "tick");
    for (std::size_t week = 0; week < chart.weeks; week += axis.step())
        out += path("grid", "M" + coordinate(axis.end_of(week)) + " 20V" + coordinate(bottom));
    for (std::size_t i = 0; i < chart.rows.size(); ++i) out += range_row(axis, chart.rows[i], kRangeTop + kRow * static_cast<double>(i));
    return out + "</svg>\n";
}

}  // namespace skranke
