#pragma once
/// \file
/// A 4-ary heap of events, the next one on top.
///
/// Cost    push, pop O(log n).
/// Memory  24 bytes an event.
/// Source  d-ary heap: D. B. Johnson, Information Processing Letters 4 (1975), pp. 53-57.

#include <cstddef>
#include <vector>

#include "engine/kernel/event.hpp"

namespace skranke {

class EventHeap {
  public:
    void push(const Event& event) {
        std::size_t at = heap_.size();
        heap_.push_back(event);
        while (at > 0) {
            const std::size_t parent = (at - 1) / 4;
            if (!happens_before(event, heap_[parent])) break;
            heap_[at] = heap_[parent];
            at = parent;
        }
        heap_[at] = event;
    }

    /// Takes out the next event. There must be one.
    Event pop() {
        SKRANKE_ASSERT(!heap_.empty());
        const Event first = heap_.front();
        const Event last = heap_.back();
        heap_.pop_back();
        if (!heap_.empty()) sift_down(last);
        return first;
    }

    /// The next event. There must be one.
    const Event& front() const { return heap_.front(); }
    std::size_t size() const { return heap_.size(); }
    bool empty() const { return heap_.empty(); }
    void clear() { heap_.clear(); }

  private:
    void sift_down(const Event& moving) {
        const std::size_t n = heap_.size();
        std::size_t at = 0;
        for (std::size_t child = 1; child < n; child = 4 * at + 1) {
            std::size_t least = child;
            const std::size_t end = child + 4 < n ? child + 4 : n;
            for (std::size_t c = child + 1; c < end; ++c)
                if (happens_before(heap_[c], heap_[least])) least = c;
            if (!happens_before(heap_[least], moving)) break;
            heap_[at] = heap_[least];
            at = least;
        }
        heap_[at] = moving;
    }

    std::vector<Event> heap_;
};

}  // namespace skranke
