#include "tools/skranke/resume/kept_runs.hpp"

#include <fmt/format.h>

#include "tools/skranke/resume/question.hpp"

namespace skranke {

KeptRuns::KeptRuns(const ResultFolder& folder, const World& world, std::string question, std::string now, Reuse reuse)
    : shape_(world.shape),
      seed_(world.scenario.seed),
      question_(std::move(question)),
      begun_(std::move(now)),
      journal_file_(folder.journal().string()),
      reuse_(reuse) {
    if (reuse_ == Reuse::wanted) find_stored(folder.path() / kResultFile);
    open_journal();
}

KeptRuns::~KeptRuns() {
    if (began_ && in_journal_ == 0) journal_->remove();
}

void KeptRuns::find_stored(const std::filesystem::path& file) {
    std::error_code error;
    if (!std::filesystem::exists(file, error)) return;
    try {
        ResultReader reader = ResultReader::open(file.string());
        if (reader.provenance().question == question_) stored_ = std::move(reader);
    } catch (const StoreError&) {  // not ours, or of another layout: it is replaced, as ever
    }
}

void KeptRuns::open_journal() {
    journal_.emplace(journal_file_, shape_, seed_);
    journal_fits_ = false;
    if (!journal_->was_there() || reuse_ == Reuse::refused) return;
    if (!journal_->head()) {
        notes_.push_back(journal_file_ + " is damaged: it is not used");
    } else if (const std::string other = difference_of(question_, journal_->head()->question); !other.empty()) {
        notes_.push_back("an unfinished run of " + other + " was here: its replications cannot be used");
    } else {
        journal_fits_ = true;
        begun_ = journal_->head()->begun;
    }
}

std::optional<RunRecord> KeptRuns::next() {
    if (stored_ && next_ < stored_->replications()) {
        RunRecord record = stored_->read(next_);
        if (record.key.replication == next_) {
            ++next_;
            return record;
        }
    }
    return journal_fits_ ? next_of_journal() : std::nullopt;
}

std::optional<RunRecord> KeptRuns::next_of_journal() {
    while (auto record = journal_->next()) {
        if (record->key.replication < next_) continue;
        if (record->key.replication == next_) {
            ++next_;
            ++in_journal_;
            return record;
        }
        notes_.push_back(fmt::format("{} goes on with replication {}, but {} is missing: it is not used", journal_file_,
                                     record->key.replication, next_));
        journal_fits_ = false;
        return std::nullopt;
    }
    if (journal_->cut_bytes() > 0)
        notes_.push_back(fmt::format("the last {} bytes of {} were no whole replication: that is played again",
                                     journal_->cut_bytes(), journal_file_));
    return std::nullopt;
}

void KeptRuns::rewind() {
    next_ = in_journal_ = 0;
    notes_.clear();
    open_journal();
}

void KeptRuns::keep(const RunRecord& record) {
    if (!journal_fits_) {
        began_ = journal_fits_ = true;
        journal_->begin({question_, begun_});
    }
    journal_->append(record);
    ++in_journal_;
}

void KeptRuns::drop_spent_journal() {
    if (journal_fits_ && !next_of_journal()) journal_->remove();
}

}  // namespace skranke
