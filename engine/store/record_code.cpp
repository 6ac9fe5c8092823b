#include "engine/store/record_code.hpp"

#include <limits>

#include "engine/store/layout.hpp"

namespace skranke {

using layout::Variable;

namespace {

constexpr unsigned kDigitBits = 7, kMore = 0x80;

void put(std::string& bytes, std::uint64_t value) {
    for (; value >= kMore; value >>= kDigitBits) bytes += static_cast<char>((value & (kMore - 1)) | kMore);
    bytes += static_cast<char>(value);
}

/// Takes a number off the front. \return nothing if there is none, or it does not fit
std::optional<std::uint64_t> take(std::string_view& bytes) {
    std::uint64_t value = 0;
    for (unsigned shift = 0; shift < 64 && !bytes.empty(); shift += kDigitBits) {
        const auto digit = static_cast<unsigned char>(bytes.front());
        bytes.remove_prefix(1);
        const std::uint64_t bits = digit & (kMore - 1);
        if (bits << shift >> shift != bits) return std::nullopt;
        value |= bits << shift;
        if ((digit & kMore) == 0) return value;
    }
    return std::nullopt;
}

void put_zeros(std::string& bytes, std::uint64_t& zeros) {
    if (zeros == 0) return;
    bytes += '\0';
    put(bytes, zeros - 1);
    zeros = 0;
}

/// Takes as many integers as `values` has room for. \param zeros  how many of a run are still to come
bool take_values(std::string_view& bytes, std::uint64_t& zeros, layout::Values& values) {
    for (std::uint64_t& value : values) {
        value = 0;
        if (zeros > 0) {
            --zeros;
            continue;
        }
        if (bytes.empty()) return false;
        const bool run = bytes.front() == '\0';
        if (run) bytes.remove_prefix(1);
        const auto number = take(bytes);
        if (!number) return false;
        (run ? zeros : value) = *number;
    }
    return true;
}

std::size_t length_of(const Variable& variable, const RecordShape& shape) {
    std::size_t length = 1;
    for (const layout::Axis axis : variable.axes) length *= layout::length_of(axis, shape);
    return length;
}

bool fits(const Variable& variable, const layout::Values& values) {
    if (layout::bytes_of(variable.element) > sizeof(std::uint32_t)) return true;
    for (const std::uint64_t value : values)
        if (value > std::numeric_limits<std::uint32_t>::max()) return false;
    return true;
}

}  // namespace

std::string encoded(const RunRecord& record) {
    std::string bytes;
    layout::Values values;
    for (const Variable& variable : layout::variables()) variable.access.gather(record, values);
    std::uint64_t zeros = 0;
    for (const std::uint64_t value : values) {
        if (value == 0) {
            ++zeros;
            continue;
        }
        put_zeros(bytes, zeros);
        put(bytes, value);
    }
    put_zeros(bytes, zeros);
    return bytes;
}

std::optional<RunRecord> decoded(std::string_view bytes, const RecordShape& shape) {
    RunRecord record(shape);
    layout::Values values;
    std::uint64_t zeros = 0;
    for (const Variable& variable : layout::variables()) {
        values.resize(length_of(variable, shape));
        if (!take_values(bytes, zeros, values) || !fits(variable, values)) return std::nullopt;
        variable.access.scatter(values, record);
    }
    if (!bytes.empty() || zeros > 0) return std::nullopt;
    return record;
}

}  // namespace skranke
