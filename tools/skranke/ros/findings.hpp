#pragma once
/// \file
/// What `measures` and `stress` have found out about a scenario, read from the results beside its own.
///
/// Range   only results of the same scenario count; another is left out, with a note.
/// Errors  a damaged file is left out, with a note.

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "engine/report/cure.hpp"
#include "engine/report/ros/ros_document.hpp"

namespace skranke {

struct Findings {
    KnownFindings known;
    std::vector<std::string> notes;  ///< what was left out, and why
};

/// \param results  the folder that holds the scenario's own result
Findings findings_beside(const std::filesystem::path& results, const Scenario& scenario, Lang lang);

/// What surely helps at each place most cheaply; nothing if no price list of this scenario is there.
std::optional<Cures> cures_beside(const std::filesystem::path& results, const Scenario& scenario);

}  // namespace skranke
