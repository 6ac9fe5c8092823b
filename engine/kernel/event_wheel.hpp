#pragma once
/// \file
/// An event wheel holds many pending events in a hierarchy of wheels: 64 slots of one tick for what
/// is near, 64 of 64 ticks for what comes after, and so on. The slots of the first wheel are sorted
/// and bits tell which are in use, so the next event is found without a comparison. When the first
/// wheel has run out, the next slot in use of a wider one is dealt out.
///
/// The tick follows the density of events. What would crowd a slot, or comes before the first wheel,
/// is kept in a heap beside it.
///
/// Cost     push, pop O(1) on average whatever is pending; O(log n) for many simultaneous events.
/// Memory   32 bytes an event of the first wheel, 26 any other, and 3 kB. Events of the wider wheels lie
///          in chunks, so that those dealt out together are read together.
/// Invariant 1. If anything is pending, the next event is in the first wheel or in the heap.
///           2. Events of wheel k > 0 lie after the last tick of wheel k - 1.
/// Source   G. Varghese & A. Lauck, "Hashed and hierarchical timing wheels", IEEE/ACM Trans.
///          Networking 5 (1997), scheme 7; ticks that follow the density: R. Brown, "Calendar
///          queues", CACM 31 (1988).

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "engine/kernel/event.hpp"
#include "engine/kernel/event_heap.hpp"

namespace skranke {

class EventWheel {
  public:
    void push(const Event& event) {
        const std::uint64_t tick = tick_of(event.time);
        if (pushed_++ == popped_) base_ = tick / kSlots * kSlots;
        const std::uint64_t ahead = tick ^ base_;
        if (ahead < kSlots) {
            insert(event, ahead);
        } else {
            push_far(event.time, event.order, event.what);
        }
    }

    /// The next event. There must be one.
    const Event& front() const {
        if (crowd_.empty()) [[likely]]
            return nodes_[first_[0][next_slot()]].event;
        return front_with_crowd();
    }

    /// Takes out the next event if it happens before `end`. \return whether it did
    bool pop_before(Instant end, Event& event) {
        if (!crowd_.empty()) [[unlikely]]
            return pop_with_crowd(end, event);
        const std::size_t slot = next_slot();
        const std::uint32_t at = first_[0][slot];
        const Node& node = nodes_[at];
        if (node.event.time >= end) return false;
        event.set(node.event);
        remove_first(slot);
        ++popped_;
        return true;
    }

    /// Fetches the next event, or what it is about, into the processor's caches.
    void fetch_event() const {
        if (used_[0] != 0) __builtin_prefetch(&nodes_[first_[0][next_slot()]]);
    }
    void fetch_what() const {
        if (used_[0] != 0) fetch(nodes_[first_[0][next_slot()]].event);
    }

    /// Whether the next event, if there is one, has yet to be dealt out: turn() before anything else.
    bool ran_out() const { return used_[0] == 0; }
    void turn();

    std::size_t size() const { return static_cast<std::size_t>(pushed_ - popped_); }

    /// How many events were taken out one by one.
    std::uint64_t popped() const { return popped_; }

    /// Takes out all events, in no particular order. \return valid until the next call
    std::span<const Event> take_all();

  private:
    static constexpr std::size_t kBits = 6;
    static constexpr std::size_t kSlots = std::size_t{1} << kBits;
    static constexpr std::size_t kWheels = 11;  // 63 bits of ticks
    static constexpr std::uint32_t kNone = 0xffffffff;
    struct Node {
        Event event;
        std::uint32_t next = kNone;
    };
    struct alignas(64) Chunk {
        std::uint32_t count = 0;
        std::uint32_t next = kNone;
        std::array<Event, 10> events;
    };

    std::uint64_t tick_of(Instant time) const { return static_cast<std::uint64_t>(time.us) >> shift_; }
    std::size_t next_slot() const { return static_cast<std::size_t>(std::countr_zero(used_[0])); }

    std::uint32_t new_node(const Event& event) {
        std::uint32_t at = free_;
        if (at == kNone) [[unlikely]] {
            at = static_cast<std::uint32_t>(nodes_.size());
            nodes_.emplace_back();
        } else {
            free_ = nodes_[at].next;
        }
        nodes_[at].event.set(event);
        return at;
    }

    /// Into a slot of the first wheel.
    void insert(const Event& event, std::uint64_t slot) {
        const std::uint32_t at = new_node(event);
        const std::uint64_t bit = std::uint64_t{1} << slot;
        if ((used_[0] & bit) == 0) {
            used_[0] |= bit;
            first_[0][slot] = at;
            nodes_[at].next = kNone;
        } else {
            insert_among(at, slot);
        }
    }
    void remove_first(std::size_t slot) {
        const std::uint32_t at = first_[0][slot], next = nodes_[at].next;
        first_[0][slot] = next;
        used_[0] &= ~(std::uint64_t{next == kNone} << slot);
        nodes_[at].next = free_;
        free_ = at;
    }

    void insert_among(std::uint32_t at, std::uint64_t slot);
    void push_far(Instant time, EventOrder order, std::uintptr_t what);
    void place(const Event& event);
    std::uint32_t new_chunk(std::uint32_t next);
    void deal_out(std::uint32_t chunk);
    const Event& front_with_crowd() const;
    bool pop_with_crowd(Instant end, Event& event);
    void tune();
    void retick(int shift);

    std::uint64_t pushed_ = 0, popped_ = 0;
    std::uint64_t base_ = 0;  ///< first tick of the first wheel
    int shift_ = 20;          ///< a tick is 2^shift_ us: a second to begin with
    std::uint32_t free_ = kNone, free_chunk_ = kNone;
    std::array<std::uint64_t, kWheels> used_{};
    std::array<std::array<std::uint32_t, kSlots>, kWheels> first_;  ///< node or chunk of each slot in use
    std::vector<Node> nodes_;
    std::vector<Chunk> chunks_;
    EventHeap crowd_;
    std::vector<Event> taken_;

    // What the present tick has cost since it was last judged.
    std::uint64_t judged_ = 0;  ///< popped by then
    std::uint64_t walked_ = 0;  ///< nodes passed on the way to a place in a slot
    std::uint64_t dealt_ = 0;   ///< events dealt out to a narrower wheel
};

}  // namespace skranke
