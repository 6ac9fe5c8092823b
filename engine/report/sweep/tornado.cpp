#include "engine/report/sweep/tornado.hpp"

#include <algorithm>
#include <cmath>

#include "engine/report/figure.hpp"
#include "engine/report/markup.hpp"

namespace skranke {
namespace {

constexpr double kWidth = 1000, kLeft = 215, kRight = 785;  // of the scale; labels stand outside
constexpr double kTop = 58, kRow = 56, kBar = 18;
constexpr double kGap = 8;
constexpr double kApart = 4;  // the two lines of a bar, so that both are seen

/// Where values lie along the picture.
class Scale {
  public:
    Scale(double low, double high) {
        step_ = round_up(std::max(high - low, 1e-9) / 6);
        low_ = step_ * std::floor(low / step_ + 1e-9);
        high_ = std::max(step_ * std::ceil(high / step_ - 1e-9), low_ + step_);
    }
    double x(double value) const { return kLeft + (kRight - kLeft) * (std::clamp(value, low_, high_) - low_) / (high_ - low_); }
    std::vector<double> ticks() const {
        std::vector<double> ticks;
        const auto count = std::lround((high_ - low_) / step_);
        for (long i = 0; i <= count; ++i) ticks.push_back(low_ + static_cast<double>(i) * step_);
        return ticks;
    }

  private:
    double low_, high_, step_;
};

std::string at(double x, double y) { return "x=\"" + coordinate(x) + "\" y=\"" + coordinate(y) + "\""; }

std::string line(const char* css, double x1, double y1, double x2, double y2) {
    return std::string("<path class=\"") + css + "\" d=\"M" + coordinate(x1) + " " + coordinate(y1) + "L" + coordinate(x2) + " " +
           coordinate(y2) + "\"/>";
}

std::string open(const std::string& labelled_by, double height) {
    return "<svg class=\"tornado\" role=\"img\" aria-labelledby=\"" + labelled_by + "\" viewBox=\"0 0 " + coordinate(kWidth) + " " +
           coordinate(height) + "\">";
}

std::string axis(const Scale& scale, double bottom, const std::function<std::string(double, Lang)>& tick) {
    std::string out;
    for (const double value : scale.ticks()) {
        const double x = scale.x(value);
        out += line("grid", x, kTop - 16, x, bottom) +
               svg_texts(Text::of([&](Lang l) { return tick(value, l); }), at(x, kTop - 22) + " class=\"tick\"");
    }
    return out;
}

/// The line along an interval, with a halo so that it is seen on a bar.
std::string whisker(const Scale& scale, const Estimate& e, double y) {
    if (!e.valid || !std::isfinite(e.half_width()) || !(e.low < e.high)) return "";
    const double a = scale.x(e.low), b = scale.x(e.high);
    const std::string path = "d=\"M" + coordinate(a) + " " + coordinate(y - 4) + "v8M" + coordinate(a) + " " + coordinate(y) + "H" +
                             coordinate(b) + "M" + coordinate(b) + " " + coordinate(y - 4) + "v8\"/>";
    return "<path class=\"halo\" " + path + "<path class=\"whisker\" " + path;
}

std::string bar(const Scale& scale, const char* css, double from, const Estimate& to, double y) {
    if (!to.valid) return "";
    const double a = scale.x(std::min(from, to.value)), b = scale.x(std::max(from, to.value));
    return std::string("<rect class=\"") + css + "\" " + at(a, y - kBar / 2) + " width=\"" + coordinate(b - a) + "\" height=\"" +
           coordinate(kBar) + "\"/>";
}

double least(const Estimate& e, double otherwise) {
    return !e.valid ? otherwise : std::isfinite(e.low) ? std::min(e.low, e.value) : e.value;
}
double greatest(const Estimate& e, double otherwise) {
    return !e.valid ? otherwise : std::isfinite(e.high) ? std::max(e.high, e.value) : e.value;
}

/// Name above, bars to both ends, and outside of them each end's words, the lesser answer on the left.
std::string tornado_row(const Tornado& chart, const TornadoRow& row, const Scale& scale, double y) {
    const double base = chart.as_written;
    const double left = std::min({base, least(row.low.answer, base), least(row.high.answer, base)});
    const double right = std::max({base, greatest(row.low.answer, base), greatest(row.high.answer, base)});
    const bool rises = !(row.low.answer.valid && row.high.answer.valid) || row.low.answer.value <= row.high.answer.value;
    const TornadoEnd& lesser = rises ? row.low : row.high;
    const TornadoEnd& greater = rises ? row.high : row.low;
    const double middle = y + 34;
    // The longer bar first, so that both are seen where they lie on the same side.
    const bool low_first = std::fabs(row.low.answer.value - base) > std::fabs(row.high.answer.value - base);
    const std::string low = bar(scale, "lowend", base, row.low.answer, middle);
    const std::string high = bar(scale, "highend", base, row.high.answer, middle);
    return svg_texts(row.name, at(0, y + 16) + " class=\"name\"") + (low_first ? low + high : high + low) +
           whisker(scale, row.low.answer, middle - kApart) + whisker(scale, row.high.answer, middle + kApart) +
           svg_texts(lesser.label, at(scale.x(left) - kGap, middle + 5) + " class=\"left\"") +
           svg_texts(greater.label, at(scale.x(right) + kGap, middle + 5) + " class=\"right\"");
}

}  // namespace

std::string tornado(const Tornado& chart) {
    double low = chart.as_written, high = chart.as_written;
    for (const TornadoRow& row : chart.rows)
        for (const TornadoEnd* end : {&row.low, &row.high}) {
            low = std::min(low, least(end->answer, low));
            high = std::max(high, greatest(end->answer, high));
        }
    const Scale scale(low, high);
    const double bottom = kTop + kRow * static_cast<double>(chart.rows.size());
    const double base = scale.x(chart.as_written);
    std::string out = open(chart.labelled_by, bottom + 8) + axis(scale, bottom, chart.tick) + line("base", base, kTop - 40, base, bottom);
    for (std::size_t i = 0; i < chart.rows.size(); ++i)
        out += tornado_row(chart, chart.rows[i], scale, kTop + kRow * static_cast<double>(i));
    return out + svg_texts(chart.as_written_label, at(base, 13) + " class=\"tick strong\"") + "</svg>\n";
}

std::string mark_chart(const MarkChart& chart) {
    double low = 0, high = 0;
    for (const MarkRow& row : chart.rows)
        for (const Estimate* e : {&row.first, &row.second}) {
            low = std::min(low, e == &row.first ? least(*e, low) : e->value);
            high = std::max(high, e == &row.first ? greatest(*e, high) : e->value);
        }
    const Scale scale(low, high);
    const double bottom = kTop + kRow * static_cast<double>(chart.rows.size());
    std::string out = open(chart.labelled_by, bottom + 8) + axis(scale, bottom, chart.tick) + line("base", scale.x(0), kTop - 16, scale.x(0), bottom);
    for (std::size_t i = 0; i < chart.rows.size(); ++i) {
        const MarkRow& row = chart.rows[i];
        const double y = kTop + kRow * static_cast<double>(i), middle = y + 34;
        const double right = std::max({0.0, greatest(row.first, 0), row.second.valid ? row.second.value : 0.0});
        out += svg_texts(row.name, at(0, y + 16) + " class=\"name\"") + whisker(scale, row.first, middle);
        if (row.first.valid)
            out += "<circle class=\"highend\" cx=\"" + coordinate(scale.x(row.first.value)) + "\" cy=\"" + coordinate(middle) + "\" r=\"6\"/>";
        if (row.second.valid)
            out += "<rect class=\"hollow\" " + at(scale.x(row.second.value) - 6, middle - 6) + " width=\"12\" height=\"12\"/>";
        out += svg_texts(row.label, at(scale.x(right) + 2 * kGap, middle + 5) + " class=\"right\"");
    }
    return out + "</svg>\n";
}

}  // namespace skranke
