#include "tools/skranke/experiment/event_log.hpp"

#include <fmt/format.h>

#include "engine/language/toml_reader.hpp"
#include "engine/report/csv_table.hpp"
#include "tools/skranke/command_error.hpp"

namespace skranke {

namespace {

constexpr const char* kHeader = "\xEF\xBB\xBFtime;person;municipality;office;service;group;event;detail;counted\r\n";

std::string time_text(Instant when, const World& world) {
    constexpr std::int64_t kSecond = 1'000'000;
    const std::int64_t of_day = (when - midnight(day_of(when))).us, seconds = of_day / kSecond;
    return fmt::format("{}T{:02}:{:02}:{:02}.{:06}", date_text(world.calendar.date(day_of(when))), seconds / 3600,
                       seconds / 60 % 60, seconds % 60, of_day % kSecond);
}

}  // namespace

std::string event_log_text(const Trace& trace, const World& world) {
    const Scenario& s = world.scenario;
    std::string text = kHeader;
    for (const TraceRow& row : merged_rows(trace))
        text += fmt::format("{};{};{};{};{};{};{};{};{}\r\n", time_text(row.when, world), csv_field(person_id(row, world)),
                            csv_field(s.municipalities[row.municipality].number), csv_field(s.offices[row.office].name),
                            csv_field(s.services[row.service].key), csv_field(s.groups[row.group].key),
                            key_of(row.happening), detail_text(row), row.counted ? 1 : 0);
    return text;
}

void write_event_log(const ResultFolder& folder, const World& world, std::uint32_t replication,
                     FingerprintStrength strength, std::uint64_t fingerprint) {
    Trace trace;
    const RunRecord record = run_replication(world, replication, run_windows, strength, &trace);
    if (record.fingerprint != fingerprint)
        throw run_failed(fmt::format("replication {} was not the same when its events were noted; nothing was changed",
                                     replication));
    folder.write(kEventFile, event_log_text(trace, world));
}

}  // namespace skranke
