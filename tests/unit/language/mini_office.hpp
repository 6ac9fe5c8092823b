#pragma once
/// \file
/// A mini office as scenario text with its tables in memory: one office with a phone desk, patience,
/// retries, closing time and case work, and a surge of calls in weeks 3 to 6.

#include <map>
#include <string>
#include <vector>

#include "engine/language/scenario_reader.hpp"

namespace skranke::test {

/// Files by name.
using Files = std::map<std::string, std::string>;

/// "office.toml" and its tables.
Files mini_office();

/// Reads "office.toml".
ReadResult read(const Files& files, const std::vector<std::string>& settings = {});

/// The problems as printed, one a line.
std::string problems_of(const Files& files, const std::vector<std::string>& settings = {});

/// The mini office with one piece of its text replaced by another; the piece must be there.
Files with(const std::string& piece, const std::string& other, const std::string& file = "office.toml");

}  // namespace skranke::test
