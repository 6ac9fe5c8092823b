#include "engine/twin/formulas/fluid.hpp"

#include <algorithm>

namespace skranke {

namespace {

/// A point of the two curves between which the line lies.
struct Knot {
    double time = 0, arrived = 0, started = 0;
};

/// Area between the line from `a` to `b`, cut off at `most`, and the axis.
double area_below(double a, double b, double minutes, double most) {
    if (b <= most) return minutes * (a + b) / 2;
    if (a >= most) return minutes * most;
    const double below = (most - a) / (b - a);  // part of the time
    return minutes * (below * (a + most) / 2 + (1 - below) * most);
}

class Fluid {
  public:
    explicit Fluid(const FluidStart& start) : start_(start) { knots_.push_back({0, start.in_line, 0}); }

    void flow(const FluidStretch& stretch) {
        const double grows = stretch.arrivals_per_min - stretch.capacity_per_min;
        const double line = in_line();
        double wet = stretch.minutes;  // time with a line
        if (line + grows * wet <= 0) wet = line > 0 ? line / -grows : 0;
        met_a_line_ += stretch.arrivals_per_min * wet;
        go_on(wet, stretch.arrivals_per_min, stretch.capacity_per_min);
        go_on(stretch.minutes - wet, stretch.arrivals_per_min, stretch.arrivals_per_min);
    }
    double in_line() const { return std::max(0.0, knots_.back().arrived - knots_.back().started); }

    FluidAnswer answer(std::vector<double> in_line) const {
        FluidAnswer a;
        a.in_line = std::move(in_line);
        a.started = knots_.back().started;
        const double arrived = knots_.back().arrived - start_.in_line;
        a.met_a_line = arrived > 0 ? met_a_line_ / arrived : 0;
        if (a.started <= 0) return a;
        // First in first out: those started are the first `started` that came.
        double waited = waited_before(std::min(a.started, start_.in_line));
        for (std::size_t k = 1; k < knots_.size(); ++k) {
            const Knot &from = knots_[k - 1], &to = knots_[k];
            const double minutes = to.time - from.time;
            waited +=
                area_below(from.arrived, to.arrived, minutes, a.started) - minutes * (from.started + to.started) / 2;
        }
        a.wait_started_min = waited / a.started;
        return a;
    }

  private:
    void go_on(double minutes, double arriving, double starting) {
        if (minutes <= 0) return;
        const Knot& now = knots_.back();
        knots_.push_back({now.time + minutes, now.arrived + arriving * minutes, now.started + starting * minutes});
    }
    /// Of the oldest `count` at the start: they had waited between all of that time and what those behind need.
    double waited_before(double count) const {
        if (count <= 0) return 0;
        return count * (start_.in_line - count / 2) / start_.arrivals_per_min;
    }

    FluidStart start_;
    std::vector<Knot> knots_;
    double met_a_line_ = 0;
};

}  // namespace

FluidAnswer fluid_line(const std::vector<FluidStretch>& stretches, const FluidStart& start) {
    Fluid fluid(start);
    std::vector<double> in_line;
    for (const FluidStretch& stretch : stretches) {
        fluid.flow(stretch);
        in_line.push_back(fluid.in_line());
    }
    return fluid.answer(std::move(in_line));
}

}  // namespace skranke
