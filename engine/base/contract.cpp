#include "engine/base/contract.hpp"

#include <cstdio>
#include <cstdlib>

namespace skranke {

void contract_failed(const char* kind, const char* condition, const char* file, int line) noexcept {
    std::fprintf(stderr, "skranke: internal error: %s does not hold: %s (%s:%d)\n", kind, condition, file, line);
    std::abort();
}

}  // namespace skranke
