#include "engine/store/disk/checksum.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <vector>

namespace skranke {

static_assert(std::endian::native == std::endian::little, "the checksum reads words as they lie on the disk");

// Few steps a word: every run reads the whole program, with a sanitizer 90 MB, and checks each step.
void Checksum::add(std::string_view bytes) {
    const auto mix = [this](std::uint64_t word) { sum_ = (sum_ ^ word) * 0x100000001b3; };
    std::uint64_t word = 0;
    std::size_t at = 0;
    for (; bytes.size() - at >= sizeof word; at += sizeof word) {
        std::memcpy(&word, bytes.data() + at, sizeof word);
        mix(word);
    }
    if (at == bytes.size()) return;
    word = 0;
    std::memcpy(&word, bytes.data() + at, bytes.size() - at);
    mix(word);
}

std::optional<std::uint64_t> checksum_of_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::vector<char> block(std::size_t{1} << 20);
    Checksum sum;
    do {
        file.read(block.data(), static_cast<std::streamsize>(block.size()));
        sum.add({block.data(), static_cast<std::size_t>(file.gcount())});
    } while (file);
    if (!file.eof()) return std::nullopt;
    return sum.value();
}

}  // namespace skranke
