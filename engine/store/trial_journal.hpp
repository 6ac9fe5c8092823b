#pragma once
/// \file
/// A trial journal keeps the numbers of every replication that a search has played, while it lasts: a file that only
/// grows, read again when the search is begun again.
///
/// Form    frames (disk/frame_file.hpp) with the mark "skranke-trials 1": the question, then one a replication: its number
///         and the count of numbers (32 bits each, little-endian), the numbers (64 bits each), the trial's key.
/// Errors  StoreError, `path: what could not be done: why`. A frame that is not whole ends the journal and is cut off.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "engine/store/disk/frame_file.hpp"

namespace skranke {

using Numbers = std::vector<std::int64_t>;

struct KeptTrial {
    std::string key;
    std::uint32_t replication = 0;
    Numbers numbers;
};

class TrialJournal {
  public:
    /// Opens the file if it is there.
    explicit TrialJournal(std::string path);

    /// What the file that was there is about; nothing if it is no such journal.
    const std::optional<std::string>& question() const { return question_; }
    bool was_there() const { return frames_.was_there(); }

    /// The next answer, from the first; nothing when there are no more.
    std::optional<KeptTrial> next();
    /// Begins anew, in place of whatever was there.
    void begin(const std::string& question);
    void append(const KeptTrial& trial);
    void remove() { frames_.remove(); }

  private:
    FrameFile frames_;
    std::optional<std::string> question_;
};

}  // namespace skranke
