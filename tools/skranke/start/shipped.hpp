#pragma once
/// \file
/// The scenarios that came with the program, wherever it was put.

#include <filesystem>
#include <string>

namespace skranke {

/// A shipped scenario: in the folder that SKRANKE_SCENARIOS names, else installed (bin/ beside
/// share/), else in the source tree that the program was built in; relative to where we are.
/// \throws CommandError  status 2, with the folders searched
std::filesystem::path shipped_scenario(const std::string& file);

}  // namespace skranke
