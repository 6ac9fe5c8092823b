#pragma once
/// \file
/// The scenario of a stored result, read again from the texts that the result keeps.
///
/// Errors  CommandError: made by another version of Skranke, or damaged.

#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"
#include "engine/store/result_reader.hpp"

namespace skranke {

Scenario stored_scenario(const ResultReader& reader);

/// The same from its parts. \param made  where the result comes from
Scenario scenario_again(const Provenance& made, const std::string& text, const std::vector<InputFile>& inputs);

/// "0.1.0 (commit)"
std::string program_text(const std::string& version, const std::string& git);

/// A result's file, given itself or its folder.
std::string result_file(const std::string& result);

}  // namespace skranke
