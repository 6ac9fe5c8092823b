#pragma once
/// \file
/// Future event list: the pending events of one site, taken out in the order they happen.
///
/// Order      ascending (time, rank, origin, ticket). `rank` settles ties the model cares about;
///            `origin` (the site that scheduled the event) and `ticket` (that site's own count of
///            what it scheduled) settle the rest. The order is total and a function of the model
///            alone, not of the heap's layout or of when a message was delivered.
/// Units      time: Instant [us].
/// Cost       push, pop O(log n), 4-ary heap; next_time, size O(1). Nothing is ever removed from
///            the middle: a timer that is no longer wanted finds out when it fires.
/// Memory     24 bytes a pending event.
/// Threads    none inside: a site owns its list and only its worker touches it.
/// Source     d-ary heap: D. B. Johnson, Information Processing Letters 4 (1975), pp. 53-57.
/// Decision   engine/decisions/0001-event-list.md

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

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
};

class EventList {
  public:
    void push(const Event& event) {
        std::size_t at = heap_.size();
        heap_.push_back(event);
        while (at > 0) {
            const std::size_t parent = (at - 1) / 4;
            if (!before(event, heap_[parent])) break;
            heap_[at] = heap_[parent];
            at = parent;
        }
        heap_[at] = event;
    }

    /// Takes out the next event. The list must not be empty.
    Event pop() {
        SKRANKE_ASSERT(!heap_.empty());
        const Event first = heap_.front();
        const Event last = heap_.back();
        heap_.pop_back();
        if (!heap_.empty()) sift_down(last);
        return first;
    }

    /// The next event; the list must not be empty.
    const Event& front() const { return heap_.front(); }

    /// Time of the next event; kNever if there is none.
    Instant next_time() const { return heap_.empty() ? kNever : heap_.front().time; }

    std::size_t size() const { return heap_.size(); }
    bool empty() const { return heap_.empty(); }

    /// Hands every pending event to `visit`, in no particular order, and forgets them all.
    template <class Visit>
    void clear(Visit visit) {
        for (const Event& event : heap_) visit(event);
        heap_.clear();
    }

    static bool before(const Event& a, const Event& b) {
        return a.time != b.time ? a.time < b.time : a.order < b.order;
    }

  private:
    void sift_down(const Event& moving) {
        const std::size_t n = heap_.size();
        std::size_t at = 0;
        for (std::size_t child = 1; child < n; child = 4 * at + 1) {
            std::size_t least = child;
            const std::size_t end = child + 4 < n ? child + 4 : n;
            for (std::size_t c = child + 1; c < end; ++c)
                if (before(heap_[c], heap_[least])) least = c;
            if (!before(heap_[least], moving)) break;
            heap_[at] = heap_[least];
            at = least;
        }
        heap_[at] = moving;
    }

    std::vector<Event> heap_;
};

}  // namespace skranke
