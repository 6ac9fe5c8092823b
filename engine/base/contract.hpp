#pragma once
/// \file
/// Contracts: what a caller owes a function and what the function owes back. A broken contract is
/// a defect in Skranke, never the user's fault; user errors are Problems (problem.hpp).
///
/// Cost    EXPECT and ENSURE are always checked; ASSERT, for hot paths, only with
///         SKRANKE_ASSERTIONS (preset dev).
/// Errors  all three end in contract_failed(), which prints one line and aborts.

namespace skranke {

/// Prints what was violated and where, and ends the program.
[[noreturn]] void contract_failed(const char* kind, const char* condition, const char* file, int line) noexcept;

}  // namespace skranke

#define SKRANKE_CONTRACT_(kind, condition) \
    (static_cast<bool>(condition) ? void(0) : ::skranke::contract_failed(kind, #condition, __FILE__, __LINE__))

#define SKRANKE_EXPECT(condition) SKRANKE_CONTRACT_("precondition", condition)
#define SKRANKE_ENSURE(condition) SKRANKE_CONTRACT_("guarantee", condition)
#ifdef SKRANKE_ASSERTIONS
#define SKRANKE_ASSERT(condition) SKRANKE_CONTRACT_("invariant", condition)
#else
#define SKRANKE_ASSERT(condition) void(0)
#endif
