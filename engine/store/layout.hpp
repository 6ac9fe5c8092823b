#pragma once
/// \file
/// The layout of a result file: one table of its coordinates and one of its variables, from which
/// the writer, the reader and the documentation are made.
///
/// Shape   a variable's axes are listed slowest first, as HDF5 stores them.
/// Units   as each row says, in UDUNITS' words; "1" is a plain number.
/// Source  CF Conventions 1.10 for coordinates, labels and units.

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"

namespace skranke::layout {

/// Grows when the layout changes so that an older program would not read it or would misread it.
inline constexpr std::uint64_t kFormat = 6;
/// The attribute that makes an HDF5 file a result of ours; written last.
inline constexpr const char* kFormatAttribute = "skranke_result_format";

enum class Axis : std::uint8_t {
    replication,
    municipality,
    service,
    group,
    reason,
    outcome,
    channel,
    system,
    week,
    desk,
    policy,
    site,  ///< the offices, then the shared sites
    duration,  ///< which of access, handling and total
    duration_bin,
    place,  ///< the whole area, then the municipalities; in the summary
    key,    ///< of an assumption
    limit,  ///< of a service
    input   ///< a table that the scenario was read with
};
inline constexpr std::size_t kAxes = 18;

enum class Element : std::uint8_t { u32, u64, i32, i64, f64, text };

/// The values of a coordinate: labels or numbers.
using Column = std::variant<std::vector<std::string>, std::vector<double>>;

/// What stands along an axis. The coordinate named like its axis is the axis's dimension scale;
/// the others describe it further.
struct Coordinate {
    std::string name;
    Axis axis;
    Element element;
    std::string unit;
    std::string long_name;
    Column (*fill)(const RecordShape&, const Scenario&);
};

/// Integers of one replication in row-major order; signed ones as two's complement.
using Values = std::vector<std::uint64_t>;

/// The way from a record to some of its integers, and back.
struct Access {
    void (*gather)(const RunRecord&, Values&);  ///< appends to the values
    void (*scatter)(const Values&, RunRecord&);
};

/// What every replication adds one row to.
struct Variable {
    std::string name;
    std::vector<Axis> axes;  ///< after the replication
    Element element;
    std::string unit;
    std::string long_name;
    Access access;
};

/// How the content of an input is stored as text, and back; nothing if it is damaged.
std::string stored_content(const std::string& content);
std::optional<std::string> content_of(const std::string& stored);

const char* name_of(Axis axis);
const char* name_of(Element element);
std::size_t bytes_of(Element element);  ///< 0 for text

/// All coordinates, those of one axis together and its dimension scale first.
const std::vector<Coordinate>& coordinates();
/// All variables, in file order. "replication" is also the dimension scale of its axis.
const std::vector<Variable>& variables();

/// \return how many entries an axis has; 0 for replication, key and input, which the shape does not know
std::size_t length_of(Axis axis, const RecordShape& shape);

/// Whether a result of this shape has the variable: one along an axis without entries is left out.
bool is_stored(const Variable& variable, const RecordShape& shape);

/// The unit of a coordinate, with the scenario's first day where time is counted from it.
std::string unit_of(const Coordinate& coordinate, const Scenario& scenario);

/// Both tables as Markdown, for people who open a result with other programs.
std::string markdown();

}  // namespace skranke::layout
