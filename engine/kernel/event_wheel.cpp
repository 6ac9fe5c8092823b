#include "engine/kernel/event_wheel.hpp"

#include <algorithm>

namespace skranke {

namespace {

constexpr int kMostSteps = 16;           // in a sorted slot; beyond, the heap is cheaper
constexpr std::uint64_t kTrial = 256;  // events, at least, before a tick is judged
constexpr std::size_t kMostKept = 1024;  // events whose memory is kept for the next time
constexpr int kLeastShift = 0, kMostShift = 40;

}  // namespace

/// Behind those of the slot that happen before it.
void EventWheel::insert_among(std::uint32_t at, std::uint64_t slot) {
    const Event& event = nodes_[at].event;
    std::uint32_t* link = &first_[0][slot];
    for (int step = 0; *link != kNone && happens_before(nodes_[*link].event, event); ++step) {
        if (step == kMostSteps) {
            crowd_.push(event);
            nodes_[at].next = free_;
            free_ = at;
            return;
        }
        link = &nodes_[*link].next;
        ++walked_;
    }
    nodes_[at].next = *link;
    *link = at;
}

void EventWheel::push_far(Instant time, EventOrder order, std::uintptr_t what) {
    const Event event{time, order, what};
    if (tick_of(time) < base_) {
        crowd_.push(event);
    } else {
        place(event);
    }
}

/// Into the wheel that its distance asks for.
inline void EventWheel::place(const Event& event) {
    const std::uint64_t tick = tick_of(event.time), ahead = tick ^ base_;
    if (ahead < kSlots) return insert(event, ahead);
    const std::size_t wheel = static_cast<std::size_t>(std::bit_width(ahead) - 1) / kBits;
    const std::size_t slot = (tick >> (wheel * kBits)) % kSlots;
    const std::uint64_t bit = std::uint64_t{1} << slot;
    std::uint32_t& first = first_[wheel][slot];
    if ((used_[wheel] & bit) == 0) {
        used_[wheel] |= bit;
        first = new_chunk(kNone);
    } else if (chunks_[first].count == chunks_[first].events.size()) {
        first = new_chunk(first);
    }
    Chunk& chunk = chunks_[first];
    chunk.events[chunk.count++].set(event);
}

std::uint32_t EventWheel::new_chunk(std::uint32_t next) {
    std::uint32_t at = free_chunk_;
    if (at == kNone) {
        at = static_cast<std::uint32_t>(chunks_.size());
        chunks_.emplace_back();
    } else {
        free_chunk_ = chunks_[at].next;
    }
    chunks_[at].count = 0;
    chunks_[at].next = next;
    return at;
}

void EventWheel::deal_out(std::uint32_t at) {
    while (at != kNone) {
        const Chunk chunk = chunks_[at];  // its place may be taken by what is dealt out
        chunks_[at].next = free_chunk_;
        free_chunk_ = at;
        for (std::uint32_t e = 0; e < chunk.count; ++e) {
            fetch(chunk.events[e]);  // it will happen soon
            place(chunk.events[e]);
        }
        dealt_ += chunk.count;
        at = chunk.next;
    }
}

const Event& EventWheel::front_with_crowd() const {
    const Event& beside = crowd_.front();
    if (used_[0] == 0) return beside;
    const Event& first = nodes_[first_[0][next_slot()]].event;
    return happens_before(first, beside) ? first : beside;
}

bool EventWheel::pop_with_crowd(Instant end, Event& event) {
    const Event& first = front_with_crowd();
    if (first.time >= end) return false;
    event = first;
    if (&first == &crowd_.front()) {
        crowd_.pop();
    } else {
        remove_first(next_slot());
    }
    ++popped_;
    return true;
}

/// Brings the next event into the first wheel, which has run out.
void EventWheel::turn() {
    if (size() == 0) return;
    if (popped_ - judged_ > kTrial + size()) tune();
    while (used_[0] == 0 && crowd_.empty()) {
        std::size_t wheel = 1;
        while (used_[wheel] == 0) ++wheel;
        const auto slot = static_cast<std::uint64_t>(std::countr_zero(used_[wheel]));
        used_[wheel] &= used_[wheel] - 1;
        const std::size_t low = wheel * kBits;
        base_ = (base_ >> low >> kBits << kBits | slot) << low;
        deal_out(first_[wheel][slot]);
    }
}

/// A tick twice as long halves how often the wheel runs out and doubles the walks in its slots.
void EventWheel::tune() {
    const std::uint64_t popped = popped_ - judged_;
    int change = 0;
    if (walked_ > popped) {
        change = walked_ > 4 * popped ? -3 : -1;
    } else if (4 * walked_ < popped && 2 * dealt_ > popped) {
        change = 8 * walked_ < popped && 4 * dealt_ > 3 * popped ? 2 : 1;
    }
    judged_ = popped_;
    walked_ = dealt_ = 0;
    const int shift = std::clamp(shift_ + change, kLeastShift, kMostShift);
    if (shift != shift_) retick(shift);
}

void EventWheel::retick(int shift) {
    const std::span<const Event> all = take_all();
    shift_ = shift;
    base_ = tick_of(std::min_element(all.begin(), all.end(), happens_before)->time) / kSlots * kSlots;
    for (const Event& event : all) place(event);
    pushed_ += all.size();
    if (all.size() > kMostKept) taken_ = {};
}

std::span<const Event> EventWheel::take_all() {
    taken_.clear();
    taken_.reserve(size());
    for (std::size_t wheel = 0; wheel < kWheels; ++wheel) {
        for (; used_[wheel] != 0; used_[wheel] &= used_[wheel] - 1) {
            std::uint32_t at = first_[wheel][static_cast<std::size_t>(std::countr_zero(used_[wheel]))];
            if (wheel == 0) {
                for (; at != kNone; at = nodes_[at].next) taken_.push_back(nodes_[at].event);
            } else {
                for (; at != kNone; at = chunks_[at].next)
                    taken_.insert(taken_.end(), chunks_[at].events.begin(), chunks_[at].events.begin() + chunks_[at].count);
            }
        }
    }
    while (!crowd_.empty()) taken_.push_back(crowd_.pop());
    nodes_.clear();
    chunks_.clear();
    free_ = free_chunk_ = kNone;
    pushed_ = popped_;
    return taken_;
}

}  // namespace skranke
