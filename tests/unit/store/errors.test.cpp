#include <hdf5.h>
#include <sys/resource.h>
#include <unistd.h>

#include <catch2/catch.hpp>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "engine/store/layout.hpp"
#include "engine/store/result_reader.hpp"
#include "engine/store/result_writer.hpp"
#include "engine/store/disk/seal.hpp"
#include "tests/unit/store/sample_result.hpp"
#include "tests/unit/store/scratch_folder.hpp"

namespace skranke {

namespace {

using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;

std::string write_result(const sample::ScratchFolder& folder, std::uint64_t fingerprint = 1) {
    const RecordShape shape = sample::shape();
    const std::string path = folder.file("result.h5");
    ResultWriter writer = ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance());
    for (std::uint32_t r = 0; r < 3; ++r) writer.append(sample::record(shape, r));
    writer.add_table({"unmet_rate", {"place"}, {0.5, 0.25, 0.5, 0.75}, "1", "unmet needs of all settled"});
    writer.finish(fingerprint);
    return path;
}

std::string content_of(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

void put(const std::string& path, const std::string& content) {
    std::ofstream(path, std::ios::binary | std::ios::trunc) << content;
}

/// What the store says when it opens the file and reads all of it; "" if it has no complaint.
std::string complaint_about(const std::string& path) {
    try {
        ResultReader reader = ResultReader::open(path);
        for (std::uint64_t i = 0; i < reader.replications(); ++i) reader.read(i);
    } catch (const StoreError& error) {
        return error.what();
    }
    return "";
}

/// Files may not grow beyond this while it lives, as if the disk were full.
class FileSizeLimit {
  public:
    explicit FileSizeLimit(rlim_t bytes) : handler_(std::signal(SIGXFSZ, SIG_IGN)) {
        ::getrlimit(RLIMIT_FSIZE, &before_);
        const rlimit now{bytes, before_.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &now);
    }
    ~FileSizeLimit() {
        ::setrlimit(RLIMIT_FSIZE, &before_);
        std::signal(SIGXFSZ, handler_);
    }
    FileSizeLimit(const FileSizeLimit&) = delete;
    FileSizeLimit& operator=(const FileSizeLimit&) = delete;

  private:
    rlimit before_{};
    void (*handler_)(int);
};

/// Root may write everywhere: while this lives we are nobody.
class WithoutRights {
  public:
    WithoutRights() : was_(::geteuid()) {
        if (was_ == 0 && ::seteuid(65534) != 0) throw std::runtime_error("cannot give up rights");
    }
    ~WithoutRights() {
        if (::seteuid(was_) != 0) std::abort();
    }
    WithoutRights(const WithoutRights&) = delete;
    WithoutRights& operator=(const WithoutRights&) = delete;

  private:
    uid_t was_;
};

}  // namespace

TEST_CASE("A result cut short at any length is refused with its name and without a crash") {
    const sample::ScratchFolder folder;
    const std::string whole = content_of(write_result(folder));
    REQUIRE(complaint_about(folder.file("result.h5")).empty());
    const std::string path = folder.file("short.h5");
    for (std::size_t length = 0; length < whole.size(); length += length < 200 ? 1 : 997) {
        put(path, whole.substr(0, length));
        CAPTURE(length);
        REQUIRE_THAT(complaint_about(path), StartsWith(path + ": "));
    }
    put(path, whole.substr(0, whole.size() - 1));
    CHECK_THAT(complaint_about(path), Contains("cut short"));
    put(path, whole);
    CHECK(complaint_about(path).empty());
}

TEST_CASE("A result with a single flipped bit is refused as damaged") {
    const sample::ScratchFolder folder;
    const std::string whole = content_of(write_result(folder));
    const std::string path = folder.file("damaged.h5");
    for (std::size_t at = 8; at < whole.size(); at += 1009) {
        std::string damaged = whole;
        damaged[at] = static_cast<char>(damaged[at] ^ (1 << (at % 8)));
        put(path, damaged);
        CAPTURE(at);
        REQUIRE(complaint_about(path) == path + ": is damaged: its checksum is wrong");
    }
}

TEST_CASE("What is no result is refused in words that say so") {
    const sample::ScratchFolder folder;
    CHECK_THAT(complaint_about(folder.file("nothing.h5")), Contains("no such file"));
    CHECK_THAT(complaint_about(folder.path().string()), Contains("is not a file"));
    put(folder.file("empty.h5"), "");
    CHECK_THAT(complaint_about(folder.file("empty.h5")), Contains("is not a result of Skranke"));
    put(folder.file("table.csv"), "kommune;antall\n0301;12\n");
    CHECK_THAT(complaint_about(folder.file("table.csv")), Contains("is not a result of Skranke"));

    const std::string foreign = folder.file("foreign.h5");
    H5Fclose(H5Fcreate(foreign.c_str(), H5F_ACC_TRUNC, H5P_DEFAULT, H5P_DEFAULT));
    CHECK_THAT(complaint_about(foreign), Contains("no seal"));
    seal_file(foreign);
    CHECK(complaint_about(foreign) == foreign + ": is not a finished result of Skranke");
}

TEST_CASE("A result whose datasets were taken away, linked elsewhere or reshaped is refused") {
    const sample::ScratchFolder folder;
    const std::string path = write_result(folder);
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const hsize_t sizes[] = {3, 3, 2, 2}, other_sizes[] = {3, 3, 2, 3};
    const hid_t space = H5Screate_simple(4, sizes, nullptr), other_space = H5Screate_simple(4, other_sizes, nullptr);
    H5Ldelete(file, "born", H5P_DEFAULT);
    std::string expected;
    SECTION("taken away") { expected = "has no born"; }
    SECTION("linked to another file") {
        H5Lcreate_external("elsewhere.h5", "/born", file, "born", H5P_DEFAULT, H5P_DEFAULT);
        expected = "born is a link, which is not followed";
    }
    SECTION("kept in another file") {
        const hid_t creation = H5Pcreate(H5P_DATASET_CREATE);
        H5Pset_external(creation, "elsewhere.bin", 0, 3 * 3 * 2 * 2 * 4);
        H5Dclose(H5Dcreate2(file, "born", H5T_STD_U32LE, space, H5P_DEFAULT, creation, H5P_DEFAULT));
        H5Pclose(creation);
        expected = "born lies in another file, which is not followed";
    }
    SECTION("of other sizes") {
        H5Dclose(H5Dcreate2(file, "born", H5T_STD_U32LE, other_space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
        expected = "is damaged: born has other sizes than its axes";
    }
    SECTION("of another type") {
        H5Dclose(H5Dcreate2(file, "born", H5T_IEEE_F32LE, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT));
        expected = "born has another type than a result's";
    }
    H5Sclose(space);
    H5Sclose(other_space);
    H5Fclose(file);
    seal_file(path);
    CHECK(complaint_about(path) == path + ": " + expected);
}

TEST_CASE("A result of a later layout is refused with both numbers") {
    const sample::ScratchFolder folder;
    const std::string path = write_result(folder);
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
    const hid_t mark = H5Aopen(file, "skranke_result_format", H5P_DEFAULT);
    const std::uint64_t later = 99;
    H5Awrite(mark, H5T_NATIVE_UINT64, &later);
    H5Aclose(mark);
    H5Fclose(file);
    CHECK_THAT(complaint_about(path), Contains("no seal") || Contains("checksum"));
    seal_file(path);
    CHECK(complaint_about(path) == path + ": has layout 99; this program reads layout " + std::to_string(layout::kFormat));
}

TEST_CASE("A result whose fingerprint has a strength that no fingerprint has is refused") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    const std::string path = folder.file("result.h5");
    Provenance provenance = sample::provenance();
    provenance.fingerprint_strength = static_cast<FingerprintStrength>(7);
    ResultWriter::open(path, shape, sample::scenario(shape), provenance).finish(1);
    CHECK_THAT(complaint_about(path), StartsWith(path + ": is damaged: no fingerprint has the strength "));
}

TEST_CASE("A count that the file cannot hold is an error, not another number") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    ResultWriter writer =
        ResultWriter::open(folder.file("result.h5"), shape, sample::scenario(shape), sample::provenance());
    RunRecord record = sample::record(shape, 0);
    record.weekly[4].unmet = std::uint64_t{1} << 32;
    CHECK_THROWS_WITH(
        writer.append(record),
        folder.file("result.h5") + ": weekly_unmet = 4294967296 is more than the file can hold (4294967295)");
}

TEST_CASE("A folder that cannot be written is said at once") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    const auto open = [&](const std::string& path) {
        ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance());
    };
    const std::string missing = folder.file("missing/result.h5");
    CHECK_THROWS_WITH(open(missing), missing + ": cannot be written: No such file or directory");
    put(folder.file("file"), "");
    CHECK_THROWS_WITH(open(folder.file("file/result.h5")), Contains("Not a directory"));
    std::filesystem::create_directory(folder.file("result.h5"));
    CHECK_THROWS_WITH(open(folder.file("result.h5")), Contains("Is a directory"));
    CHECK(folder.entries() == 2);

    std::filesystem::permissions(folder.path(), std::filesystem::perms{0555});
    {
        const WithoutRights nobody;
        CHECK_THROWS_WITH(open(folder.file("other.h5")),
                          folder.file("other.h5") + ": cannot be written: Permission denied");
    }
    std::filesystem::permissions(folder.path(), std::filesystem::perms{0755});
}

TEST_CASE("Two runs cannot write the same result at once, and what a dead run left is taken over") {
    const sample::ScratchFolder folder;
    const RecordShape shape = sample::shape();
    const std::string path = folder.file("result.h5");
    put(path + ".partial", "left by a run that was killed");
    ResultWriter first = ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance());
    CHECK_THROWS_WITH(ResultWriter::open(path, shape, sample::scenario(shape), sample::provenance()),
                      path + ": cannot be written: another run is writing it");
    first.append(sample::record(shape, 0));
    first.finish(3);
    CHECK(complaint_about(path).empty());
    CHECK(folder.entries() == 1);
}

TEST_CASE("A full disk is said in one line, leaves no part of a file, and the earlier result as it was") {
    const sample::ScratchFolder folder;
    const std::string path = write_result(folder);
    const std::string earlier = content_of(path);
    int failures = 0, successes = 0;
    for (rlim_t room = 1024; room < 2 * earlier.size(); room += 4096 + room / 8) {
        CAPTURE(room);
        std::string said;
        try {
            const FileSizeLimit limit(room);
            write_result(folder, 1);
        } catch (const StoreError& error) {
            said = error.what();
        }
        if (said.empty()) {
            ++successes;
            continue;
        }
        ++failures;
        REQUIRE_THAT(said, StartsWith(path + ": ") && Contains("File too large"));
        REQUIRE(said.find('\n') == std::string::npos);
        REQUIRE(folder.entries() == 1);
        REQUIRE(content_of(path) == earlier);
    }
    CHECK(failures > 10);
    CHECK(successes > 0);
    CHECK(complaint_about(write_result(folder)).empty());
}

}  // namespace skranke
