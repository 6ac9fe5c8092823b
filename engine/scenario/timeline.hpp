#pragma once
/// \file
/// A timeline is a number that changes on given dates: a staffing that is doubled in April, a
/// share of residents in quarantine. Most are constant.
///
/// Order  points ascend by date; the first value also holds before its date.
/// Source dates are calendar days of the scenario's local time.

#include <chrono>
#include <vector>

namespace skranke {

using Date = std::chrono::sys_days;

struct Timeline {
    enum class Kind {
        steps,  ///< each value holds until the next date
        line    ///< straight lines between dates, constant after the last
    };
    struct Point {
        Date from;
        double value = 0;
    };

    Kind kind = Kind::steps;
    std::vector<Point> points;

    Timeline() = default;
    Timeline(double constant) : points{{Date{}, constant}} {}  // NOLINT: a number is a timeline

    /// \return the value on `date`; 0 for an empty timeline
    double at(Date date) const {
        if (points.empty()) return 0.0;
        std::size_t next = 0;
        while (next < points.size() && points[next].from <= date) ++next;
        if (next == 0) return points.front().value;
        const Point& before = points[next - 1];
        if (kind == Kind::steps || next == points.size()) return before.value;
        const double span = static_cast<double>((points[next].from - before.from).count());
        const double part = static_cast<double>((date - before.from).count()) / span;
        return before.value + part * (points[next].value - before.value);
    }

    double largest() const {
        double most = 0.0;
        for (const Point& p : points) most = p.value > most ? p.value : most;
        return most;
    }
};

}  // namespace skranke
