#pragma once
/// \file
/// Another order of simultaneous events, to find out who relies on the one that there is: within a
/// time and rank, events happen by origin and ticket; permuted, by a scrambled mixture of both.
///
/// Order    a bijection of order words that keeps ranks, so the order stays total and no less a
///          function of the model alone; salt 0 leaves everything as it is.
/// Cost     a comparison, if the salt is 0.
/// Source   the idea: ns-3's RandomEventSet scheduler.

#include <cstdint>

#include "engine/kernel/event.hpp"

namespace skranke {

inline EventOrder permuted(EventOrder order, std::uint64_t salt) {
    if (salt == 0) [[likely]]
        return order;
    constexpr std::uint64_t kTies = (std::uint64_t{1} << (EventOrder::kOriginBits + EventOrder::kTicketBits)) - 1;
    std::uint64_t tie = (order.word ^ salt) & kTies;
    tie = (tie * (2 * salt + 1)) & kTies;  // odd factors and shifted differences lose nothing
    tie ^= tie >> 31;
    tie = (tie * 0x9e3779b97f4a7c15ULL) & kTies;
    tie ^= tie >> 29;
    return {(order.word & ~kTies) | tie};
}

}  // namespace skranke
