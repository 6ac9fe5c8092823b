#pragma once
/// \file
/// A journal is where an experiment keeps its finished replications until all of them are there: a
/// file that only grows, so that whatever ends the program costs no more than what was under way.
/// (HDF5 is not made for that: a result.h5 whose writer is killed cannot be read.)
///
/// Form    frames (disk/frame_file.hpp) with the mark "skranke-journal 1". The first two are texts, the question
///         and the time when it was first begun; each later one is a record (record_code.hpp). One that is
///         not whole ends the journal and is cut off.
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

#include "engine/record/run_record.hpp"
#include "engine/store/disk/frame_file.hpp"

namespace skranke {

struct JournalHead {
    std::string question;  ///< what its records answer: equal questions have equal records
    std::string begun;     ///< ISO 8601, UTC
};

class Journal {
  public:
    /// Opens the file if it is there. \param shape, seed  of the records
    Journal(std::string path, const RecordShape& shape, std::uint64_t seed);
    /// What a file that was there begins with; nothing if it is no journal.
    const std::optional<JournalHead>& head() const { return head_; }
    bool was_there() const { return frames_.was_there(); }

    /// The next record, from the first; nothing when there are no more. Cuts off what is not whole.
    std::optional<RunRecord> next();
    std::uint64_t cut_bytes() const { return cut_; }  ///< how much was cut off

    /// Begins anew, in place of whatever was there.
    void begin(const JournalHead& head);
    /// Behind the last record that next() gave; what follows it is overwritten.
    void append(const RunRecord& record);
    void remove() { frames_.remove(); }

  private:
    FrameFile frames_;
    RecordShape shape_;
    std::uint64_t seed_;
    std::uint64_t cut_ = 0;  // bytes
    std::optional<JournalHead> head_;
};

}  // namespace skranke
