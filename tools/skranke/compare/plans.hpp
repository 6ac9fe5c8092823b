#pragma once
/// \file
/// Plans to be compared: stored results, opened together and read replication by replication.
///
/// Memory  one replication of each plan.
/// Errors  CommandError, status 2: no result, other places or other people.

#include <functional>
#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

struct Plan {
    explicit Plan(const std::string& result);

    ResultReader reader;
    Scenario scenario;
};

/// Opens results; a scenario file is played first, into the result folder that `skranke run` would give it.
std::vector<Plan> open_plans(const CompareOptions& options);

/// Whether a word on the command line names a scenario file rather than a result.
bool is_scenario_file(const std::string& word);

/// Calls `take` for every replication that all plans have, ascending, with a record for each plan.
/// \return how many there were
std::uint64_t read_together(std::vector<Plan>& plans, const std::function<void(const std::vector<RunRecord>&)>& take);

/// People whose needs for local services went unmet, over all municipalities.
double unmet_local(const Scenario& scenario, const RecordShape& shape, const RunRecord& record);

}  // namespace skranke
