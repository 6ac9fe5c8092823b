#include "engine/planning/stress/stress_load.hpp"

#include <algorithm>

namespace skranke {

namespace {

constexpr std::chrono::days kDay{1};

Surge more_demand(const StressLoad& load, double height) {
    Surge surge;
    surge.key = "stress";
    surge.kind = SurgeKind::scale;
    surge.services = load.services;
    surge.factor.points = {{load.from - kDay, 1}, {load.from, height}, {load.to(), 1}};
    return surge;
}

/// Straight lines as the value of each day.
Timeline in_steps(const Timeline& course) {
    if (course.kind == Timeline::Kind::steps || course.points.empty()) return course;
    Timeline days;
    for (Date day = course.points.front().from; day <= course.points.back().from; day += kDay) days.points.push_back({day, course.at(day)});
    return days;
}

/// The course, higher by the absence while the stress lasts.
Timeline raised(const Timeline& as_written, const StressLoad& load) {
    const Timeline course = in_steps(as_written);
    const auto more = [&](Date day) { return std::min(1.0, course.at(day) + load.absence); };
    std::vector<Timeline::Point> before, during{{load.from, more(load.from)}}, after{{load.to(), course.at(load.to())}};
    for (const Timeline::Point& point : course.points) {
        if (point.from < load.from) before.push_back(point);
        else if (point.from > load.from && point.from < load.to()) during.push_back({point.from, more(point.from)});
        else if (point.from > load.to()) after.push_back(point);
    }
    if (before.empty()) before.push_back({load.from - kDay, course.at(load.from - kDay)});
    Timeline whole;
    for (const auto* part : {&before, &during, &after}) whole.points.insert(whole.points.end(), part->begin(), part->end());
    return whole;
}

}  // namespace

Scenario stressed(Scenario scenario, const StressLoad& load, double height) {
    if (load.surge) {
        scenario.surges[*load.surge].height *= height;
        return scenario;
    }
    scenario.surges.push_back(more_demand(load, height));
    if (load.absence == 0) return scenario;
    for (auto& office : scenario.office_desks)
        for (std::size_t desk = 0; desk < kOfficeDesks; ++desk) {
            office[desk].absence = raised(office[desk].absence, load);
            office[desk].small_office.absence = raised(office[desk].small_office.absence, load);
        }
    return scenario;
}

}  // namespace skranke
