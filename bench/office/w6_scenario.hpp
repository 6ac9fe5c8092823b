#pragma once
/// \file
/// W6 as a model author writes it: scenarios/w6.toml, played by the offices of the county.
///
/// Errors  a scenario that cannot be read ends the program with its problems.

#include <string>
#include <vector>

#include "bench/office/mini_office.hpp"
#include "engine/record/run_record.hpp"

namespace skranke::bench {

/// \param settings  key=value, each replacing one value of the file
Scenario read_w6(const std::vector<std::string>& settings = {});

/// The figure that records do not hold: they have the waits of those who were served.
inline constexpr auto kNotInRecords = &MiniOfficeFigures::wait_all;

/// What a record says of W6.
MiniOfficeFigures figures_of(const World& world, const RunRecord& record);

}  // namespace skranke::bench
