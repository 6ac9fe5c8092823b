#include "engine/store/partial_file.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

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
    take_lock();
    if (::ftruncate(descriptor_, 0) != 0) {
        const int error = errno;
        ::unlink(partial_.c_str());
        ::close(descriptor_);
        fail(path_, "cannot be written", error);
    }
}

/// Between opening and locking, another process may have published or removed the file: then the
/// lock is on a file that no longer has this name, and we try again.
void PartialFile::take_lock() {
    for (;;) {
        descriptor_ = ::open(partial_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
        if (descriptor_ < 0) fail(path_, "cannot be written", errno);
        if (::flock(descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) {
            ::close(descriptor_);
            throw StoreError(path_ + ": cannot be written: another run is writing it");
        }
        struct stat locked {
        }, named{};
        const bool same = ::fstat(descriptor_, &locked) == 0 && ::stat(partial_.c_str(), &named) == 0 &&
                          locked.st_dev == named.st_dev && locked.st_ino == named.st_ino;
        if (same) return;
        ::close(descriptor_);
    }
}

PartialFile::~PartialFile() {
    if (descriptor_ < 0) return;
    ::unlink(partial_.c_str());
    // Its room on the disk is free at once, even if a library still holds the file open.
    [[maybe_unused]] const int emptied = ::ftruncate(descriptor_, 0);
    ::close(descriptor_);
}

void PartialFile::publish() {
    if (::fsync(descriptor_) != 0) fail(path_, "cannot be brought to the disk", errno);
    if (::rename(partial_.c_str(), path_.c_str()) != 0) fail(path_, "cannot take its name", errno);
    ::close(descriptor_);
    descriptor_ = -1;
    sync_folder_of(path_);
}

}  // namespace skranke
