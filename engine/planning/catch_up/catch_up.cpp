#include "engine/planning/catch_up/catch_up.hpp"

#include <algorithm>
#include <cmath>

#include "engine/base/contract.hpp"

namespace skranke {

namespace {

constexpr std::size_t kNumbers = 2;  // open, overdue

/// The value that a share `q` of them does not exceed. \param values  ascending, at least one
double quantile(const std::vector<std::int64_t>& values, double q) {
    const auto rank = static_cast<std::size_t>(std::ceil(q * static_cast<double>(values.size()) - 1e-9));
    return static_cast<double>(values[std::max<std::size_t>(rank, 1) - 1]);
}

WeekEnd week_end(const std::vector<std::int64_t>& numbers, std::size_t at) { return {numbers[kNumbers * at], numbers[kNumbers * at + 1]}; }

CatchUpCourse course_of(const BackRule& rule, std::size_t place, std::size_t weeks, std::span<const std::vector<std::int64_t>> replications) {
    CatchUpCourse course{.dates = BackDates(weeks)};
    std::vector<std::vector<std::int64_t>> overdue(weeks);
    course.mean_open.assign(weeks, 0.0);
    for (const std::vector<std::int64_t>& numbers : replications) {
        std::vector<WeekEnd> ends;
        for (std::size_t week = 0; week < weeks; ++week) {
            ends.push_back(week_end(numbers, place * weeks + week));
            overdue[week].push_back(ends.back().overdue);
            course.mean_open[week] += static_cast<double>(ends.back().open) / static_cast<double>(replications.size());
        }
        course.dates.add(back_week(rule, ends));
    }
    for (std::vector<std::int64_t>& values : overdue) {
        std::sort(values.begin(), values.end());
        course.overdue.push_back({quantile(values, 0.1), quantile(values, 0.5), quantile(values, 0.9)});
    }
    return course;
}

}  // namespace

std::vector<std::int64_t> count_weeks(const RecordShape& shape, const RunRecord& record, const std::vector<PlanningPlace>& places) {
    std::vector<std::int64_t> numbers(places.size() * shape.weeks * kNumbers);
    constexpr std::size_t kLocal = 0;
    for (std::size_t p = 0; p < places.size(); ++p)
        for (const std::size_t m : places[p].municipalities)
            for (std::size_t week = 0; week < shape.weeks; ++week) {
                const WeekCell& cell = record.weekly[(m * kRecordSystems + kLocal) * shape.weeks + week];
                const std::size_t at = kNumbers * (p * shape.weeks + week);
                numbers[at] += static_cast<std::int64_t>(cell.open_cases);
                numbers[at + 1] += static_cast<std::int64_t>(cell.overdue);
            }
    return numbers;
}

std::vector<CatchUpCourse> courses_of(const BackRule& rule, std::size_t weeks, std::span<const std::vector<std::int64_t>> replications) {
    SKRANKE_EXPECT(!replications.empty() && weeks > 0);
    std::vector<CatchUpCourse> courses;
    for (std::size_t place = 0; place < replications.front().size() / (kNumbers * weeks); ++place)
        courses.push_back(course_of(rule, place, weeks, replications));
    return courses;
}

}  // namespace skranke
