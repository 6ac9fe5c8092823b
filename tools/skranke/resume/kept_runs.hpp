#pragma once
/// \file
/// Kept runs are the replications of a question that were finished before: those of the result in the
/// folder, then those in the journal of a run that was ended early.
///
/// Order    next() gives replications 0, 1, 2 ... without gaps, keep() takes those that follow.
/// Memory   one record.
/// Errors   StoreError from next() and keep(). What is there and cannot be used is told in notes().

#include <optional>
#include <string>
#include <vector>

#include "engine/office/world.hpp"
#include "engine/store/journal.hpp"
#include "engine/store/result_reader.hpp"
#include "tools/skranke/experiment/result_folder.hpp"

namespace skranke {

/// Whether finished replications are used again.
enum class Reuse : std::uint8_t { wanted, refused };

class KeptRuns {
  public:
    /// \param now  when the question is begun, if it has not been before; ISO 8601
    KeptRuns(const ResultFolder& folder, const World& world, std::string question, std::string now, Reuse reuse);
    ~KeptRuns();

    /// The result in the folder, if it answers this question.
    const ResultReader* stored() const { return stored_ ? &*stored_ : nullptr; }
    /// When this question was first begun.
    const std::string& begun() const { return begun_; }

    std::optional<RunRecord> next();
    /// Begins again with replication 0.
    void rewind();
    void keep(const RunRecord& record);

    std::uint64_t used() const { return next_; }                  ///< given by next()
    std::uint64_t in_journal() const { return in_journal_; }      ///< given from it or put into it
    const std::vector<std::string>& notes() const { return notes_; }  ///< sentences for the user

    /// The journal is of no more use: the result has all that is in it.
    void drop_journal() { journal_->remove(); }
    /// The same, if nothing in it goes on behind what next() has given.
    void drop_spent_journal();

  private:
    void find_stored(const std::filesystem::path& file);
    void open_journal();
    std::optional<RunRecord> next_of_journal();

    RecordShape shape_;
    std::uint64_t seed_;
    std::string question_, begun_, journal_file_;
    Reuse reuse_;
    std::optional<ResultReader> stored_;
    std::optional<Journal> journal_;
    bool journal_fits_ = false, began_ = false;
    std::uint64_t next_ = 0, in_journal_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace skranke
