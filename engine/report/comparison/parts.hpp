#pragma once
/// \file
/// The parts of a comparison's page, in the order they stand in it.

#include <string>

#include "engine/report/comparison/comparison_page.hpp"

namespace skranke::comparison {

std::string title_part(const ComparedPlans& compared);
std::string answer_part(const ComparedPlans& compared);                   ///< a row for each plan
std::string change_part(const ComparedPlans& compared, std::size_t plan);  ///< what one plan changes, and for whom
std::string people_part(const ComparedPlans& compared, std::size_t plan);  ///< the same people, one by one
std::string provenance_part(const ComparedPlans& compared);

/// A change with its interval below it. \param unit  that the estimate is divided by
std::string change_cell(const Estimate& e, double unit, int decimals);
/// The plan's letter and name, escaped.
std::string plan_name(const ComparedPlans& compared, std::size_t plan);

}  // namespace skranke::comparison
