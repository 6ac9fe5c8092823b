#pragma once
/// \file
/// The page that says what plans change against the first of them, among the same people: for those who
/// decide between plans.
///
/// Shape   answer: a row for each plan, with the change, its cost, and whether it may be the best; then for each
///         plan the change by part, group, service and municipality; then some of the people, day by day;
///         provenance of every plan.
/// Form    as the report (html_page.hpp): self-contained, three languages, a picture beside its numbers.
/// Order   municipalities helped most first.
/// Errors  none; everything that comes from a scenario is escaped.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/comparison/comparison.hpp"
#include "engine/comparison/same_people.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

struct ComparedPlan {
    const Scenario& scenario;
    const Provenance& provenance;
    bool may_be_best = true;  ///< best_plan.hpp, by unmet needs for local services
};

/// What a plan changes against the first.
struct PlanChange {
    Comparison change;
    std::optional<SamePeople> people;  ///< of one replication
};

struct ComparedPlans {
    std::vector<ComparedPlan> plans;  ///< two or more
    std::vector<PlanChange> changes;  ///< of the second and later ones
    std::uint32_t people_replication = 0;
    std::string version, command, created;  ///< of the comparison
};

std::string html_comparison(const ComparedPlans& compared, Lang lang);

/// A row for each plan, place, part of the needs and measure, but for parts with fewer than
/// four needs in a run; Form and Errors as csv_table.hpp.
std::string csv_comparison(const ComparedPlans& compared);

/// 0 = "A", 1 = "B" ... 26 = "AA"
std::string letter_of(std::size_t plan);

}  // namespace skranke
