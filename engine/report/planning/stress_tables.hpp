#pragma once
/// \file
/// A stress test as tables without pictures: who falls first, for a terminal, and every rule of every place, for a
/// spreadsheet.
///
/// Order   by who falls first.
/// Form    the spreadsheet as summary.csv (csv_table.hpp); heights with two decimals, empty where there is none.

#include <string>

#include "engine/planning/stress/stress.hpp"
#include "engine/record/provenance.hpp"
#include "engine/report/wording.hpp"

namespace skranke {

std::string stress_screen(const Scenario& scenario, const Stress& stress, Lang lang);

/// Rules first, then the cells of the map, where it has more than one.
std::string stress_csv(const Scenario& scenario, const Stress& stress, const Provenance& provenance, Lang lang);

}  // namespace skranke
