#pragma once
/// \file
/// Future event list: the pending events of one site, taken out in the order they happen
/// (event.hpp). A few are kept in a sorted array, from whose end the next is taken; many in a wheel
/// (event_wheel.hpp).
///
/// Cost     push, pop: a few steps for a few pending, O(1) on average for many. next_time, size O(1).
///          Nothing is removed from the middle: a timer that is no longer wanted finds out when it fires.
/// Memory   32 bytes a pending event, and 4 kB.
/// Threads  none inside: a site owns its list and only its worker touches it.
/// Invariant 1. The array or the wheel is empty.
/// Decision engine/decisions/0001-event-list.md

#include <array>
#include <cstddef>
#include <cstdint>

#include "engine/kernel/event.hpp"
#include "engine/kernel/event_wheel.hpp"

namespace skranke {

class EventList {
  public:
    void push(const Event& event) {
        if (many_.size() != 0) {
            many_.push(event);
        } else if (few_size_ < kFew) {
            insert(event);
        } else {
            become_many(event);
        }
    }

    /// Takes out the next event if it happens before `end`. \return whether it did
    bool pop_before(Instant end, Event& event) {
        if (many_.size() == 0) {
            const Event& first = few_[few_size_];
            if (first.time >= end) return false;
            event.set(first);
            --few_size_;
            ++few_popped_;
            return true;
        }
        if (!many_.pop_before(end, event)) return false;
        if (many_.ran_out()) turn();
        return true;
    }

    /// Takes out the next event. The list must not be empty, and no event at kNever.
    Event pop() {
        SKRANKE_ASSERT(next_time() != kNever);
        Event event;
        pop_before(kNever, event);
        return event;
    }

    /// The next event; the list must not be empty.
    const Event& front() const { return many_.size() == 0 ? few_[few_size_] : many_.front(); }

    /// Time of the next event; kNever if there is none.
    Instant next_time() const { return front().time; }

    /// Fetches into the processor's caches what the next pop will want, for a list that has been idle:
    /// `steps` = 3 the list itself, 2 the event, 1 what it is about; each wants the one before to have come.
    void fetch_next(std::size_t steps) const {
        if (steps == 3) {
            __builtin_prefetch(this);
            __builtin_prefetch(&many_);
        } else if (many_.size() > 0) {
            steps == 2 ? many_.fetch_event() : many_.fetch_what();
        } else if (steps == 1) {
            fetch(few_[few_size_]);
        }
    }

    std::size_t size() const { return few_size_ + many_.size(); }
    bool empty() const { return size() == 0; }

    /// How many events were taken out.
    std::uint64_t popped() const { return few_popped_ + many_.popped(); }

    /// Forgets every event.
    void clear() {
        few_size_ = 0;
        many_.take_all();
    }

  private:
    static constexpr std::size_t kFew = 16;      // the wheel is better beyond
    static constexpr std::size_t kFewAgain = 6;  // where it is worth going back to the array
    static constexpr Event kEndOfTime{kNever, {~std::uint64_t{0}}, 0};

    void insert(const Event& event) {
        std::size_t at = ++few_size_;
        for (; happens_before(few_[at - 1], event); --at) few_[at].set(few_[at - 1]);
        few_[at].set(event);
    }

    void become_many(const Event& one_more);
    void turn();

    std::uint64_t few_popped_ = 0;
    std::size_t few_size_ = 0;
    std::array<Event, kFew + 1> few_{kEndOfTime};  ///< the next one last; nothing comes before the first
    EventWheel many_;
};

}  // namespace skranke
