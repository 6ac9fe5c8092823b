#pragma once
/// \file
/// A checksum tells bytes that were written whole from bytes that were cut short or changed.
///
/// Range   64 bits, against accidents and not against malice: a change in one word always changes it.
/// Cost    about 0.2 s per GB.
/// Source  FNV-1a: G. Fowler, L. C. Noll & K.-P. Vo; here over 64-bit words instead of bytes (our
///         choice, for speed).

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace skranke {

class Checksum {
  public:
    /// Zeros are put behind an incomplete last word: where that matters, add the length too.
    void add(std::string_view bytes);
    std::uint64_t value() const { return sum_; }

  private:
    std::uint64_t sum_ = 0xcbf29ce484222325;
};

/// Of a whole file; nothing if it cannot be read.
std::optional<std::uint64_t> checksum_of_file(const std::string& path);

}  // namespace skranke
