#pragma once
/// \file
/// An experiment is a scenario played many times and written down: result.h5 while it runs, then
/// report.html, summary.csv, summary.xlsx and model.md, all put in place together at the very end. Replications that were finished
/// before are not played again (resume/kept_runs.hpp); the files do not tell the difference.
///
/// Memory  does not grow with the number of replications.
/// Errors  CommandError with status 1: interrupted, disk full, folder not writable or in use. Whatever
///         goes wrong, an earlier result is left as it was, and of the new one only the journal of
///         finished replications stays.

#include <string>

#include "engine/scenario/scenario.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

/// \param folder_name  of the result, inside options.out
/// \return the exit status
int run_experiment(const Scenario& scenario, const RunOptions& options, const std::string& folder_name);

}  // namespace skranke
