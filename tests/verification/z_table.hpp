#pragma once
/// \file
/// The z-table: what came out of the verification set, as a page of Markdown.

#include <string>
#include <vector>

#include "tests/verification/verification.hpp"

namespace skranke::test {

/// \param command  that makes the page again
std::string z_table(const std::vector<Row>& rows, const Alarm& alarm, Seeds seeds, const std::string& command);

}  // namespace skranke::test
