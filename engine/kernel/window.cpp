#include "engine/kernel/window.hpp"

namespace skranke {

namespace {

void exchange(std::span<Site* const> sites, Instant not_before) {
    for (Site* sender : sites) {
        for (const Message& message : sender->outbox()) {
            SKRANKE_EXPECT(message.time >= not_before && message.to < sites.size());
            sites[message.to]->deliver(message);
        }
        sender->outbox().clear();
    }
}

}  // namespace

void run_windows(std::span<Site* const> sites, Duration lookahead, Instant horizon) {
    SKRANKE_EXPECT(lookahead.us > 0);
    exchange(sites, Instant{});
    for (;;) {
        Instant start = kNever;
        for (const Site* site : sites) start = std::min(start, site->sim.next_time());
        if (start >= horizon) return;
        const Instant end = std::min(start + lookahead, horizon);
        for (Site* site : sites) site->sim.run_before(end);
        exchange(sites, end);
    }
}

void run_serially(std::span<Site* const> sites, Instant horizon) {
    exchange(sites, Instant{});
    for (;;) {
        Site* next = nullptr;
        for (Site* site : sites) {
            if (site->sim.next_time() >= horizon) continue;
            if (next == nullptr || EventList::before(site->sim.next_event(), next->sim.next_event())) next = site;
        }
        if (next == nullptr) return;
        next->sim.step();
        exchange(sites, next->sim.now());
    }
}

}  // namespace skranke
