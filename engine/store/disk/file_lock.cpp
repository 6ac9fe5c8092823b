#include "engine/store/disk/file_lock.hpp"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <system_error>

namespace skranke {

namespace {

/// Between opening and locking, another process may have moved or removed the file: then the lock is
/// on a file that no longer has this name.
bool still_has_name(int descriptor, const std::string& path) {
    struct stat locked {
    }, named{};
    return ::fstat(descriptor, &locked) == 0 && ::stat(path.c_str(), &named) == 0 && locked.st_dev == named.st_dev &&
           locked.st_ino == named.st_ino;
}

}  // namespace

std::optional<FileLock> FileLock::take(const std::string& path) {
    for (;;) {
        FileLock lock(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666));
        if (lock.descriptor_ < 0) throw std::system_error(errno, std::generic_category());
        if (::flock(lock.descriptor_, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK) return std::nullopt;
        if (still_has_name(lock.descriptor_, path)) return lock;
    }
}

void FileLock::release() noexcept {
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

}  // namespace skranke
