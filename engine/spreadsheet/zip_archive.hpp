#pragma once
/// \file
/// A ZIP archive in memory, of which single files are unpacked within limits: what a few kilobytes
/// claim to be may be gigabytes.
///
/// Range   archives of at most 10,000 files; 64 MB unpacked a file, 128 MB in all. Our own limits.
/// Errors  a sentence without the archive's name; nothing is thrown.
/// Source  libzip.

#include <cstdint>
#include <memory>
#include <string>
#include <variant>

namespace skranke {

class ZipArchive {
  public:
    /// \param bytes  must outlive the archive
    explicit ZipArchive(const std::string& bytes);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// False if the bytes are no archive, or one with too many files.
    bool is_open() const { return archive_ != nullptr; }
    bool has(const std::string& file) const;

    struct Complaint {
        std::string sentence;
    };
    /// A file's content, or why it cannot be had.
    std::variant<std::string, Complaint> unpack(const std::string& file);

  private:
    void* archive_ = nullptr;  // zip_t
    std::uint64_t unpacked_ = 0;
};

}  // namespace skranke
