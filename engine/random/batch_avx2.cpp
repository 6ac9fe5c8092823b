// Compiled for AVX2, which the baseline of x86-64 lacks; called only where the processor has it.

#if defined(__x86_64__)

#include "engine/random/batch_lanes.hpp"

namespace skranke {

BatchMaker avx2_batch_maker() { return {BatchOf<4>::uniforms, BatchOf<4>::unit_exponentials}; }

}  // namespace skranke

#endif
