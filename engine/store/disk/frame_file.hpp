#pragma once
/// \file
/// A frame file is a file that only grows, in frames of which each is either whole or told not to be.
///
/// Form    a mark that says what is in it, then frames: the length of the content (64 bits, little-endian), the
///         content, and a checksum of both (checksum.hpp).
/// Threads one owner of a file at a time; the folder that it lies in is locked by its user.
/// Errors  StoreError, `path: what could not be done: why`. A power cut may take the last frames, which the
///         checksums tell; a killed process loses none that append() has returned from.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace skranke {

class FrameFile {
  public:
    /// Opens the file if it is there. \param mark  what it begins with
    FrameFile(std::string path, std::string mark);
    ~FrameFile();
    FrameFile(const FrameFile&) = delete;
    FrameFile& operator=(const FrameFile&) = delete;

    bool was_there() const { return was_there_; }
    bool is_at_end() const { return at_ == size_; }
    std::uint64_t position() const { return at_; }

    /// The next whole frame, from the first; nothing at the end, before one that is not whole, and in a file
    /// that does not begin with the mark.
    std::optional<std::string> next();
    /// Cuts off all from `position` on. \return how many bytes
    std::uint64_t cut_at(std::uint64_t position);
    /// Begins anew with nothing but the mark, in place of whatever was there.
    void begin();
    /// Behind the last frame that next() gave; what follows it is overwritten.
    void append(std::string_view content);
    void remove();

  private:
    void write(std::string_view bytes);

    std::string path_, mark_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0, at_ = 0;  // bytes
    bool was_there_ = false, is_ours_ = false;
};

}  // namespace skranke
