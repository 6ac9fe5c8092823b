#pragma once
/// \file
/// A waiting line: people wait in priority order, first come first served within a priority, and
/// each may have an instant at which she leaves if she has not been served.
///
/// Order    lower priority number first; then `since`, usually the time of joining. Who comes back to
///          a line (a case whose documents have come) keeps her old place by an earlier `since`.
/// Cost     join O(1), for who comes back O(number of people with a still earlier `since`); next O(1); leaving O(log n); a person who is served before her patience ends costs
///          no event.
/// Memory   nodes live in the waiting journeys; the line keeps 16 bytes for each deadline.
/// Threads  none inside.
/// Invariant 1. A node is in one list and, if it has a deadline, in the deadline heap at `heap_at`.
/// Source   deadline heap: as event_list.hpp, with positions kept so that a node can be taken out.

#include <algorithm>
#include <array>
#include <bit>
#include <coroutine>
#include <cstdint>
#include <vector>

#include "engine/base/contract.hpp"
#include "engine/kernel/sim_time.hpp"

namespace skranke {

/// How a wait ended.
enum class Turn : std::uint8_t {
    started,    ///< a head is at her service
    left,       ///< patience ran out
    sent_home,  ///< the line was emptied at closing time
};

/// Whether closing time empties the line of this person.
enum class Stay : std::uint8_t { until_closing, overnight };

class WaitingLine {
  public:
    static constexpr int kPriorities = 8;

    struct Node {
        Node* previous = nullptr;
        Node* next = nullptr;
        std::coroutine_handle<> journey;
        Instant leave_at = kNever;
        Instant joined;
        Instant since;  ///< place within the priority
        std::uint32_t heap_at = kNotInHeap;
        std::uint8_t priority = 0;
        Turn turn = Turn::started;
        Stay stay = Stay::until_closing;
        bool waiting = false;
    };

    void join(Node& node) {
        SKRANKE_ASSERT(!node.waiting && node.priority < kPriorities);
        List& list = lists_[node.priority];
        node.previous = list.last;
        node.next = nullptr;
        if (list.last == nullptr) {
            list.first = &node;
            occupied_ |= static_cast<std::uint8_t>(1u << node.priority);
        } else {
            if (node.since < list.last->since) find_old_place(list, node);
            (node.previous != nullptr ? node.previous->next : list.first) = &node;
        }
        (node.next != nullptr ? node.next->previous : list.last) = &node;
        node.waiting = true;
        ++size_;
        if (node.leave_at != kNever) add_deadline(node);
    }

    /// The person to be served next, still in the line; nullptr if it is empty.
    Node* first() const {
        return occupied_ == 0 ? nullptr : lists_[static_cast<std::size_t>(std::countr_zero(occupied_))].first;
    }

    void remove(Node& node) {
        SKRANKE_ASSERT(node.waiting);
        List& list = lists_[node.priority];
        (node.previous != nullptr ? node.previous->next : list.first) = node.next;
        (node.next != nullptr ? node.next->previous : list.last) = node.previous;
        if (list.first == nullptr) occupied_ &= static_cast<std::uint8_t>(~(1u << node.priority));
        node.waiting = false;
        --size_;
        if (node.heap_at != kNotInHeap) remove_deadline(node.heap_at);
    }

    /// The person whose patience ends first; nullptr if nobody's ever does.
    Node* most_impatient() const { return deadlines_.empty() ? nullptr : deadlines_.front().node; }

    /// Hands everyone who leaves at closing time to `visit`, in the order of the line.
    template <class Visit>
    void for_each_leaving_at_closing(Visit visit) {
        for (List& list : lists_) {
            for (Node* node = list.first; node != nullptr;) {
                Node* next = node->next;
                if (node->stay == Stay::until_closing) visit(*node);
                node = next;
            }
        }
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

  private:
    static constexpr std::uint32_t kNotInHeap = 0xffffffff;
    struct List {
        Node* first = nullptr;
        Node* last = nullptr;
    };
    struct Deadline {
        Instant time;
        Node* node;
    };

    /// Who comes back belongs near the front.
    [[gnu::noinline]] static void find_old_place(const List& list, Node& node) {
        node.previous = nullptr;
        node.next = list.first;
        while (node.next->since <= node.since) {
            node.previous = node.next;
            node.next = node.next->next;
        }
    }

    void place(std::size_t at, const Deadline& deadline) {
        deadlines_[at] = deadline;
        deadline.node->heap_at = static_cast<std::uint32_t>(at);
    }

    [[gnu::noinline]] void add_deadline(Node& node) {
        deadlines_.push_back({node.leave_at, &node});
        sift_up(deadlines_.size() - 1);
    }

    [[gnu::noinline]] void remove_deadline(std::size_t at) {
        deadlines_[at].node->heap_at = kNotInHeap;
        const Deadline last = deadlines_.back();
        deadlines_.pop_back();
        if (at == deadlines_.size()) return;
        place(at, last);
        sift_up(at);
        sift_down(last.node->heap_at);
    }

    void sift_up(std::size_t at) {
        const Deadline moving = deadlines_[at];
        while (at > 0 && moving.time < deadlines_[(at - 1) / 4].time) {
            place(at, deadlines_[(at - 1) / 4]);
            at = (at - 1) / 4;
        }
        place(at, moving);
    }

    void sift_down(std::size_t at) {
        const Deadline moving = deadlines_[at];
        for (std::size_t child = 4 * at + 1; child < deadlines_.size(); child = 4 * at + 1) {
            std::size_t least = child;
            const std::size_t end = std::min(child + 4, deadlines_.size());
            for (std::size_t c = child + 1; c < end; ++c)
                if (deadlines_[c].time < deadlines_[least].time) least = c;
            if (deadlines_[least].time >= moving.time) break;
            place(at, deadlines_[least]);
            at = least;
        }
        place(at, moving);
    }

    std::array<List, kPriorities> lists_{};
    std::vector<Deadline> deadlines_;
    std::size_t size_ = 0;
    std::uint8_t occupied_ = 0;
};

}  // namespace skranke
