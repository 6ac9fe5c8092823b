#pragma once
/// \file
/// The command line as the user typed it, understood: which verb, with which options.
///
/// Errors  CommandError with status 2 for anything that cannot be understood.

#include <functional>
#include <string>
#include <vector>

namespace skranke {

/// Reads the arguments after the program's name and does what they ask for.
/// \return the exit status
int obey(const std::vector<std::string>& arguments);

}  // namespace skranke
