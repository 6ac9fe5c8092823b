#include "engine/store/journal.hpp"

#include <utility>

#include "engine/store/record_code.hpp"

namespace skranke {

Journal::Journal(std::string path, const RecordShape& shape, std::uint64_t seed)
    : frames_(std::move(path), "skranke-journal 1\n"), shape_(shape), seed_(seed) {
    const auto question = frames_.next();
    const auto begun = frames_.next();
    if (question && begun) head_ = JournalHead{*question, *begun};
}

std::optional<RunRecord> Journal::next() {
    if (!head_ || frames_.is_at_end()) return std::nullopt;
    const std::uint64_t before = frames_.position();
    const auto frame = frames_.next();
    std::optional<RunRecord> record;
    if (frame) record = decoded(*frame, shape_);
    if (!record) {
        cut_ = frames_.cut_at(before);
        return std::nullopt;
    }
    record->key.seed = seed_;
    return record;
}

void Journal::begin(const JournalHead& head) {
    head_ = head;
    frames_.begin();
    frames_.append(head.question);
    frames_.append(head.begun);
}

void Journal::append(const RunRecord& record) { frames_.append(encoded(record)); }

}  // namespace skranke
