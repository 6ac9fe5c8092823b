#pragma once
/// \file
/// Consecutive draws of one address, made together in the widest vector registers that the processor
/// has. They are the numbers of RandomStream and exponential_quantile, bit for bit, however wide.
///
/// Shape    kBatch draws: number `first`, a multiple of kBatch, and those after it.
/// Threads  any; nothing is kept.
/// Decision engine/decisions/0005-draws-by-the-batch.md

#include <cstddef>
#include <cstdint>
#include <span>

#include "engine/random/stream_address.hpp"

namespace skranke {

inline constexpr std::size_t kBatch = 64;
using Batch = std::span<double, kBatch>;

void make_uniforms(const StreamAddress& address, std::uint64_t first, Batch out);
void make_unit_exponentials(const StreamAddress& address, std::uint64_t first, Batch out);
void make_standard_normals(const StreamAddress& address, std::uint64_t first, Batch out);

/// One way of making batches, from the counter of the first block (4 words) and the key (2 words).
struct BatchMaker {
    using Make = void (*)(const std::uint32_t* counter, const std::uint32_t* key, double* out);
    Make uniforms, unit_exponentials;
};

/// Those that this processor can use, narrowest first. All make the same numbers.
std::span<const BatchMaker> batch_makers();

}  // namespace skranke
