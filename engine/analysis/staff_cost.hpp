#pragma once
/// \file
/// What a replication's staff costs: present hours at each desk's price, those after hours at theirs.
///
/// Shape   by desk, as the record's desk axis.
/// Units   NOK over the scenario's weeks.
/// Range   a part-time position is a head who is present all hours and works slower (GLOSSARY, head), so
///         a desk with parts of positions seems to cost as much as with whole ones.

#include <vector>

#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

std::vector<double> staff_cost_nok(const RunRecord& record, const Scenario& scenario);

}  // namespace skranke
