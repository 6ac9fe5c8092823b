#pragma once
/// \file
/// What a stress test leaves for programs: every place, rule and height in stress.h5.
///
/// Shape   axes place, rule, height and bound (estimate, low, high), and cell, a length and an absence, for the map;
///         `held` and `trials` (place x rule x height: what the sequential tests saw), `breaks_at` (place x rule x bound),
///         `first_breaks_at` (place x cell x bound). NaN = no such height. Attributes say what was tried, in words
///         (`stress`, `stress_nb`, `stress_nn`), and what heights are times of (`scaled`).
/// Errors  StoreError, with the file's name.

#include <string>

#include "engine/planning/stress/stress.hpp"
#include "engine/record/provenance.hpp"

namespace skranke {

inline constexpr const char *kDemandScaled = "usual demand", *kSurgeScaled = "surge of the scenario";

void write_stress_file(const std::string& path, const Scenario& scenario, const Stress& stress, const Provenance& provenance);

}  // namespace skranke
