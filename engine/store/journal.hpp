#pragma once
/// \file
/// A journal is where an experiment keeps its finished replications until all of them are there: a
/// file that only grows, so that whatever ends the program costs no more than what was under way.
/// (HDF5 is not made for that: a result.h5 whose writer is killed cannot be read.)
///
/// Form    the line "skranke-journal 1", then frames: the length of the content (64 bits, little-endian),
///         the content, and a checksum of both (disk/checksum.hpp). The first two frames are texts,
///         the question and the time when it was first begun; each later one is a record
///         (record_code.hpp). One that is not whole ends the journal and is cut off.
/// Order   replications ascend, and need not begin at 0 nor be without gaps: several processes may
///         write a journal each of the same question, and whoever puts them together takes the
///         least replication next.
/// Memory  one record, whatever the number of replications.
/// Threads one owner of a file at a time; the folder that it lies in is locked by its user.
/// Errors  StoreError, `path: what could not be done: why`. A power cut may take the last records,
///         which the checksums tell; a killed process loses none that append() has returned from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "engine/record/run_record.hpp"

namespace skranke {

struct JournalHead {
    std::string question;  ///< what its records answer: equal questions have equal records
    std::string begun;     ///< ISO 8601, UTC
};

class Journal {
  public:
    /// Opens the file if it is there. \param shape, seed  of the records
    Journal(std::string path, const RecordShape& shape, std::uint64_t seed);
    ~Journal();
    Journal(const Journal&) = delete;
    Journal& operator=(const Journal&) = delete;

    /// What a file that was there begins with; nothing if it is no journal.
    const std::optional<JournalHead>& head() const { return head_; }
    bool was_there() const { return was_there_; }

    /// The next record, from the first; nothing when there are no more. Cuts off what is not whole.
    std::optional<RunRecord> next();
    std::uint64_t cut_bytes() const { return cut_; }  ///< how much was cut off

    /// Begins anew, in place of whatever was there.
    void begin(const JournalHead& head);
    /// Behind the last record that next() gave; what follows it is overwritten.
    void append(const RunRecord& record);
    void remove();

  private:
    std::optional<std::string> next_frame();
    void cut();
    void write(std::string_view bytes);

    std::string path_;
    RecordShape shape_;
    std::uint64_t seed_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0, at_ = 0, cut_ = 0;  // bytes
    bool was_there_ = false;
    std::optional<JournalHead> head_;
};

}  // namespace skranke
