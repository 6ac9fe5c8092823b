#pragma once
/// \file
/// Scenario files on the disk: how the portable core gets to read them.

#include <optional>
#include <string>
#include <vector>

#include "engine/language/scenario_reader.hpp"

namespace skranke {

/// The text of a file; nothing if it cannot be read, is no ordinary file, or is larger than any
/// table of a country needs to be (64 MB).
std::optional<std::string> read_text_file(const std::string& name);

/// Reads a scenario and prints every problem to stderr, one a line, in file order.
/// \throws CommandError  status 2, if a problem is an error
Scenario load_scenario(const std::string& file_name, const std::vector<std::string>& settings);

/// "1 office", "2 offices"
std::string count_of(std::size_t number, const char* one, const char* many);

/// "3 errors and 1 warning"
std::string count_text(const Problems& problems);

}  // namespace skranke
