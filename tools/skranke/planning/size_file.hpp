#pragma once
/// \file
/// The file size.h5: the least staffing and all that speaks for it, over named axes.
///
/// Shape   office, desk, period, place, staffing (the answer first), rule, hour.
/// Errors  StoreError.

#include <string>

#include "engine/planning/sizing/sizing.hpp"
#include "engine/record/provenance.hpp"

namespace skranke {

void write_size_file(const std::string& path, const Scenario& scenario, const StaffingFrame& frame, const Sizing& sizing, const Provenance& provenance);

}  // namespace skranke
