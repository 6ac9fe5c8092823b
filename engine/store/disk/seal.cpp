#include "engine/store/disk/seal.hpp"

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <string_view>
#include <vector>

#include "engine/store/disk/checksum.hpp"
#include "engine/store/store_error.hpp"

namespace skranke {

namespace {

constexpr std::string_view kMark = "\nskranke-result-seal ";
constexpr std::size_t kSealBytes = kMark.size() + 16 + 1;

/// Source  HDF5 File Format Specification 3.0, sec. II.A: the first eight bytes.
constexpr std::string_view kSignature = "\x89HDF\r\n\x1a\n";

std::uint64_t checksum(std::ifstream& file, std::uint64_t length) {
    constexpr std::size_t kBlock = std::size_t{1} << 20;
    Checksum sum;
    std::vector<char> block(kBlock);
    for (std::uint64_t done = 0; done < length;) {
        const auto here = static_cast<std::size_t>(std::min<std::uint64_t>(kBlock, length - done));
        if (!file.read(block.data(), static_cast<std::streamsize>(here))) throw StoreError("cannot be read");
        sum.add({block.data(), here});
        done += here;
    }
    return sum.value();
}

std::string seal_of(std::uint64_t sum) {
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(sum));
    return std::string(kMark) + digits + "\n";
}

/// Opens the file and leaves it at its first byte. \return its length
std::uint64_t open_for_reading(const std::string& path, std::ifstream& file) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(path, error);
    if (!std::filesystem::exists(status)) throw StoreError("no such file");
    if (!std::filesystem::is_regular_file(status)) throw StoreError("is not a file");
    file.open(path, std::ios::binary);
    if (!file) throw StoreError(std::string("cannot be read: ") + std::strerror(errno));
    return std::filesystem::file_size(path);
}

}  // namespace

void seal_file(const std::string& path) {
    std::ifstream file;
    const std::uint64_t length = open_for_reading(path, file);
    const std::string seal = seal_of(checksum(file, length));
    errno = 0;
    std::ofstream end(path, std::ios::binary | std::ios::app);
    end << seal << std::flush;
    if (!end) throw StoreError(std::string("cannot be written: ") + std::strerror(errno));
}

void check_seal(const std::string& path) {
    std::ifstream file;
    const std::uint64_t length = open_for_reading(path, file);
    std::string first(kSignature.size(), '\0');
    if (!file.read(first.data(), static_cast<std::streamsize>(first.size())) || first != kSignature)
        throw StoreError("is not a result of Skranke (no HDF5 file)");
    std::string seal(kSealBytes, '\0');
    if (length >= kSealBytes) {
        file.seekg(static_cast<std::streamoff>(length - kSealBytes));
        file.read(seal.data(), static_cast<std::streamsize>(kSealBytes));
    }
    if (!seal.starts_with(kMark))
        throw StoreError("is not a result of Skranke, or cut short, or changed since it was written (no seal)");
    file.seekg(0);
    if (seal != seal_of(checksum(file, length - kSealBytes))) throw StoreError("is damaged: its checksum is wrong");
}

}  // namespace skranke
