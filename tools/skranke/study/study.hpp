#pragma once
/// \file
/// A study answers a question from many runs: a sweep, a stress test, a price list, a search for staff. Here is what the
/// verbs that make one have in common: the scenario they begin with, and how the answer gets into its folder.
///
/// Errors  CommandError: status 2 for what the user asked, 1 for an interrupt or a file that cannot be written.

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"
#include "engine/scenario/scenario.hpp"
#include "tools/skranke/experiment/result_folder.hpp"
#include "tools/skranke/verbs.hpp"

namespace skranke {

/// How many replications are played unless the user says how many.
struct UsualReplications {
    std::uint32_t small_area;  ///< up to five municipalities, whose runs are so short that many are no trouble
    std::uint32_t large_area;
};

/// The scenario with the replications and the seed that are asked for.
Scenario with_run_options(Scenario scenario, const RunOptions& options, UsualReplications usual);

Provenance provenance_of(const Scenario& scenario, const RunOptions& options, std::uint64_t fingerprint);

/// Lets `write` make a file of the result at the path that it is given; what the store says of a failure is told.
void write_tables_to(const ResultFolder& folder, const std::string& file, const std::function<void(const std::string& path)>& write);

/// Puts the files in place, unless the user has interrupted by now.
/// \param outdated  as ResultFolder::put_in_place()
void put_study_in_place(ResultFolder& folder, const std::vector<std::string>& outdated = {});

/// The last line on the screen: how many runs, how long, where the report is.
std::string closing_line(std::uint64_t runs, double taken_s, const ResultFolder& folder, Lang lang);

}  // namespace skranke
