#pragma once
/// \file
/// What is different between two scenarios: every key that has another value, and every table with another
/// content. Names, titles, questions, labels and reasons are left out, as nothing follows from them.
///
/// Order  by key as the scenarios' texts have them, then tables.

#include <string>
#include <vector>

#include "engine/scenario/scenario.hpp"

namespace skranke {

struct KeyDifference {
    std::string key;   ///< dotted; of a table its file's name
    std::string a, b;  ///< values as the scenario file writes them; "" where the key is not there
};

std::vector<KeyDifference> plan_differences(const Scenario& a, const Scenario& b);

}  // namespace skranke
