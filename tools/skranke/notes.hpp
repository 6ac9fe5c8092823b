#pragma once
/// \file
/// Notes are sentences for the user that are no errors: what happened to an earlier file, what could not be used.

#include <string>
#include <vector>

namespace skranke {

/// One a line on standard error, with the program's name.
void tell(const std::vector<std::string>& notes);

}  // namespace skranke
