#pragma once
/// \file
/// A partial file is a result still being written: it stands beside its final name as
/// `NAME.partial` and takes that name only when it is complete, so that an earlier result stays
/// whole until then.
///
/// Threads  one writer at a time, also across processes (advisory lock on the partial file).
/// Errors   StoreError from the constructor and publish().

#include <optional>
#include <string>

#include "engine/store/disk/file_lock.hpp"

namespace skranke {

class PartialFile {
  public:
    /// Makes an empty `path`.partial, or takes over one that a dead process left.
    explicit PartialFile(std::string path);
    /// Removes the partial file unless it was published.
    ~PartialFile();
    PartialFile(const PartialFile&) = delete;
    PartialFile& operator=(const PartialFile&) = delete;

    const std::string& path() const { return path_; }             ///< the final name
    const std::string& partial_path() const { return partial_; }  ///< where to write until then

    /// Brings the content to the disk, then gives the file its final name.
    void publish();

  private:
    std::string path_;
    std::string partial_;
    std::optional<FileLock> lock_;  // on the partial file; nothing once it is published
};

}  // namespace skranke
