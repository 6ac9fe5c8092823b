#include "engine/kernel/window.hpp"

#include <algorithm>
#include <vector>

namespace skranke {

namespace {

constexpr auto kUnnoted = [](std::uint32_t, Instant) {};

/// Hands over what `sender` has sent. \param note  called with each receiver and time
template <class Note>
void hand_over(Site& sender, std::span<Site* const> sites, Instant not_before, Note note) {
    for (const Message& message : sender.outbox()) {
        SKRANKE_EXPECT(message.time >= not_before && message.to < sites.size());
        sites[message.to]->deliver(message);
        note(message.to, message.time);
    }
    sender.outbox().clear();
}

}  // namespace

void run_windows(std::span<Site* const> sites, Duration lookahead, Instant horizon) {
    SKRANKE_EXPECT(lookahead.us > 0);
    for (Site* sender : sites) hand_over(*sender, sites, Instant{}, kUnnoted);
    std::vector<Instant> next;  // earliest pending event of each site, side by side: they are all read every round
    next.reserve(sites.size());
    for (const Site* site : sites) next.push_back(site->sim.next_time());
    for (;;) {
        const Instant start = next.empty() ? kNever : *std::min_element(next.begin(), next.end());
        if (start >= horizon) return;
        const Instant end = std::min(start + lookahead, horizon);
        for (std::size_t i = 0; i < sites.size(); ++i) {
            if (next[i] >= end) continue;
            sites[i]->sim.run_before(end);
            next[i] = sites[i]->sim.next_time();
            // Nothing that was sent arrives before `end`, so a receiver that has yet to run this
            // window does not meet it too early.
            hand_over(*sites[i], sites, end,
                      [&](std::uint32_t to, Instant time) { next[to] = std::min(next[to], time); });
        }
    }
}

void run_serially(std::span<Site* const> sites, Instant horizon) {
    for (Site* sender : sites) hand_over(*sender, sites, Instant{}, kUnnoted);
    for (;;) {
        Site* next = nullptr;
        for (Site* site : sites) {
            if (site->sim.next_time() >= horizon) continue;
            if (next == nullptr || happens_before(site->sim.next_event(), next->sim.next_event())) next = site;
        }
        if (next == nullptr) return;
        next->sim.step();
        hand_over(*next, sites, next->sim.now(), kUnnoted);
    }
}

}  // namespace skranke
