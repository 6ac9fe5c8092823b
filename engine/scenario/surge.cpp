#include "engine/scenario/surge.hpp"

#include <chrono>

namespace skranke {

namespace {

using std::chrono::days;

void move(days by, Date& date) {
    if (date != Date{}) date += by;  // else there is none
}

void move(days by, Timeline& timeline) {
    for (Timeline::Point& point : timeline.points) move(by, point.from);
}

}  // namespace

void move_by_weeks(std::int64_t weeks, Surge& surge) {
    const days by{7 * weeks};
    for (Date* date : {&surge.onset, &surge.peak, &surge.from, &surge.to}) move(by, *date);
    for (Timeline* timeline : {&surge.weekly_decay, &surge.share, &surge.staff_absence, &surge.factor, &surge.add})
        move(by, *timeline);
    for (auto& [date, weight] : surge.day_weights) date += by;
    for (WeeklySeries& series : surge.series)
        for (WeeklySeries::Week& week : series.weeks) week.monday += by;
    for (DailyCurve& curve : surge.curve)
        for (auto& [date, value] : curve.days) date += by;
    for (TracedNeed& need : surge.trace) need.date += by;
}

}  // namespace skranke
