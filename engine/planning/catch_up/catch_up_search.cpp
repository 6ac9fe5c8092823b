#include "engine/planning/catch_up/catch_up_search.hpp"

#include <algorithm>

namespace skranke {

CatchUpSearch::CatchUpSearch(const BackGoal& goal, const std::vector<int>& most)
    : goal_(goal), searches_(most.begin(), most.end()), plans_(most.size()), is_validated_(most.size()) {
    for (std::size_t p = 0; p < most.size(); ++p) plans_[p].most = most[p];
}

bool CatchUpSearch::is_enough(const CatchUpCourse& course) const { return course.dates.back_by(goal_.week).value() >= goal_.probability - 1e-9; }

std::vector<int> CatchUpSearch::answers() const {
    std::vector<int> units;
    for (const LeastUnits& search : searches_) units.push_back(search.answer().value_or(0));
    return units;
}

std::optional<std::vector<int>> CatchUpSearch::next() const {
    std::vector<int> units = answers();
    bool is_over = true;
    for (std::size_t p = 0; p < units.size(); ++p)
        if (const auto wanted = searches_[p].next()) {
            units[p] = *wanted;
            is_over = false;
        }
    return is_over ? std::nullopt : std::optional(units);
}

void CatchUpSearch::tell(const std::vector<int>& units, const std::vector<CatchUpCourse>& courses) {
    for (std::size_t p = 0; p < units.size(); ++p) {
        if (searches_[p].next() != units[p]) continue;
        searches_[p].tell(units[p], is_enough(courses[p]));
        if (units[p] == plans_[p].most) plans_[p].with_most = courses[p];
    }
}

std::optional<std::vector<int>> CatchUpSearch::to_validate() const {
    for (std::size_t p = 0; p < searches_.size(); ++p)
        if (searches_[p].answer() && !is_validated_[p]) return answers();
    return std::nullopt;
}

void CatchUpSearch::tell_validated(const std::vector<CatchUpCourse>& courses) {
    for (std::size_t p = 0; p < courses.size(); ++p) {
        if (is_validated_[p] || !searches_[p].answer()) continue;
        plans_[p].units = searches_[p].answer();
        plans_[p].validated = courses[p];
        is_validated_[p] = is_enough(courses[p]);
        if (is_validated_[p]) continue;
        searches_[p].raise();
        if (searches_[p].is_infeasible()) plans_[p].units.reset();
    }
}

}  // namespace skranke
