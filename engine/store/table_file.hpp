#pragma once
/// \file
/// A table file holds numbers over named axes, with labels and units, in one HDF5 file that any program reads: what is
/// not an experiment's records but worked out from many of them, such as a sweep.
///
/// Order   attributes, axes, texts and tables in the order given; nothing in the file depends on anything else.
/// Errors  StoreError, one line with the file's name. Until the file is complete its name is untouched.
/// Source  CF Conventions 1.10 for labels and units; dimension scales as in layout.hpp.

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

#include "engine/store/layout.hpp"
#include "engine/store/result_writer.hpp"

namespace skranke {

/// The attribute that makes a table file a sweep.
inline constexpr const char* kSweepFormatAttribute = "skranke_sweep_format";
/// The one that makes it a stress test.
inline constexpr const char* kStressFormatAttribute = "skranke_stress_format";

/// An axis of tables, with what stands along it.
struct TableAxis {
    std::string name;
    layout::Column labels;  ///< texts or numbers, one or more
    std::string long_name;
};

/// Further words about an axis.
struct TableText {
    std::string name;
    std::string axis;
    std::vector<std::string> texts;
    std::string long_name;
};

struct TableFile {
    std::vector<std::pair<std::string, std::string>> texts_of_file;     ///< attributes
    std::vector<std::pair<std::string, std::uint64_t>> numbers_of_file;  ///< likewise
    std::vector<TableAxis> axes;
    std::vector<TableText> texts;
    std::vector<ResultTable> tables;  ///< over these axes
};

void write_tables(const std::string& path, const TableFile& content);

}  // namespace skranke
