#pragma once
/// \file
/// A table file (table_file.hpp) opened again: its attributes, the texts of its axes, and its tables by name.
///
/// Cost     opening reads the whole file once, for its checksum.
/// Errors   StoreError, one line with the file's name: missing, foreign, damaged, of another format, or lacking what is
///          asked for. Seal and types are checked as result_reader.hpp does.
/// Threads  one at a time.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/store/store_error.hpp"

namespace skranke {

class TableReader {
  public:
    /// \param mark, format  the attribute that makes it the kind of file that is wanted, and its value
    TableReader(const std::string& path, const char* mark, std::uint64_t format);
    ~TableReader();
    TableReader(const TableReader&) = delete;
    TableReader& operator=(const TableReader&) = delete;

    std::string text(const char* attribute) const;
    std::vector<std::string> texts(const std::string& axis) const;
    /// Row-major. \param sizes  that the table must have
    std::vector<double> numbers(const std::string& table, const std::vector<std::size_t>& sizes) const;

  private:
    class File;
    std::unique_ptr<File> file_;
};

}  // namespace skranke
