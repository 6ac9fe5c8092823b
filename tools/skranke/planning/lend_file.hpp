#pragma once
/// \file
/// What `skranke lend` leaves for programs: lend.h5.
///
/// Shape   axes place, borrower, step, plan and bound; what each place notices of fewer and more staff (`response`), the loans
///         (`lent`, from place to borrower), and what changes at each place under each way to share (`change`).
/// Units   positions; people unmet or late in a run. NaN where there is nothing to tell.
/// Errors  StoreError, with the file's name.

#include <string>

#include "engine/planning/lending/agreement.hpp"
#include "engine/record/provenance.hpp"

namespace skranke {

void write_lend_file(const std::string& path, const Scenario& scenario, const Agreement& agreement, const Provenance& provenance);

}  // namespace skranke
