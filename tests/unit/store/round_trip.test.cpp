#include <catch2/catch.hpp>
#include <filesystem>
#include <limits>
#include <string>
#include <vector>

#include "engine/store/result_reader.hpp"
#include "engine/store/result_writer.hpp"
#include "tests/unit/store/same_record.hpp"
#include "tests/unit/store/sample_result.hpp"
#include "tests/unit/store/scratch_folder.hpp"

namespace skranke {

namespace {

using sample::require_same;

/// Writes the records to a file and checks that each comes back as it was.
void check_round_trip(const RecordShape& shape, const std::vector<RunRecord>& records) {
    const sample::ScratchFolder folder;
    const std::string path = folder.file("result.h5");
    ResultWriter writer = ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance());
    for (const RunRecord& record : records) writer.append(record);
    writer.finish(42);
    CHECK(folder.entries() == 1);

    ResultReader reader = ResultReader::open(path);
    REQUIRE(reader.replications() == records.size());
    for (std::size_t i = records.size(); i > 0; --i) require_same(reader.read(i - 1), records[i - 1]);
}

}  // namespace

TEST_CASE("Three replications come back from a file exactly as they went in") {
    const RecordShape shape = sample::shape();
    check_round_trip(shape, {sample::record(shape, 0), sample::record(shape, 1), sample::record(shape, 7)});
}

TEST_CASE("The largest counts that the file can hold come back, and so do zeros") {
    const RecordShape shape = sample::shape();
    RunRecord full = sample::record(shape, 0, std::numeric_limits<std::uint32_t>::max());
    for (OutcomeCell& cell : full.outcomes) cell.born = std::numeric_limits<std::uint32_t>::max();
    full.events = std::numeric_limits<std::uint64_t>::max();
    RunRecord empty(shape);
    empty.key = {full.key.seed, 1};
    check_round_trip(shape, {full, empty});
}

TEST_CASE("More replications than fit into one chunk come back") {
    const RecordShape shape = sample::shape({1, 1, 1, 1, 1});
    std::vector<RunRecord> records;
    for (std::uint32_t r = 0; r < 1100; ++r) records.push_back(sample::record(shape, r));
    check_round_trip(shape, records);
}

TEST_CASE("A record too large for one chunk comes back") {
    const RecordShape shape = sample::shape({9, 9, 7, 3, 26});
    check_round_trip(shape, {sample::record(shape, 0), sample::record(shape, 1)});
}

TEST_CASE("An experiment that was stopped before its first replication is still a result") {
    check_round_trip(sample::shape(), {});
}

TEST_CASE("Where a result came from and what its axes mean come back") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    const Scenario scenario = sample::scenario(shape);
    Provenance expected = sample::provenance();
    expected.git = "";
    expected.fingerprint_strength = GENERATE(from_range(kFingerprintStrengths));
    ResultWriter writer = ResultWriter::open(folder.file("result.h5"), shape, scenario, expected);
    writer.append(sample::record(shape, 0));
    writer.finish(0x00ff00ff00ff00ff);

    const ResultReader reader = ResultReader::open(folder.file("result.h5"));
    CHECK(reader.title() == scenario.title.english(""));
    CHECK(reader.scenario_text() == scenario.text);
    CHECK(reader.provenance().version == expected.version);
    CHECK(reader.provenance().git.empty());
    CHECK(reader.provenance().command == expected.command);
    CHECK(reader.provenance().created == expected.created);
    CHECK(reader.provenance().scenario_name == expected.scenario_name);
    CHECK(reader.provenance().scenario_hash == expected.scenario_hash);
    CHECK(reader.provenance().seed == expected.seed);
    CHECK(reader.provenance().lookahead_us == expected.lookahead_us);
    CHECK(reader.provenance().fingerprint == 0x00ff00ff00ff00ff);
    CHECK(reader.provenance().fingerprint_strength == expected.fingerprint_strength);
    CHECK(reader.shape().municipalities == shape.municipalities);
    CHECK(reader.shape().municipality_names == shape.municipality_names);
    CHECK(reader.shape().services == shape.services);
    CHECK(reader.shape().groups == shape.groups);
    CHECK(reader.shape().weeks == shape.weeks);
    REQUIRE(reader.shape().desks.size() == shape.desks.size());
    CHECK(reader.shape().desks[3].key == shape.desks[3].key);
    CHECK(reader.shape().desks[3].site == shape.desks[3].site);
    CHECK(reader.shape().desks[3].kind == shape.desks[3].kind);
}

TEST_CASE("A new result takes the place of an earlier one only when it is complete") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    const std::string path = folder.file("result.h5");
    for (std::uint64_t fingerprint = 1; fingerprint <= 2; ++fingerprint) {
        ResultWriter writer = ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance());
        writer.append(sample::record(shape, 0));
        if (fingerprint == 2) CHECK(ResultReader::open(path).provenance().fingerprint == 1);
        writer.finish(fingerprint);
    }
    CHECK(ResultReader::open(path).provenance().fingerprint == 2);
    CHECK(folder.entries() == 1);
}

TEST_CASE("A writer that is given up leaves nothing behind and the earlier result as it was") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    const std::string path = folder.file("result.h5");
    {
        ResultWriter writer = ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance());
        writer.append(sample::record(shape, 0));
        CHECK(std::filesystem::exists(path + ".partial"));
    }
    CHECK(folder.entries() == 0);
    ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance()).finish(9);
    { const ResultWriter given_up = ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance()); }
    CHECK(ResultReader::open(path).provenance().fingerprint == 9);
    CHECK(folder.entries() == 1);
}

}  // namespace skranke
