#pragma once
/// \file
/// A file lock is the right to write under a name, which one process has at a time. It ends with
/// the process, however that ends.
///
/// Threads  between processes, and between owners in one process (advisory: flock(2)).
/// Errors   std::system_error: the file cannot be opened or made.

#include <optional>
#include <string>
#include <utility>

namespace skranke {

class FileLock {
  public:
    /// Opens the file, makes it if need be, and locks it; its content is left alone.
    /// \return nothing if somebody else has it
    static std::optional<FileLock> take(const std::string& path);

    FileLock(FileLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
    FileLock& operator=(FileLock&& other) noexcept {
        std::swap(descriptor_, other.descriptor_);
        return *this;
    }
    ~FileLock() { release(); }

    int descriptor() const { return descriptor_; }  ///< for reading and writing the file; -1 once released
    void release() noexcept;

  private:
    explicit FileLock(int descriptor) : descriptor_(descriptor) {}

    int descriptor_ = -1;
};

}  // namespace skranke
