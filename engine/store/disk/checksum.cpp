#include "engine/store/disk/checksum.hpp"

#include <algorithm>
#include <bit>
#include <cstring>
#include <fstream>
#include <vector>

namespace skranke {

static_assert(std::endian::native == std::endian::little, "the checksum reads words as they lie on the disk");

void Checksum::add(std::string_view bytes) {
    for (; !bytes.empty(); bytes.remove_prefix(std::min(bytes.size(), sizeof sum_))) {
        std::uint64_t word = 0;
        std::memcpy(&word, bytes.data(), std::min(bytes.size(), sizeof word));
        sum_ = (sum_ ^ word) * 0x100000001b3;
    }
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
