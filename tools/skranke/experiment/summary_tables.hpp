#pragma once
/// \file
/// The summary tables of a result file: the numbers of a Summary over named axes, each estimate with
/// its interval, so that they can be read without adding up replications.
///
/// Shape   besides the layout's axes: bound (estimate, low, high: 95 % interval), band (p10, p50,
///         p90 over replications), head (of the verdict), part (local, state, all services).
/// Range   NaN where there was nothing to estimate from; infinite bounds after a single replication.

#include "engine/analysis/summary.hpp"
#include "engine/store/result_writer.hpp"

namespace skranke {

/// Adds the axes and tables to a result whose replications have all been appended.
void add_summary_tables(ResultWriter& writer, const Summary& summary);

}  // namespace skranke
