#pragma once
/// \file
/// Catching up: for each place when it is inside its clocks again, and the fewest further positions that bring it back by a
/// given week. A question, what a replication says to it, and the answer.
///
/// Shape   numbers of a replication: place x week x (open, overdue), row-major.
/// Units   cases at week's ends; positions in units of BackGoal::unit.

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "engine/analysis/estimate.hpp"
#include "engine/planning/catch_up/back_dates.hpp"
#include "engine/planning/catch_up/back_rule.hpp"
#include "engine/planning/place.hpp"
#include "engine/record/run_record.hpp"

namespace skranke {

/// Local cases of each place at each week's end.
std::vector<std::int64_t> count_weeks(const RecordShape& shape, const RunRecord& record, const std::vector<PlanningPlace>& places);

/// What replications say of one place under one staffing.
struct CatchUpCourse {
    BackDates dates{0};
    std::vector<Band> overdue{};      ///< cases at each week's end
    std::vector<double> mean_open{};  ///< likewise
};

/// \param replications  each as count_weeks() made it \return by place
std::vector<CatchUpCourse> courses_of(const BackRule& rule, std::size_t weeks, std::span<const std::vector<std::int64_t>> replications);

struct BackGoal {
    std::size_t week = 0;      ///< back by its end
    double probability = 0.9;
    double unit = 0.5;         ///< positions
};

/// What brings a place back by the goal's week.
struct CatchUpPlan {
    std::optional<int> units{};  ///< nothing = not even `most` units do
    int most = 0;                ///< units that were tried at most
    CatchUpCourse with_most{};   ///< with that many, among the people of the search
    CatchUpCourse validated{};   ///< with `units`, among people that the search never met
};

struct CatchUpPlace {
    PlanningPlace place;
    double positions = 0;  ///< at the desk on the first day
    CatchUpCourse as_it_is{};
    std::optional<CatchUpPlan> plan{};  ///< if there is a goal
};

struct CatchUp {
    BackRule rule;
    std::optional<BackGoal> goal{};
    Date start{};
    std::size_t weeks = 0;
    std::uint32_t replications = 0;  ///< of each staffing
    std::uint32_t validations = 0;   ///< how often plans were tried among new people
    std::uint64_t fingerprint = 0;   ///< of all that was played
    std::vector<CatchUpPlace> places{};
};

}  // namespace skranke
