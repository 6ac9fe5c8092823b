#pragma once
/// \file
/// A result reader opens one experiment's file and gives back what was put in: where it came from,
/// its axes, and its replications one at a time, bit for bit.
///
/// Order    replications ascend.
/// Memory   one replication.
/// Threads  HDF5 is entered by one thread at a time, whatever the number of readers.
/// Errors   StoreError, one line with the file's name: missing, foreign, truncated, unfinished,
///          damaged, or of a later layout. HDF5 is not made for damaged files: signature and seal
///          (seal.hpp) are checked before it is entered, our own mark and all types and sizes before
///          data are read; no link out of the file is followed, and no plug-in is loaded.
/// Cost     open() reads the whole file once, for its checksum.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "engine/record/provenance.hpp"
#include "engine/record/run_record.hpp"
#include "engine/scenario/scenario.hpp"
#include "engine/store/store_error.hpp"

namespace skranke {

class ResultReader {
  public:
    static ResultReader open(const std::string& path);
    ResultReader(ResultReader&&) noexcept;
    ResultReader& operator=(ResultReader&&) noexcept;
    ~ResultReader();

    const Provenance& provenance() const;
    const RecordShape& shape() const;
    const std::string& title() const;
    const std::string& scenario_text() const;
    std::uint64_t replications() const;  ///< how many are in the file

    /// The tables that the scenario was read with, in that order.
    std::vector<InputFile> inputs() const;

    /// \param index  0 .. replications() - 1; not the replication's number, which the record has
    RunRecord read(std::uint64_t index);

  private:
    class File;
    explicit ResultReader(std::unique_ptr<File> file);
    std::unique_ptr<File> file_;
};

}  // namespace skranke
