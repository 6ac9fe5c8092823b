#pragma once
/// \file
/// The event log of one replication: events.csv, a row for each thing that happened to a person.
///
/// Shape   time (local), person, municipality (number), office, service, group, event, detail, counted (1 = in
///         the record, 0 = of the warm-up). What each event is: office/trace.hpp. UTF-8 with byte-order mark,
///         semicolons, CRLF; texts that a spreadsheet would run as formulas get an apostrophe. At the end an
///         empty row and rows that begin with "# ", which say where the log comes from.
/// Order   by time, then site, then as noted: the same bytes on any number of threads.
/// Units   time to the microsecond, e.g. 2020-03-02T09:14:05.123456; a case of the pile is born when it
///         was received.

#include <string>

#include "engine/office/replication.hpp"
#include "tools/skranke/experiment/result_folder.hpp"

namespace skranke {

inline constexpr const char* kEventFile = "events.csv";

/// The replication whose events are written, as it was played for its result.
struct LoggedRun {
    std::uint32_t replication = 0;
    FingerprintStrength strength = FingerprintStrength::time;
    std::uint64_t fingerprint = 0;
};

/// Plays a replication once more and writes its events.
/// \throws CommandError  status 1: its fingerprint is another, or the file cannot be written
void write_event_log(const ResultFolder& folder, const World& world, const LoggedRun& played);

/// The whole log as text.
std::string event_log_text(const Trace& trace, const World& world, const LoggedRun& played);

}  // namespace skranke
