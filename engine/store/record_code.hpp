#pragma once
/// \file
/// The record code turns a replication's record into few bytes and back, without loss.
///
/// Form    the integers of all variables, in the layout's order. An integer above 0 is written seven
///         bits a byte, the lowest first, each byte but the last with its high bit set; a run of
///         zeros as a byte 0 and the run's length less one in the same way.
/// Cost    a county of 38 municipalities: see results/benchmarks/store.md.
/// Errors  bytes that are no record of the shape are told, whatever is in them.
/// Source  LEB128: DWARF Debugging Information Format 5, sec. 7.6.

#include <optional>
#include <string>
#include <string_view>

#include "engine/record/run_record.hpp"

namespace skranke {

/// \param record  all but the seed of its key is in the code
std::string encoded(const RunRecord& record);

/// \return nothing if the bytes are no record of this shape
std::optional<RunRecord> decoded(std::string_view bytes, const RecordShape& shape);

}  // namespace skranke
