#include "engine/store/journal.hpp"

#include <catch2/catch.hpp>
#include <filesystem>
#include <fstream>
#include <limits>
#include <random>

#include "engine/store/record_code.hpp"
#include "tests/unit/store/same_record.hpp"
#include "tests/unit/store/sample_result.hpp"
#include "tests/unit/store/scratch_folder.hpp"

namespace skranke {

namespace {

using sample::require_same;

const JournalHead kHead{"seed 1\nlayout 5\n", "2020-03-02T08:00:00Z"};

std::uint64_t seed() { return sample::provenance().seed; }

/// A journal with replications first, first + 2, ...; `count` of them.
std::string write_journal(const sample::ScratchFolder& folder, std::uint32_t first, std::uint32_t count) {
    const std::string path = folder.file("journal" + std::to_string(first));
    Journal journal(path, sample::shape(), seed());
    journal.begin(kHead);
    for (std::uint32_t i = 0; i < count; ++i) journal.append(sample::record(sample::shape(), first + 2 * i));
    return path;
}

std::vector<RunRecord> records_of(Journal& journal) {
    std::vector<RunRecord> records;
    while (auto record = journal.next()) records.push_back(*std::move(record));
    return records;
}

}  // namespace

TEST_CASE("A record comes out of its code as it went in, with zeros, large and negative numbers") {
    const RecordShape shape = sample::shape();
    for (std::uint32_t r = 0; r < 20; ++r) {
        RunRecord record = sample::record(shape, r, r % 2 == 0 ? 1 : 100'000'000);
        record.key.seed = 0;
        const auto again = decoded(encoded(record), shape);
        REQUIRE(again);
        require_same(*again, record);
    }
    RunRecord extreme(shape);
    extreme.fingerprint = std::numeric_limits<std::uint64_t>::max();
    extreme.desks.back().wait_us = std::numeric_limits<std::int64_t>::min();
    const auto again = decoded(encoded(extreme), shape);
    REQUIRE(again);
    require_same(*again, extreme);
}

TEST_CASE("Bytes that are no record of the shape are told") {
    const RecordShape shape = sample::shape();
    const std::string code = encoded(sample::record(shape, 3));
    CHECK_FALSE(decoded("", shape));
    CHECK_FALSE(decoded(code.substr(0, code.size() - 1), shape));
    CHECK_FALSE(decoded(code + '\1', shape));
    CHECK_FALSE(decoded(code + std::string(2, '\0'), shape));
    CHECK_FALSE(decoded(std::string(1, '\0') + std::string(9, '\xff') + '\1', shape));  // endless zeros
    CHECK_FALSE(decoded(std::string(11, '\xff'), shape));                                // more than 64 bits
    sample::Sizes wider;
    wider.weeks = 6;
    CHECK_FALSE(decoded(code, sample::shape(wider)));
}

TEST_CASE("A journal gives back its head and its records, and takes more behind them") {
    const sample::ScratchFolder folder;
    const std::string path = write_journal(folder, 4, 3);
    {
        Journal journal(path, sample::shape(), seed());
        REQUIRE(journal.head());
        CHECK(journal.head()->question == kHead.question);
        CHECK(journal.head()->begun == kHead.begun);
        CHECK(records_of(journal).size() == 3);
        journal.append(sample::record(sample::shape(), 10));
    }
    Journal journal(path, sample::shape(), seed());
    const std::vector<RunRecord> records = records_of(journal);
    REQUIRE(records.size() == 4);
    for (std::uint32_t i = 0; i < 4; ++i) require_same(records[i], sample::record(sample::shape(), 4 + 2 * i));
    CHECK(journal.cut_bytes() == 0);
}

TEST_CASE("Cut short at any byte, a journal keeps the records before and takes the next in its place") {
    const sample::ScratchFolder folder;
    const std::string path = write_journal(folder, 0, 4);
    const auto size = std::filesystem::file_size(path);
    std::mt19937_64 random(1);
    std::vector<std::size_t> kept_counts(5);
    for (int trial = 0; trial < 200; ++trial) {
        const std::string copy = folder.file("copy");
        std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
        std::filesystem::resize_file(copy, random() % size);
        Journal journal(copy, sample::shape(), seed());
        if (!journal.head()) continue;
        const std::vector<RunRecord> kept = records_of(journal);
        ++kept_counts[kept.size()];
        for (std::uint32_t i = 0; i < kept.size(); ++i) require_same(kept[i], sample::record(sample::shape(), 2 * i));
        journal.append(sample::record(sample::shape(), 99));
        Journal again(copy, sample::shape(), seed());
        const std::vector<RunRecord> after = records_of(again);
        REQUIRE(after.size() == kept.size() + 1);
        CHECK(after.back().key.replication == 99);
        CHECK(again.cut_bytes() == 0);
    }
    for (std::size_t count = 0; count < 4; ++count) CHECK(kept_counts[count] > 0);
    CHECK(kept_counts[4] == 0);
}

TEST_CASE("A changed bit ends a journal before the record that it is in") {
    const sample::ScratchFolder folder;
    const std::string path = write_journal(folder, 0, 4);
    const auto size = std::filesystem::file_size(path);
    std::mt19937_64 random(2);
    for (int trial = 0; trial < 200; ++trial) {
        const std::string copy = folder.file("copy");
        std::filesystem::copy_file(path, copy, std::filesystem::copy_options::overwrite_existing);
        std::fstream file(copy, std::ios::in | std::ios::out | std::ios::binary);
        const auto at = static_cast<std::streamoff>(random() % size);
        file.seekg(at);
        const int byte = file.get();
        file.seekp(at);
        file.put(static_cast<char>(byte ^ (1 << random() % 8)));
        file.close();
        Journal journal(copy, sample::shape(), seed());
        const std::vector<RunRecord> kept = records_of(journal);
        CHECK(kept.size() < 4);
        CHECK((journal.head().has_value() == (journal.cut_bytes() > 0)));
        for (std::uint32_t i = 0; i < kept.size(); ++i) require_same(kept[i], sample::record(sample::shape(), 2 * i));
    }
}

TEST_CASE("What is no journal has no head, and one that cannot be written is told with its name") {
    const sample::ScratchFolder folder;
    const std::string path = folder.file("text");
    std::ofstream(path) << "a letter";
    Journal journal(path, sample::shape(), seed());
    CHECK(journal.was_there());
    CHECK_FALSE(journal.head());
    CHECK_FALSE(journal.next());
    Journal nowhere(folder.file("missing/journal"), sample::shape(), seed());
    CHECK_FALSE(nowhere.was_there());
    CHECK_THROWS_WITH(nowhere.begin(kHead), Catch::Contains("missing/journal: cannot be written: No such file"));
}

}  // namespace skranke
