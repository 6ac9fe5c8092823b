#pragma once
/// \file
/// What the policies in force cost a place in one replication.
///
/// Units   NOK.
/// Shape   costs_of_places: as `places`. What shared sites pay is in the total alone.

#include <vector>

#include "engine/planning/place.hpp"
#include "engine/record/run_record.hpp"

namespace skranke {

std::vector<double> costs_of_places(const Scenario& scenario, const RecordShape& shape, const RunRecord& record,
                                    const std::vector<PlanningPlace>& places);
double total_cost(const Scenario& scenario, const RecordShape& shape, const RunRecord& record);

}  // namespace skranke
