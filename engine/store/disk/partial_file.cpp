#include "engine/store/disk/partial_file.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>

#include "engine/store/store_error.hpp"

namespace skranke {

namespace {

[[noreturn]] void fail(const std::string& path, const char* doing, int error) {
    throw StoreError(path + ": " + doing + ": " + std::strerror(error));
}

/// A rename lasts through a power cut only once the folder is on the disk too. File systems that
/// cannot do this for folders say EINVAL; nothing more can be done there.
void sync_folder_of(const std::string& path) {
    const std::filesystem::path folder = std::filesystem::path(path).parent_path();
    const int descriptor = ::open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0) return;
    ::fsync(descriptor);
    ::close(descriptor);
}

}  // namespace

PartialFile::PartialFile(std::string path) : path_(std::move(path)), partial_(path_ + ".partial") {
    if (std::filesystem::is_directory(path_)) fail(path_, "cannot be written", EISDIR);
    try {
        lock_ = FileLock::take(partial_);
    } catch (const std::system_error& error) {
        fail(path_, "cannot be written", error.code().value());
    }
    if (!lock_) throw StoreError(path_ + ": cannot be written: another run is writing it");
    if (::ftruncate(lock_->descriptor(), 0) != 0) {
        const int error = errno;
        ::unlink(partial_.c_str());
        fail(path_, "cannot be written", error);
    }
}

PartialFile::~PartialFile() {
    if (!lock_) return;
    ::unlink(partial_.c_str());
    // Its room on the disk is free at once, even if a library still holds the file open.
    [[maybe_unused]] const int emptied = ::ftruncate(lock_->descriptor(), 0);
}

void PartialFile::publish() {
    if (::fsync(lock_->descriptor()) != 0) fail(path_, "cannot be brought to the disk", errno);
    if (::rename(partial_.c_str(), path_.c_str()) != 0) fail(path_, "cannot take its name", errno);
    lock_.reset();
    sync_folder_of(path_);
}

}  // namespace skranke
