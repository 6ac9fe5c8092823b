#pragma once
/// \file
/// A waiting line: people wait in priority order, first come first served within a priority, and
/// each may have an instant at which she leaves if she has not been served.
///
/// Order    lower priority number first; then `since`, usually the time of joining. Who comes back to
///          a line (a case whose documents have come) keeps her old place by an earlier `since`.
///          Or, where priorities grow: most points first (Growth).
/// Cost     join, next, leave O(1) in the order of joining; O(log n) for who comes back and for who has
///          a deadline. A person who is served before her patience ends costs no event.
/// Memory   nodes live in the waiting journeys; the line keeps 16 bytes for each deadline and each who
///          came back.
/// Threads  none inside.
/// Invariant 1. A waiting node is in the list of its priority, or among those who came back to it, and,
///              if it has a deadline, in the deadline heap at `deadline_at`.
/// Decision engine/decisions/0004-patience.md
/// Source   growing priorities: L. Kleinrock, A delay dependent queue discipline, Naval Research Logistics
///          Quarterly 11 (1964), pp. 329-341; D. A. Stanford, P. Taylor & I. Ziedins, Waiting time
///          distributions in the accumulating priority queue, Queueing Systems 77 (2014), pp. 297-330.

#include <algorithm>
#include <array>
#include <bit>
#include <coroutine>
#include <cstddef>
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

inline constexpr int kPriorities = 8;

/// Priorities that grow while people wait: so many points at the start, so many more each day.
struct Growth {
    std::array<double, kPriorities> start{};         ///< by priority
    std::array<double, kPriorities> points_a_day{};  ///< by priority, >= 0

    double points(int priority, Duration waited) const {
        const auto p = static_cast<std::size_t>(priority);
        return start[p] + points_a_day[p] * in_days(waited);
    }
};

class WaitingLine {
  public:
    struct Node {
        Node* previous = nullptr;
        Node* next = nullptr;
        std::coroutine_handle<> journey;
        Instant leave_at = kNever;
        Instant joined;
        Instant since;  ///< place within the priority
        std::uint32_t deadline_at = kNotInHeap;
        std::uint32_t old_place_at = kNotInHeap;
        std::uint8_t priority = 0;
        Turn turn = Turn::started;
        Stay stay = Stay::until_closing;
        bool waiting = false;
    };

    void join(Node& node) {
        SKRANKE_ASSERT(!node.waiting && node.priority < kPriorities);
        Place& place = places_[node.priority];
        if (place.last != nullptr && node.since < place.last->since) [[unlikely]] {
            place.came_back.push(node.since, node);
        } else {
            node.previous = place.last;
            node.next = nullptr;
            (place.last != nullptr ? place.last->next : place.first) = &node;
            place.last = &node;
        }
        occupied_ |= static_cast<std::uint8_t>(1u << node.priority);
        node.waiting = true;
        ++size_;
        if (node.leave_at != kNever) deadlines_.push(node.leave_at, node);
    }

    /// The person to be served next, still in the line; nullptr if it is empty.
    Node* first() const {
        if (occupied_ == 0) return nullptr;
        const Place& place = places_[static_cast<std::size_t>(std::countr_zero(occupied_))];
        if (place.came_back.empty()) [[likely]]
            return place.first;
        return older_of_two(place);
    }

    /// The one with most points, of those with equally many who has the lower priority number, still
    /// in the line; nullptr if it is empty. Within a priority the longest wait has most, so that the
    /// first of each are all that need comparing.
    Node* first(const Growth& growth, Instant now) const {
        Node* best = nullptr;
        double most = 0;
        for (int p = 0; p < kPriorities; ++p) {
            if ((occupied_ & (1u << p)) == 0) continue;
            const Place& place = places_[static_cast<std::size_t>(p)];
            Node* node = place.came_back.empty() ? place.first : older_of_two(place);
            const double points = growth.points(p, now - node->since);
            if (best != nullptr && points <= most) continue;
            best = node;
            most = points;
        }
        return best;
    }

    void remove(Node& node) {
        SKRANKE_ASSERT(node.waiting);
        Place& place = places_[node.priority];
        if (node.old_place_at != kNotInHeap) [[unlikely]] {
            place.came_back.remove(node);
        } else {
            (node.previous != nullptr ? node.previous->next : place.first) = node.next;
            (node.next != nullptr ? node.next->previous : place.last) = node.previous;
        }
        if (place.first == nullptr && place.came_back.empty())
            occupied_ &= static_cast<std::uint8_t>(~(1u << node.priority));
        node.waiting = false;
        --size_;
        if (node.deadline_at != kNotInHeap) deadlines_.remove(node);
    }

    /// The person whose patience ends first; nullptr if nobody's ever does.
    Node* most_impatient() const { return deadlines_.empty() ? nullptr : deadlines_.first(); }

    /// Hands everyone who leaves at closing time to `visit`: by priority, those who came back last.
    template <class Visit>
    void for_each_leaving_at_closing(Visit visit) {
        for (Place& place : places_) {
            for (Node* node = place.first; node != nullptr;) {
                Node* next = node->next;
                if (node->stay == Stay::until_closing) visit(*node);
                node = next;
            }
            for (Node* node : place.came_back.all())
                if (node->stay == Stay::until_closing) visit(*node);
        }
    }

    std::size_t size() const { return size_; }
    bool empty() const { return size_ == 0; }

  private:
    static constexpr std::uint32_t kNotInHeap = 0xffffffff;

    /// People by an instant, the earliest first and among equals who joined first; each knows where she is.
    /// Source  4-ary heap as in event_heap.hpp.
    template <std::uint32_t Node::*kAt>
    class Heap {
      public:
        bool empty() const { return entries_.empty(); }
        Node* first() const { return entries_.front().node; }
        std::vector<Node*> all() const {
            std::vector<Node*> nodes;
            for (const Entry& entry : entries_) nodes.push_back(entry.node);
            return nodes;
        }

        [[gnu::noinline]] void push(Instant time, Node& node) {
            entries_.push_back({time, &node});
            sift_up(entries_.size() - 1);
        }
        [[gnu::noinline]] void remove(Node& node) {
            const std::size_t at = node.*kAt;
            node.*kAt = kNotInHeap;
            const Entry last = entries_.back();
            entries_.pop_back();
            if (at == entries_.size()) return;
            place(at, last);
            sift_up(at);
            sift_down(last.node->*kAt);
        }

      private:
        struct Entry {
            Instant time;
            Node* node;
            bool operator<(const Entry& other) const {
                return time != other.time ? time < other.time : node->joined < other.node->joined;
            }
        };

        void place(std::size_t at, const Entry& entry) {
            entries_[at] = entry;
            entry.node->*kAt = static_cast<std::uint32_t>(at);
        }
        void sift_up(std::size_t at) {
            const Entry moving = entries_[at];
            while (at > 0 && moving < entries_[(at - 1) / 4]) {
                place(at, entries_[(at - 1) / 4]);
                at = (at - 1) / 4;
            }
            place(at, moving);
        }
        void sift_down(std::size_t at) {
            const Entry moving = entries_[at];
            for (std::size_t child = 4 * at + 1; child < entries_.size(); child = 4 * at + 1) {
                std::size_t least = child;
                const std::size_t end = std::min(child + 4, entries_.size());
                for (std::size_t c = child + 1; c < end; ++c)
                    if (entries_[c] < entries_[least]) least = c;
                if (!(entries_[least] < moving)) break;
                place(at, entries_[least]);
                at = least;
            }
            place(at, moving);
        }

        std::vector<Entry> entries_;
    };

    /// Those of one priority: in the order in which they joined, and those who came back to an older place.
    struct Place {
        Node* first = nullptr;
        Node* last = nullptr;
        Heap<&Node::old_place_at> came_back;
    };

    /// Of a priority to which somebody came back.
    static Node* older_of_two(const Place& place) {
        Node* back = place.came_back.first();
        if (place.first == nullptr || place.first->since > back->since) return back;
        return place.first->since == back->since && place.first->joined > back->joined ? back : place.first;
    }

    std::array<Place, kPriorities> places_;
    Heap<&Node::deadline_at> deadlines_;
    std::size_t size_ = 0;
    std::uint8_t occupied_ = 0;
};

}  // namespace skranke
