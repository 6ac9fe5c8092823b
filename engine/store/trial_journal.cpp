#include "engine/store/trial_journal.hpp"

#include <cstring>
#include <utility>

namespace skranke {

namespace {

struct Head {
    std::uint32_t replication = 0, numbers = 0;
};

std::string bytes_of(const KeptTrial& trial) {
    const Head head{trial.replication, static_cast<std::uint32_t>(trial.numbers.size())};
    const std::size_t values = trial.numbers.size() * sizeof(Numbers::value_type);
    std::string bytes(sizeof head + values, '\0');
    std::memcpy(bytes.data(), &head, sizeof head);
    if (values > 0) std::memcpy(bytes.data() + sizeof head, trial.numbers.data(), values);
    return bytes + trial.key;
}

std::optional<KeptTrial> trial_of(const std::string& bytes) {
    Head head;
    if (bytes.size() < sizeof head) return std::nullopt;
    std::memcpy(&head, bytes.data(), sizeof head);
    const std::size_t values = std::size_t{head.numbers} * sizeof(Numbers::value_type);
    if (bytes.size() - sizeof head < values) return std::nullopt;
    KeptTrial trial{bytes.substr(sizeof head + values), head.replication, Numbers(head.numbers)};
    if (values > 0) std::memcpy(trial.numbers.data(), bytes.data() + sizeof head, values);
    return trial;
}

}  // namespace

TrialJournal::TrialJournal(std::string path) : frames_(std::move(path), "skranke-trials 1\n"), question_(frames_.next()) {}

std::optional<KeptTrial> TrialJournal::next() {
    if (!question_ || frames_.is_at_end()) return std::nullopt;
    const std::uint64_t before = frames_.position();
    const auto frame = frames_.next();
    std::optional<KeptTrial> trial;
    if (frame) trial = trial_of(*frame);
    if (!trial) frames_.cut_at(before);
    return trial;
}

void TrialJournal::begin(const std::string& question) {
    question_ = question;
    frames_.begin();
    frames_.append(question);
}

void TrialJournal::append(const KeptTrial& trial) { frames_.append(bytes_of(trial)); }

}  // namespace skranke
