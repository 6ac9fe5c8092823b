// The trace tells the same story as the record, to the last count, and changes nothing.

#include <catch2/catch.hpp>

#include <map>
#include <set>

#include "engine/office/replication.hpp"
#include "tests/support/record_digest.hpp"
#include "tests/support/tiny_county.hpp"

using namespace skranke;
using namespace skranke::test;

namespace {

struct Traced {
    RunRecord record;
    std::vector<TraceRow> rows;
};

/// Four municipalities with a full phone line, missed callbacks, enquiries and an open pile.
Scenario busy_county() {
    Scenario s = tiny_county();
    s.phone_loop.missed = 0.3;
    s.channels[static_cast<std::size_t>(Channel::phone)].room = Timeline{4};
    s.desks[static_cast<std::size_t>(DeskKind::contact_centre)].positions = Timeline{3};
    s.groups[0].max_attempts = 4;
    return s;
}

Traced traced(const World& world, const TakeTurns& take_turns = run_windows) {
    Trace trace;
    RunRecord record = run_replication(world, 1, take_turns, FingerprintStrength::time, &trace);
    return {std::move(record), merged_rows(trace)};
}

using Cells = std::map<std::array<std::uint64_t, 5>, std::uint64_t>;  // municipality, service, group, happening, detail

Cells counted(const std::vector<TraceRow>& rows) {
    Cells cells;
    for (const TraceRow& row : rows)
        if (row.counted)
            ++cells[{row.municipality, row.service, row.group, static_cast<std::uint64_t>(row.happening), row.detail}];
    return cells;
}

template <class Detail = int>
std::uint64_t count(const Cells& cells, std::size_t m, std::size_t s, Happening happening, Detail detail = {}) {
    const auto found = cells.find({m, s, 0, static_cast<std::uint64_t>(happening), static_cast<std::uint64_t>(detail)});
    return found == cells.end() ? 0 : found->second;
}

void check_outcomes(const Traced& run, const World& world) {
    const Cells cells = counted(run.rows);
    for (std::size_t m = 0; m < world.shape.municipalities.size(); ++m)
        for (std::size_t s = 0; s < world.shape.services.size(); ++s) {
            const OutcomeCell& cell = run.record.outcomes[world.shape.cell(m, s, 0)];
            CHECK(count(cells, m, s, Happening::born) == cell.born);
            CHECK(count(cells, m, s, Happening::decided, Outcome::met_on_time) == cell.met_on_time);
            CHECK(count(cells, m, s, Happening::decided, Outcome::met_late) == cell.met_late);
            CHECK(count(cells, m, s, Happening::censored) == cell.censored);
            for (std::size_t reason = 0; reason < kReasons; ++reason)
                CHECK(count(cells, m, s, Happening::unmet, reason) == cell.unmet[reason]);
        }
}

}  // namespace

TEST_CASE("Every birth and every ending of the record stands in the trace, once", "[office]") {
    Scenario s = busy_county();
    const World warm(s);
    const Traced run = traced(warm);
    CHECK(run.rows.size() > 10'000);
    check_outcomes(run, warm);

    s.warm_up_weeks = 0;
    for (int i = 1; i < 200; ++i) s.pile.push_back({std::size_t(i % 4), std::size_t(i % 4), std::size_t(i % 2), {}, s.start - std::chrono::days{i % 90 + 1}});
    const World piled(s);
    check_outcomes(traced(piled), piled);
}

TEST_CASE("Attempts by channel in the counted weeks of the trace are those of the record, enquiries included", "[office]") {
    const Scenario s = busy_county();
    const World world(s);
    const Traced run = traced(world);
    std::map<std::pair<std::size_t, std::size_t>, std::uint64_t> attempts;
    std::map<std::size_t, std::uint64_t> enquiries;
    for (const TraceRow& row : run.rows) {
        if (row.when < world.counting_from) continue;
        if (row.happening == Happening::attempt) ++attempts[{row.municipality, row.detail}];
        if (row.happening == Happening::enquiry) ++enquiries[row.municipality];
    }
    for (std::size_t m = 0; m < 4; ++m) {
        for (std::size_t c = 0; c < kChannels; ++c) CHECK(attempts[{m, c}] == run.record.channels[m * kChannels + c].attempts);
        CHECK(enquiries[m] == run.record.channels[m * kChannels + 1].enquiries);
        CHECK(enquiries[m] > 0);
    }
}

TEST_CASE("Every kind of happening happens, and each person's begin with a birth and have at most one ending", "[office]") {
    const Scenario s = busy_county();
    const World world(s);
    std::set<Happening> seen;
    std::map<std::string, std::pair<int, int>> births_and_endings;
    Instant before{};
    for (const TraceRow& row : traced(world).rows) {
        CHECK(row.when >= before);
        before = row.when;
        seen.insert(row.happening);
        auto& [births, endings] = births_and_endings[person_id(row, world)];
        if (row.happening == Happening::born) ++births;
        else if (births != 1) FAIL_CHECK("something happened to " << person_id(row, world) << " before she was born");
        endings += row.happening == Happening::decided || row.happening == Happening::unmet || row.happening == Happening::censored;
    }
    CHECK(seen.size() == kHappenings);
    for (const auto& [id, happened] : births_and_endings) {
        CHECK(happened.first == 1);
        CHECK(happened.second <= 1);
    }
}

TEST_CASE("A trace leaves the trajectory and the record as they are, and is the same however sites take turns", "[office]") {
    const Scenario s = busy_county();
    const World world(s);
    const RunRecord plain = run_replication(world, 1);
    const Traced windows = traced(world), serial = traced(world, run_serially);
    CHECK(windows.record.fingerprint == plain.fingerprint);
    CHECK(digest(windows.record) == digest(plain));
    REQUIRE(windows.rows.size() == serial.rows.size());
    const auto same = [](const TraceRow& a, const TraceRow& b) {
        return a.when == b.when && a.site == b.site && a.address == b.address && a.source == b.source && a.entity == b.entity &&
               a.happening == b.happening && a.detail == b.detail;
    };
    CHECK(std::equal(windows.rows.begin(), windows.rows.end(), serial.rows.begin(), same));
}
