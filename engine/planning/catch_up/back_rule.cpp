#include "engine/planning/catch_up/back_rule.hpp"

namespace skranke {

bool is_inside(const BackRule& rule, const WeekEnd& week) {
    return week.overdue <= 1 || static_cast<double>(week.overdue) <= rule.most_overdue * static_cast<double>(week.open) + 1e-9;
}

std::optional<std::size_t> back_week(const BackRule& rule, std::span<const WeekEnd> weeks) {
    std::size_t inside = 0;  // week's ends in a row
    for (std::size_t week = 0; week < weeks.size(); ++week) {
        inside = is_inside(rule, weeks[week]) ? inside + 1 : 0;
        if (inside == rule.weeks) return week + 1 - rule.weeks;
    }
    return std::nullopt;
}

}  // namespace skranke
