#include "engine/store/disk/frame_file.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <utility>

#include "engine/store/disk/checksum.hpp"
#include "engine/store/store_error.hpp"

namespace skranke {

namespace {

using Number = std::uint64_t;  // in front of a frame and behind it

[[noreturn]] void fail(const std::string& path, const char* doing) {
    throw StoreError(path + ": " + doing + ": " + std::strerror(errno));
}

std::string bytes_of(Number number) {
    std::string bytes(sizeof number, '\0');
    std::memcpy(bytes.data(), &number, sizeof number);
    return bytes;
}

Number number_of(std::string_view bytes) {
    Number number = 0;
    std::memcpy(&number, bytes.data(), sizeof number);
    return number;
}

std::string checked(std::string_view length, std::string_view content) {
    Checksum sum;
    sum.add(length);
    sum.add(content);
    return bytes_of(sum.value());
}

std::string frame_of(std::string_view content) {
    const std::string length = bytes_of(content.size());
    return length + std::string(content) + checked(length, content);
}

/// Fewer bytes than asked for at the end of the file, or if it cannot be read.
std::string read_at(int descriptor, Number at, Number size) {
    std::string bytes(size, '\0');
    Number got = 0;
    while (got < size) {
        const ssize_t here = ::pread(descriptor, bytes.data() + got, size - got, static_cast<off_t>(at + got));
        if (here < 0 && errno == EINTR) continue;
        if (here <= 0) break;
        got += static_cast<Number>(here);
    }
    bytes.resize(got);
    return bytes;
}

}  // namespace

FrameFile::FrameFile(std::string path, std::string mark) : path_(std::move(path)), mark_(std::move(mark)) {
    descriptor_ = ::open(path_.c_str(), O_RDWR | O_CLOEXEC | O_NOFOLLOW);
    if (descriptor_ < 0 && errno == ENOENT) return;
    struct stat found {};
    if (descriptor_ < 0 || ::fstat(descriptor_, &found) != 0) fail(path_, "cannot be read");
    was_there_ = true;
    size_ = static_cast<Number>(found.st_size);
    is_ours_ = read_at(descriptor_, 0, mark_.size()) == mark_;
    if (is_ours_) at_ = mark_.size();
}

FrameFile::~FrameFile() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

std::optional<std::string> FrameFile::next() {
    if (!is_ours_) return std::nullopt;
    const std::string length = read_at(descriptor_, at_, sizeof(Number));
    if (length.size() < sizeof(Number)) return std::nullopt;
    const Number size = number_of(length), around = 2 * sizeof(Number), left = size_ - at_;
    if (left < around || size > left - around) return std::nullopt;
    std::string content = read_at(descriptor_, at_ + sizeof(Number), size + sizeof(Number));
    if (content.size() < size + sizeof(Number)) return std::nullopt;
    const std::string sum = content.substr(size);
    content.resize(size);
    if (sum != checked(length, content)) return std::nullopt;
    at_ += size + around;
    return content;
}

std::uint64_t FrameFile::cut_at(std::uint64_t position) {
    at_ = position;
    if (at_ == size_) return 0;
    if (::ftruncate(descriptor_, static_cast<off_t>(at_)) != 0) fail(path_, "cannot be cut off");
    return std::exchange(size_, at_) - at_;
}

void FrameFile::begin() {
    if (descriptor_ < 0) descriptor_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0666);
    if (descriptor_ < 0 || ::ftruncate(descriptor_, 0) != 0) fail(path_, "cannot be written");
    size_ = at_ = 0;
    is_ours_ = true;
    write(mark_);
}

void FrameFile::append(std::string_view content) {
    cut_at(at_);
    write(frame_of(content));
}

void FrameFile::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t here = ::pwrite(descriptor_, bytes.data(), bytes.size(), static_cast<off_t>(at_));
        if (here < 0 && errno == EINTR) continue;
        if (here <= 0) fail(path_, "cannot be written");
        at_ += static_cast<Number>(here);
        bytes.remove_prefix(static_cast<std::size_t>(here));
        size_ = std::max(size_, at_);
    }
}

void FrameFile::remove() {
    ::unlink(path_.c_str());
    if (descriptor_ >= 0) ::close(std::exchange(descriptor_, -1));
}

}  // namespace skranke
