#pragma once
/// \file
/// An experiment is a scenario played many times and written down: result.h5 while it runs, then
/// report.html and summary.csv, all put in place together at the very end.
///
/// Memory  does not grow with the number of replications.
/// Errors  CommandError with status 1: interrupted, disk full, folder not writable. Whatever goes
///         wrong, an earlier result is left as it was and nothing half-written stays.

#include <string>

#include "engine/scenario/scenario.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

/// \param folder_name  of the result, inside options.out
/// \return the exit status
int run_experiment(const Scenario& scenario, const RunOptions& options, const std::string& folder_name);

}  // namespace skranke
