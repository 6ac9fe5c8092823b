#include "engine/report/figure.hpp"

#include <algorithm>
#include <cmath>

#include "engine/report/markup.hpp"

namespace skranke {
namespace {

constexpr double kWidth = 560, kHeight = 230;
constexpr double kLeft = 72, kRight = 10, kTop = 12, kBottom = 34;
constexpr double kDaysPerWeek = 7;

// Maps weeks and counts to the drawing.
struct Frame {
    double weeks, top_value;
    double x(double day) const { return kLeft + (kWidth - kLeft - kRight) * day / (kDaysPerWeek * weeks); }
    double y(double value) const { return kHeight - kBottom - (kHeight - kTop - kBottom) * value / top_value; }
    double week_end(std::size_t week) const { return x(kDaysPerWeek * static_cast<double>(week + 1)); }
};

std::string point(double x, double y) { return coordinate(x) + "," + coordinate(y) + " "; }

std::string y_axis(const Frame& frame, double step) {
    std::string out;
    for (double value = 0; value <= frame.top_value * (1 + 1e-9); value += step) {
        const std::string y = coordinate(frame.y(value));
        out += "<path class=\"grid\" d=\"M" + coordinate(kLeft) + " " + y + "H" + coordinate(kWidth - kRight) + "\"/>";
        out += svg_texts(Text::of([&](Lang l) { return number(value, step < 1 ? 1 : 0, l); }),
                         "class=\"y\" x=\"" + coordinate(kLeft - 8) + "\" y=\"" + y + "\" dy=\".35em\"");
    }
    return out;
}

// A tick and a name where each month begins; names thinned out when there are many.
std::string x_axis(const Frame& frame, Date start) {
    const auto end = start + std::chrono::days(static_cast<int>(kDaysPerWeek * frame.weeks));
    const double bottom = kHeight - kBottom;
    std::chrono::year_month month_of{std::chrono::year_month_day(start).year(),
                                     std::chrono::year_month_day(start).month()};
    constexpr double kWeeksPerMonth = 4.35, kMostNames = 9;
    const int every = 1 + static_cast<int>(frame.weeks / kWeeksPerMonth / kMostNames);
    std::string out;
    int k = 0;
    for (;; month_of += std::chrono::months(1)) {
        const Date first{month_of / std::chrono::day(1)};
        if (first >= end) break;
        const Date shown = std::max(first, start);
        const double days_left = static_cast<double>((end - shown).count());
        const std::string x = coordinate(frame.x(static_cast<double>((shown - start).count())));
        if (first >= start) out += "<path class=\"axis\" d=\"M" + x + " " + coordinate(bottom) + "v5\"/>";
        // A month that begins at the very end, or before the start and mostly over, has no room.
        const bool mostly_over = first < start && (start - first).count() > 14;
        if (k++ % every != 0 || days_left < 14 || mostly_over) continue;
        out += svg_texts(Text::of([&](Lang l) { return month(shown, l); }),
                         "class=\"x\" x=\"" + x + "\" y=\"" + coordinate(kHeight - 10) + "\"");
    }
    return out;
}

std::string tooltips(const Frame& frame, const BandChart& chart) {
    std::string out;
    for (std::size_t w = 0; w < chart.weeks.size(); ++w) {
        const Band& band = chart.weeks[w];
        const Date week = chart.start + std::chrono::days(7 * static_cast<int>(w));
        out += "<circle class=\"hit\" cx=\"" + coordinate(frame.week_end(w)) + "\" cy=\"" +
               coordinate(frame.y(band.middle)) + "\" r=\"9\"><title>" + std::to_string(week_number(week)) + ": " +
               number(band.middle, 0, Lang::nb) + " (" + number(band.low, 0, Lang::nb) + "–" +
               number(band.high, 0, Lang::nb) + ")</title></circle>";
    }
    return out;
}

}  // namespace

double round_up(double value) {
    if (value <= 0) return 1;
    double step = 1e-6;
    for (;; step *= 10)
        for (const double times : {1.0, 2.0, 5.0})
            if (times * step >= value * (1 - 1e-9)) return times * step;
}

std::size_t Classes::of(double value) const {
    std::size_t k = 0;
    while (k + 2 < breaks.size() && value >= breaks[k + 1]) ++k;
    return k;
}

Classes classes_for(const std::vector<double>& values) {
    if (values.empty()) return {};
    const auto [least, most] = std::minmax_element(values.begin(), values.end());
    double step = round_up(std::max(*most - *least, 1e-3) / kShades);
    for (;; step = round_up(step * 1.5)) {
        const double first = std::floor(*least / step * (1 + 1e-12));
        const double last = std::max(std::ceil(*most / step * (1 - 1e-12)), first + 1);
        if (last - first > kShades) continue;
        Classes classes;
        for (double k = first; k <= last; ++k) classes.breaks.push_back(k * step);
        return classes;
    }
}

Shade shade_of(std::size_t k) {
    static constexpr std::array<Shade, kShades> kPalette{{{"#ffffd4", "#202733"},
                                                          {"#fed98e", "#202733"},
                                                          {"#fe9929", "#202733"},
                                                          {"#d95f0e", "#000000"},
                                                          {"#993404", "#ffffff"}}};
    return kPalette[std::min(k, kShades - 1)];
}

std::string band_chart(const BandChart& chart) {
    double most = 0;
    for (const Band& band : chart.weeks) most = std::max(most, band.high);
    const double step = std::max(1.0, round_up(most / 5));
    const Frame frame{static_cast<double>(std::max<std::size_t>(chart.weeks.size(), 1)),
                      std::max(step, step * std::ceil(most / step))};
    std::string high, middle, low, around;
    for (std::size_t w = 0; w < chart.weeks.size(); ++w) {
        high += point(frame.week_end(w), frame.y(chart.weeks[w].high));
        middle += point(frame.week_end(w), frame.y(chart.weeks[w].middle));
        low += point(frame.week_end(w), frame.y(chart.weeks[w].low));
    }
    around = high;
    for (std::size_t w = chart.weeks.size(); w-- > 0;) around += point(frame.week_end(w), frame.y(chart.weeks[w].low));
    return "<svg class=\"chart\" role=\"img\" aria-labelledby=\"" + chart.labelled_by + "\" viewBox=\"0 0 " +
           coordinate(kWidth) + " " + coordinate(kHeight) + "\">" + y_axis(frame, step) +
           "<polygon class=\"band\" points=\"" + around + "\"/><polyline class=\"edge\" points=\"" + high +
           "\"/><polyline class=\"edge\" points=\"" + low + "\"/><polyline class=\"middle\" points=\"" + middle +
           "\"/>" + x_axis(frame, chart.start) + (chart.tooltips == Tooltips::shown ? tooltips(frame, chart) : "") +
           "</svg>\n";
}

std::string bar(double share) {
    return "<svg class=\"bar\" aria-hidden=\"true\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\">"
           "<rect width=\"" +
           coordinate(100 * std::clamp(share, 0.0, 1.0)) + "\" height=\"10\"/></svg>";
}

std::string interval_mark(const Estimate& share, double most) {
    const auto x = [most](double value) { return coordinate(4 + 192 * std::clamp(value / most, 0.0, 1.0)); };
    return "<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 200 20\"><path d=\"M4 2v16M" + x(share.low) + " 10H" +
           x(share.high) + "\"/><circle cx=\"" + x(share.value) + "\" cy=\"10\" r=\"5\"/></svg>";
}

std::string change_mark(const Estimate& change, double most) {
    const auto x = [most](double value) {
        return coordinate(100 + (most > 0 ? 96 * std::clamp(value / most, -1.0, 1.0) : 0));
    };
    return "<svg class=\"mark\" aria-hidden=\"true\" viewBox=\"0 0 200 20\"><path d=\"M100 2v16\"/><path d=\"M" + x(change.low) +
           " 10H" + x(change.high) + "\"/><circle cx=\"" + x(change.value) + "\" cy=\"10\" r=\"5\"/></svg>";
}

double reach_of(const Estimate& change) {
    if (!change.valid) return 0;
    const bool finite = std::isfinite(change.half_width());
    return std::max(std::abs(finite ? change.low : change.value), std::abs(finite ? change.high : change.value));
}

std::string strip(const std::array<std::size_t, kCertainties>& counts) {
    std::string out;
    for (std::size_t c = 0; c < kCertainties; ++c) {
        if (counts[c] == 0) continue;
        out += "<span style=\"flex-grow:" + std::to_string(counts[c]) + "\">" + disc(static_cast<Certainty>(c)) +
               std::to_string(counts[c]) + "</span>";
    }
    return "<div class=\"strip\" aria-hidden=\"true\">" + out + "</div>";
}

}  // namespace skranke
