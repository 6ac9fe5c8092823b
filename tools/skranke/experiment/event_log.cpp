#include "tools/skranke/experiment/event_log.hpp"

#include <fmt/format.h>

#include "engine/language/toml_reader.hpp"
#include "engine/report/csv_table.hpp"
#include "engine/record/provenance.hpp"
#include "tools/skranke/command_error.hpp"
#include "tools/skranke/stored_scenario.hpp"
#include "tools/skranke/version.hpp"

namespace skranke {

namespace {

constexpr const char* kHeader = "\xEF\xBB\xBFtime;person;municipality;office;service;group;event;detail;counted\r\n";

std::string time_text(Instant when, const World& world) {
    constexpr std::int64_t kSecond = 1'000'000;
    const std::int64_t of_day = (when - midnight(day_of(when))).us, seconds = of_day / kSecond;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}", date_text(world.calendar.date(day_of(when))), seconds / 3600,
                       seconds / 60 % 60, seconds % 60, of_day % kSecond);
}

std::string origin_rows(const World& world, const LoggedRun& played) {
    const Scenario& s = world.scenario;
    std::string rows = "\r\n";
    for (const std::string& text :
         {std::string("Model output, not checked against measured waiting times."), "Skranke " + program_text(version(), git_state()),
          fmt::format("Scenario: {} {:016x}", s.name, s.hash), fmt::format("Seed: {}, replication {}", s.seed, played.replication),
          fmt::format("Fingerprint of the replication: {:016x} ({})", played.fingerprint, key_of(played.strength))})
        rows += csv_field("# " + text) + "\r\n";
    return rows;
}

}  // namespace

std::string event_log_text(const Trace& trace, const World& world, const LoggedRun& played) {
    const Scenario& s = world.scenario;
    std::string text = kHeader;
    for (const TraceRow& row : merged_rows(trace))
        text += fmt::format("{};{};{};{};{};{};{};{};{}\r\n", time_text(row.when, world), csv_field(person_id(row, world)),
                            csv_field(s.municipalities[row.municipality].number), csv_field(s.offices[row.office].name),
                            csv_field(s.services[row.service].key), csv_field(s.groups[row.group].key),
                            key_of(row.happening), detail_text(row), row.counted ? 1 : 0);
    return text + origin_rows(world, played);
}

void write_event_log(const ResultFolder& folder, const World& world, const LoggedRun& played) {
    Trace trace;
    const RunRecord record = run_replication(world, played.replication, run_windows, played.strength, &trace);
    if (record.fingerprint != played.fingerprint)
        throw run_failed(fmt::format("replication {} was not the same when its events were noted; nothing was changed",
                                     played.replication));
    folder.write(kEventFile, event_log_text(trace, world, played));
}

}  // namespace skranke
