#include "engine/random/batch.hpp"

#include "engine/random/batch_lanes.hpp"
#include "engine/random/distribution.hpp"

namespace skranke {

#if defined(__x86_64__)
BatchMaker avx2_batch_maker();  // batch_avx2.cpp
#endif

std::span<const BatchMaker> batch_makers() {
    static const BatchMaker makers[] = {
        {BatchOf<2>::uniforms, BatchOf<2>::unit_exponentials},
#if defined(__x86_64__)
        avx2_batch_maker(),
    };
    return std::span(makers).first(__builtin_cpu_supports("avx2") ? 2 : 1);
#else
    };
    return makers;
#endif
}

namespace {

/// What block_of() tells, of all blocks of a batch.
void tell_batch(const StreamAddress& address, std::uint64_t first) {
    if (present_witness == nullptr) [[likely]]
        return;
    for (std::size_t block = 0; block < kBatch / 2; ++block)
        tell_block(*present_witness, address.counter(first / 2 + block), address.key());
}

}  // namespace

void make_uniforms(const StreamAddress& address, std::uint64_t first, Batch out) {
    SKRANKE_ASSERT(first % kBatch == 0);
    tell_batch(address, first);
    batch_makers().back().uniforms(address.counter(first / 2).data(), address.key().data(), out.data());
}

void make_unit_exponentials(const StreamAddress& address, std::uint64_t first, Batch out) {
    SKRANKE_ASSERT(first % kBatch == 0);
    tell_batch(address, first);
    batch_makers().back().unit_exponentials(address.counter(first / 2).data(), address.key().data(), out.data());
}

void make_standard_normals(const StreamAddress& address, std::uint64_t first, Batch out) {
    make_uniforms(address, first, out);
    make_normal_quantiles(out);
}

}  // namespace skranke
