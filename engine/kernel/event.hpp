#pragma once
/// \file
/// An event is something that will happen at a site: when, in which order among simultaneous ones,
/// and what.
///
/// Order   ascending (time, rank, origin, ticket). `rank` settles ties the model cares about;
///         `origin` (who scheduled the event) and `ticket` (its own count of what it scheduled)
///         settle the rest. The order is total and a function of the model alone, not of how a
///         list is laid out or of when a message was delivered.
/// Units   time: Instant [us].

#include <compare>
#include <cstdint>

#include "engine/base/contract.hpp"
#include "engine/kernel/rank.hpp"
#include "engine/kernel/sim_time.hpp"

namespace skranke {

/// Rank, origin and ticket in one word, so that ties take one comparison.
struct EventOrder {
    std::uint64_t word = 0;

    static constexpr int kTicketBits = 38;
    static constexpr int kOriginBits = 20;
    static EventOrder of(Rank rank, std::uint32_t origin, std::uint64_t ticket) {
        SKRANKE_ASSERT(origin < (1u << kOriginBits) && ticket < (std::uint64_t{1} << kTicketBits));
        return {(static_cast<std::uint64_t>(rank) << (kTicketBits + kOriginBits)) |
                (std::uint64_t{origin} << kTicketBits) | ticket};
    }
    std::uint64_t rank() const { return word >> (kTicketBits + kOriginBits); }
    friend auto operator<=>(EventOrder, EventOrder) = default;
};

struct Event {
    Instant time;
    EventOrder order;
    std::uintptr_t what = 0;  ///< coroutine, timer or message; the list never looks inside

    /// Copies field by field: the fields were often written one by one just before, and a copy by
    /// wider registers would have to wait until they have reached the cache.
    void set(const Event& other) {
        time = other.time;
        order = other.order;
        what = other.what;
    }
};

/// Fetches what an event is about, a hint to the processor.
inline void fetch(const Event& event) { __builtin_prefetch(reinterpret_cast<const void*>(event.what)); }

inline bool happens_before(const Event& a, const Event& b) {
    return a.time != b.time ? a.time < b.time : a.order < b.order;
}

}  // namespace skranke
