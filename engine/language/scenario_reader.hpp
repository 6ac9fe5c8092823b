#pragma once
/// \file
/// From a scenario file and its tables to a Scenario, or to the list of everything that is wrong.
///
/// Order   problems in file order; groups, services and surges as in the file, a base's first.
/// Errors  none thrown; a scenario comes back only if no problem is an error.

#include <optional>
#include <string>
#include <vector>

#include "engine/base/problem.hpp"
#include "engine/language/input_file.hpp"
#include "engine/language/tables/sheet.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke {

struct ReadResult {
    std::optional<Scenario> scenario;
    Problems problems;  ///< errors, and warnings that do not stand in the way
};

/// \param file_name  of the scenario; messages use it as it is
/// \param read       is asked for `file_name`, and for the files it names with the folder of
///                   `file_name` put before them
/// \param settings   `key=value`, each replacing one value of the file
/// \param sheets     reads workbooks; without it they are refused
ReadResult read_scenario(const std::string& file_name, const ReadFile& read,
                         const std::vector<std::string>& settings = {}, const ReadSheet& sheets = {});

}  // namespace skranke
