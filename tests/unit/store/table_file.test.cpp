#include "engine/store/table_file.hpp"

#include <hdf5.h>

#include <catch2/catch.hpp>
#include <cmath>

#include "engine/store/disk/seal.hpp"
#include "engine/store/table_reader.hpp"
#include "tests/unit/store/scratch_folder.hpp"

using namespace skranke;

namespace {

TableFile small_table() {
    TableFile file;
    file.texts_of_file = {{"title", "ærlig"}};
    file.numbers_of_file = {{"seed", 7}};
    file.axes = {{"point", std::vector<double>{0, 1}, "points"}, {"factor", std::vector<std::string>{"a", "b", "c"}, "factors"}};
    file.texts = {{"unit", "factor", {"minutes", "days", "1"}, "their units"}};
    file.tables = {{"value", {"point", "factor"}, {1, 2, 3, 4, std::nan(""), 6}, "1", "what they were"}};
    return file;
}

/// All numbers of a dataset.
std::vector<double> numbers_in(const std::string& path, const char* name) {
    const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT);
    const hid_t dataset = H5Dopen2(file, name, H5P_DEFAULT);
    std::vector<double> values(6);
    H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    H5Dclose(dataset);
    H5Fclose(file);
    return values;
}

}  // namespace

TEST_CASE("A table file keeps its numbers, is sealed, and leaves nothing beside it") {
    const sample::ScratchFolder folder;
    const std::string path = folder.file("sweep.h5");
    write_tables(path, small_table());
    CHECK(folder.entries() == 1);
    CHECK_NOTHROW(check_seal(path));
    const std::vector<double> values = numbers_in(path, "value");
    CHECK(values[3] == 4);
    CHECK(std::isnan(values[4]));
}

TEST_CASE("A table file that cannot be made leaves nothing behind and says which file it was") {
    const sample::ScratchFolder folder;
    TableFile twice = small_table();
    twice.tables.push_back(twice.tables.front());
    CHECK_THROWS_WITH(write_tables(folder.file("sweep.h5"), twice), Catch::StartsWith(folder.file("sweep.h5") + ": cannot make value"));
    CHECK(folder.entries() == 0);
    CHECK_THROWS_AS(write_tables(folder.file("no/such/folder.h5"), small_table()), StoreError);
}

TEST_CASE("A table file is read again: texts, numbers, what is not a number, and only as the kind of file that it is") {
    const sample::ScratchFolder folder;
    const std::string path = folder.file("sweep.h5");
    TableFile content = small_table();
    content.numbers_of_file.emplace_back("mark", 1);
    write_tables(path, content);
    const TableReader reader(path, "mark", 1);
    CHECK(reader.text("title") == "ærlig");
    CHECK(reader.texts("factor") == std::vector<std::string>{"a", "b", "c"});
    const std::vector<double> values = reader.numbers("value", {2, 3});
    CHECK(values[5] == 6);
    CHECK(std::isnan(values[4]));
    CHECK_THROWS_WITH(reader.numbers("value", {3, 2}), path + ": is damaged: value has other sizes than its axes");
    CHECK_THROWS_AS(reader.texts("value"), StoreError);
    CHECK_THROWS_AS(reader.text("nothing"), StoreError);
    CHECK_THROWS_WITH(TableReader(path, "mark", 2), path + ": has format 1; this program reads format 2");
    CHECK_THROWS_WITH(TableReader(path, "another", 1), path + ": has no another: it is another kind of file");
    CHECK_THROWS_AS(TableReader(folder.file("nothing.h5"), "mark", 1), StoreError);
}
